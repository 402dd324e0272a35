/** Bytes in UTF-8 of a value as JSON, which is how replies travel. */
export const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * A text of at most `limit` UTF-16 code units; what is cut ends in an ellipsis, and a surrogate pair is never parted.
 *
 * @param limit at least 2
 */
export function cut(text: string, limit: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= limit) return whole;
  const kept = whole.slice(0, limit - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

/** A text of at most so many bytes of JSON, without its quotation marks. */
export function cutToBytes(text: string, limit: number): string {
  if (jsonBytes(text) - 2 <= limit) return text.toWellFormed();
  let most = text.length;
  let kept = text;
  // Half as long, then up again, would save little: texts are short.
  do {
    most = Math.min(most - 1, Math.floor((most * limit) / (jsonBytes(kept) - 2)));
    if (most < 2) return limit < 3 ? '' : '…';
    kept = cut(text, most);
  } while (jsonBytes(kept) - 2 > limit);
  return kept;
}

/** Characters of a name, and of a sentence, in data for scripts. */
export const name = (text: string): string => cut(text, 256);
/** The first of a list of names. */
export const names = (texts: readonly string[]): string[] => texts.slice(0, 50).map(name);
export const sentence = (text: string): string => cut(text, 800);
