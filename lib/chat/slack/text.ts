/** Breaks of lines and other control characters. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/** What cannot be seen but changes how what is around it reads: direction marks, zero widths, tags. */
const invisible = /\p{Cf}/gu;

/** On one line, with what cannot be seen shown as U+FFFD: names come from whoever may create resources. */
export const oneLine = (text: string): string => text.toWellFormed().replace(breaks, ' ').replace(invisible, '\ufffd');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** With the three characters escaped that make links and mentions. */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => entities[character] ?? '');

/** Parts a word from what formats it, or a colon from the name of an emoji, without being seen. */
export const zeroWidth = '\u200b';

/** Slack has no escape for what formats text; these look alike and format nothing. */
const lookAlikes: Readonly<Record<string, string>> = { '*': '\u2217', '~': '\u223c', '`': '\u02cb', _: '\u02cd' };

/** Text that Slack shows as it is, with no part of it bold, a link, a mention or an emoji. */
export const plainText = (text: string): string =>
  escaped(oneLine(text))
    // Between letters and digits, as in NON_COMPLIANT, an underscore formats nothing.
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (character) => lookAlikes[character] ?? '')
    .replace(/:(?=[\p{L}\p{N}_+'-]+:)/gu, `:${zeroWidth}`);

/** Text between backticks, where only a backtick and the three escaped characters are special. */
export const codeText = (text: string): string => escaped(oneLine(text)).replaceAll('`', lookAlikes['`'] ?? '');

const ellipsis = '…';

/**
 * The rendered text, or as much of its beginning as fits with an ellipsis. It is cut before it is rendered, so that no
 * escape is parted, and never within a surrogate pair.
 *
 * @param render puts one character or more for each
 * @param limit in UTF-16 code units, which are never fewer than characters; at least 1
 */
export function fitted(text: string, render: (text: string) => string, limit: number): string {
  const whole = text.length <= limit ? render(text) : undefined;
  if (whole !== undefined && whole.length <= limit) return whole;
  // The longest beginning that fits lies between these.
  let [fits, tooLong] = [0, Math.min(text.length, limit) + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (render(beginning(text, middle)).length < limit) fits = middle;
    else tooLong = middle;
  }
  return `${render(beginning(text, fits)).trimEnd()}${ellipsis}`;
}

/** A high surrogate at the end has lost its other half. */
const beginning = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
