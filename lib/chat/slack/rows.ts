import type { Reply, Section } from '../reply.ts';
import { lineText, type Style } from './line.ts';
import { fitted, plainText } from './text.ts';

/** A line of a message; the first one of a section with the heading above it, from which nothing parts it. */
export interface Row {
  readonly text: string;
  /** How many lines of the answer it stands for: none for a heading alone, many for "… and n more". */
  readonly lines: number;
}

const longestHeading = 250;
/** With its heading, a line fits into the 3,000 characters of a section. */
const longestLine = 2700;

/** The lines of each section that has any. */
export const rowsOf = ({ sections }: Pick<Reply, 'sections'>, style: Style): readonly (readonly Row[])[] =>
  sections.map((section) => sectionRows(section, style)).filter((rows) => rows.length > 0);

function sectionRows({ heading = '', lines, isList = false, omitted = 0 }: Section, style: Style): readonly Row[] {
  const bullet = isList ? '• ' : '';
  const title = lineText([style === 'formatted' ? { strong: heading } : heading], style, longestHeading).trim();
  const [first, ...others] = [
    ...lines.map((line) => ({ text: unquoted(bullet, lineText(line, style, longestLine).trim()), lines: 1 })),
    { text: omitted > 0 ? moreText(omitted) : '', lines: omitted },
  ].filter(({ text }) => text !== '');
  if (first === undefined) return title === '' ? [] : [{ text: title, lines: 0 }];
  return title === '' ? [first, ...others] : [{ ...first, text: `${title}\n${first.text}` }, ...others];
}

/** Slack shows a line that begins with > as a quotation. */
const unquoted = (bullet: string, text: string): string => {
  if (text === '') return '';
  return bullet === '' && text.startsWith('&gt;') ? `\u200b${text}` : `${bullet}${text}`;
};

export const moreText = (lines: number): string =>
  lines === 1 ? '… and 1 more' : `… and ${lines.toLocaleString('en-US')} more`;

/** One line of words of our own or of somebody's, as Slack shows it. */
export const words = (text: string, limit: number): string => fitted(text, plainText, limit);
