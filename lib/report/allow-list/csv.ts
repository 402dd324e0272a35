import type { Entry } from './entry.ts';

const headings = [
  ...(['region', 'direction', 'purpose', 'destination', 'path', 'transport'] as const),
  ...(['ports', 'protocol', 'when', 'section', 'remark'] as const),
];

/** RFC 4180: a header, commas, CRLF, quotes doubled. */
export const allowListCsv = (entries: readonly Entry[]): string =>
  [headings, ...entries.map((entry) => headings.map((heading) => entry[heading] ?? ''))]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');

/**
 * One cell. Spreadsheets run what starts like a formula, so such a cell starts with an apostrophe instead
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
