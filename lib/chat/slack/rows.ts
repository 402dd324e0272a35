import type { Section } from '../reply.ts';
import { lineText, type Style } from './line.ts';
import { fitted, plainText, zeroWidth } from './text.ts';

/** A line of a message. */
export interface Row {
  /** With the heading above it, where it is the first of a section; empty when there is nothing to show. */
  readonly text: string;
  /** How many lines of the answer it stands for: none for a heading alone, many for "… and n more". */
  readonly lines: number;
  /** Whether a section begins here. */
  readonly begins: boolean;
}

const longestHeading = 250;
/** With its heading, a line fits into the 3,000 characters of a section. */
const longestLine = 2700;

/** The lines of an answer one by one, so that no more are made than are shown. */
export function* rowsOf(sections: readonly Section[], style: Style): Generator<Row> {
  for (const { heading = '', lines, isList = false, omitted = 0 } of sections) {
    const title = lineText([style === 'formatted' ? { strong: heading } : heading], style, longestHeading).trim();
    let above = title === '' ? [] : [title];
    let begins = true;
    for (const line of lines) {
      const text = lineText(line, style, longestLine).trim();
      if (text === '') yield { text, lines: 1, begins: false };
      else {
        yield { text: [...above, isList ? `• ${text}` : unquoted(text)].join('\n'), lines: 1, begins };
        [above, begins] = [[], false];
      }
    }
    if (omitted > 0) yield { text: [...above, moreText(omitted)].join('\n'), lines: omitted, begins };
    else if (above.length > 0) yield { text: title, lines: 0, begins };
  }
}

/** How many lines an answer has, with those that were left out of it. */
export const linesOf = (sections: readonly Section[]): number =>
  sections.reduce((sum, { lines, omitted = 0 }) => sum + lines.length + Math.max(0, omitted), 0);

/** Slack shows a line that begins with > as a quotation. */
const unquoted = (text: string): string => (text.startsWith('&gt;') ? `${zeroWidth}${text}` : text);

export const moreText = (lines: number): string =>
  lines === 1 ? '… and 1 more' : `… and ${lines.toLocaleString('en-US')} more`;

/** One line of words of our own or of somebody's, as Slack shows it. */
export const words = (text: string, limit: number): string => fitted(text, plainText, limit);
