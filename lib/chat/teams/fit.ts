import type { Section } from '../reply.ts';
import { blocksOf, type RichTextBlock, runsOf, titleRunsOf } from './elements.ts';

/** Bytes in UTF-8 of an element of an array in JSON, with the comma before it. */
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1;
const bytesOfAll = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + bytesOf(value), 0);

/** A section while lines are given to it. */
interface Draft {
  readonly heading: readonly RichTextBlock[];
  readonly rows: readonly (readonly RichTextBlock[])[];
  readonly omitted: number;
  kept: number;
  full: boolean;
}

/**
 * The sections of an answer as blocks of at most `budget` bytes in UTF-8. What is too much is left out by whole lines,
 * evenly from the ends of the sections, and how many lines are missing is said where they are; a section for which
 * there is no place at all is counted at the end.
 */
export function fitSections(sections: readonly Section[], budget: number): readonly RichTextBlock[] {
  const drafts = sections.map(draftOf);
  const everyLine = drafts.reduce((sum, draft) => sum + linesOf(draft), 0);
  let left = budget - bytesOfAll(moreBlocks(everyLine));

  const placed: Draft[] = [];
  for (const draft of drafts) {
    // Room for the count of missing lines is kept even where none will be missing.
    const needed = bytesOfAll([...draft.heading, ...moreBlocks(linesOf(draft))]);
    if (needed > left) break;
    left -= needed;
    placed.push(draft);
  }
  for (let row = 0; placed.some(({ full }) => !full); row += 1) {
    for (const draft of placed.filter(({ full }) => !full)) {
      const needed = bytesOfAll(draft.rows[row] ?? []);
      draft.full = row >= draft.rows.length || needed > left;
      if (draft.full) continue;
      left -= needed;
      draft.kept = row + 1;
    }
  }
  const lost = drafts.slice(placed.length).reduce((sum, draft) => sum + linesOf(draft), 0);
  return [...placed.flatMap(finish), ...moreBlocks(lost)];
}

function draftOf(section: Section): Draft {
  const bullet = section.isList === true ? ['• '] : [];
  const rows = section.lines
    .map((line) => (blocksOf(line).length === 0 ? [] : blocksOf([...bullet, ...line], { spacing: 'Small' })))
    .filter((blocks) => blocks.length > 0);
  const heading = titleRunsOf(section.heading ?? '', { weight: 'Bolder' });
  return {
    heading: heading.length === 0 ? [] : [{ type: 'RichTextBlock', inlines: heading, spacing: 'Medium' }],
    rows,
    omitted: section.omitted ?? 0,
    kept: 0,
    full: false,
  };
}

const linesOf = ({ rows, omitted }: Draft): number => rows.length + omitted;

const finish = (draft: Draft): readonly RichTextBlock[] => [
  ...draft.heading,
  ...draft.rows.slice(0, draft.kept).flat(),
  ...moreBlocks(linesOf(draft) - draft.kept),
];

const moreBlocks = (count: number): readonly RichTextBlock[] =>
  count === 0
    ? []
    : [{ type: 'RichTextBlock', inlines: runsOf(`… and ${count} more`, { isSubtle: true }), spacing: 'Small' }];
