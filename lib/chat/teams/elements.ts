import { cut } from '../../model/text.ts';
import type { Line, Span } from '../reply.ts';
import { type OpenUrl, openUrl } from './link.ts';

/*
 * Lines of an answer as rich text. Teams reads Markdown in TextBlocks and facts, so that a resource named
 * `[invoice](https://…)` would become a link there; in TextRuns it reads none. That is why no other element holds text.
 */

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large';
  readonly fontType?: 'Monospace';
  readonly isSubtle?: true;
  readonly color?: 'Accent';
  readonly selectAction?: OpenUrl;
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: 'None' | 'Small' | 'Medium';
  readonly separator?: true;
}

type Look = Omit<TextRun, 'type' | 'text'>;

/** Control characters, and the marks that turn the direction of the text around them. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Two things are read in every text of a card: `{{DATE(…)}}` and `{{TIME(…)}}`, which clients replace by a time, and
 * `<at>…</at>`, which names who is mentioned. Parted over two runs, both stay what they are.
 */
const active = /(?<=\{)(?=\{(?:DATE|TIME)\()|(?<=<)(?=\/?at\b)/i;

/** A text as runs that look alike and show what it says; none for an empty one. */
export function runsOf(text: string, look: Look = {}): readonly TextRun[] {
  const shown = printable(text);
  return shown === '' ? [] : shown.split(active).map((part) => ({ type: 'TextRun', text: part, ...look }));
}

/** A text in one line, with the blanks around it: a span goes on where the one before it ends. */
const printable = (text: string): string => text.toWellFormed().replace(unprintable, ' ');

/** Most characters of a title or heading, and fewer ones where they take too many bytes as runs. */
const titleLengths = [300, 100, 30];
const mostTitleBytes = 2000;

/** A title or heading as runs of at most 2,000 bytes in JSON; what is cut ends in an ellipsis. */
export function titleRunsOf(text: string, look: Look): readonly TextRun[] {
  if (text === '') return [];
  const runs = titleLengths.map((length) => runsOf(cut(text, length), look));
  return runs.find((some) => Buffer.byteLength(JSON.stringify(some)) <= mostTitleBytes) ?? [];
}

/** One line, or nothing for an empty one: clients refuse blocks without text. */
export function blocksOf(line: Line, look: Omit<RichTextBlock, 'type' | 'inlines'> = {}): readonly RichTextBlock[] {
  const inlines = line.flatMap(spanRuns);
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', inlines, ...look }];
}

function spanRuns(span: Span): readonly TextRun[] {
  if (typeof span === 'string') return runsOf(span);
  if ('code' in span) return runsOf(span.code, { fontType: 'Monospace' });
  if ('strong' in span) return runsOf(span.strong, { weight: 'Bolder' });
  const selectAction = openUrl(span.url);
  return runsOf(span.link, selectAction === undefined ? {} : { color: 'Accent', selectAction });
}
