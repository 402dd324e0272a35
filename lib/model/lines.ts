/**
 * Breaks a text into lines at spaces; a word that is longer than a line stands alone and sticks out, so that ids can
 * still be copied.
 *
 * @param first what stands before the first line; the others are indented by as much
 */
export function wrap(text: string, width: number, first: string): string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && first.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((content, index) => `${index === 0 ? first : indent}${content}`);
}

/** `1 finding`, `2 findings`. */
export const count = (n: number, unit: string, units = `${unit}s`): string => `${n} ${n === 1 ? unit : units}`;
