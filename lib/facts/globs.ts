/**
 * Compiles globs of ids: `*` is any run of characters, `?` any one, everything else itself.
 *
 * @returns a test whether a text matches one of them as a whole
 */
export function matcher(globs: readonly string[]): (text: string) => boolean {
  const expressions = globs.map((glob) => {
    const escaped = glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${escaped}$`, 's');
  });
  return (text) => expressions.some((expression) => expression.test(text));
}
