import type { Line, Span } from '../reply.ts';
import { codeText, fitted, plainText, zeroWidth } from './text.ts';

/** How a line is shown: with Slack's formatting, or as words only, for notifications and screen readers. */
export type Style = 'formatted' | 'words';

/** Longer addresses than this are not linked to. */
const longestUrl = 2000;

/** What encloses a part, a space of no width before it, and the ellipsis of the line. */
const margin = 4;

/**
 * A line in Slack's markup, of at most `limit` characters. A part that does not fit ends in an ellipsis; what follows
 * it is left out.
 */
export function lineText(line: Line, style: Style, limit: number): string {
  let text = '';
  for (const span of line) {
    const room = limit - margin - text.length;
    if (room < 1) return /…[`*]?$/.test(text) ? text : `${text}…`;
    text += joined(text, render(span, style, room));
  }
  return text;
}

function render(span: Span, style: Style, limit: number): string {
  if (typeof span === 'string') return fitted(span, plainText, limit);
  if ('link' in span) return linkText(span, limit);
  if (style === 'words') return fitted('code' in span ? span.code : span.strong, plainText, limit);
  return 'code' in span
    ? enclosed('`', fitted(span.code, codeText, limit))
    : enclosed('*', fitted(span.strong, plainText, limit));
}

/** Slack formats nothing that begins or ends with a space. */
const enclosed = (mark: string, text: string): string => (text.trim() === '' ? '' : `${mark}${text.trim()}${mark}`);

/** A link to an https address; its words alone where it is none, or does not fit. */
export function linkText({ link, url }: { readonly link: string; readonly url: string }, limit: number): string {
  const words = fitted(link, plainText, limit);
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || words.trim() === '') return words;
  const linked = `<${parsed.href.replaceAll('|', '%7C').replaceAll('&', '&amp;')}|${words.replaceAll('|', '¦')}>`;
  return linked.length <= Math.min(limit, longestUrl) ? linked : words;
}

/** Backticks and asterisks only format where a word ends. */
function joined(before: string, part: string): string {
  const isTight = /[\p{L}\p{N}]$/u.test(before) && /^[`*]/.test(part);
  const isTightAfter = /[`*]$/.test(before) && /^[\p{L}\p{N}`*]/u.test(part);
  return isTight || isTightAfter ? `${zeroWidth}${part}` : part;
}
