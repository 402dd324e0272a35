/** Control characters, and the marks that turn the direction of the text around them. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/** Says that something was left out. */
const ellipsis = '…';

/**
 * One line of text that a service takes and a reader can trust: names come from whoever may tag or create resources.
 * Lone surrogates become U+FFFD, control characters and line breaks a space, direction marks too. Security Hub
 * refuses strings without a visible character (the model's pattern is `.*\S.*`), so an empty one becomes `(empty)`.
 */
export function plain(text: string): string {
  const line = text.toWellFormed().replace(unprintable, ' ').trim();
  return line === '' ? '(empty)' : line;
}

/**
 * {@link plain} text of at most `limit` UTF-16 code units, which is never more than `limit` characters by any other
 * count. What is cut ends in an ellipsis, and a surrogate pair is never parted.
 *
 * @param limit at least 2
 */
export function cut(text: string, limit: number): string {
  const line = plain(text);
  if (line.length <= limit) return line;
  const kept = line.slice(0, limit - 1);
  // A high surrogate at the end has lost its other half.
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}${ellipsis}`;
}
