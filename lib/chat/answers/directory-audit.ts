import { byCodePoint } from '../../facts/index.ts';
import { needsWholeRegion } from '../../findings/index.ts';
import { placeKey } from '../../model/place.ts';
import type { CoverageGap, Result } from '../../model/report.ts';
import type { AnswerParts, RunMemory } from '../memory.ts';
import { gapsOfDirectory, listsDirectories } from './gap.ts';

/** What an audit of some directories tells of them. */
export interface OfDirectories {
  readonly results: readonly Result[];
  readonly gaps: readonly CoverageGap[];
  /** Results about whole accounts and Regions, which it says nothing of. */
  readonly leftOut: number;
}

/** Keeps what is about the directories: a look at a part cannot judge the whole, and must not seem to. */
export function ofDirectories(results: readonly Result[], coverage: readonly CoverageGap[]): OfDirectories {
  const own = results.filter((result) => result.subject.type !== 'account' && !needsWholeRegion(result));
  return { results: own, gaps: gapsOfDirectory(coverage, own), leftOut: results.length - own.length };
}

/** The directories that a run was asked for and did not see: nothing was found wrong with them, for none was looked at. */
export async function unseen(
  directories: readonly string[],
  { startedAt, judged }: RunMemory,
  { memory }: AnswerParts,
): Promise<string[]> {
  // The same id may be in another Region too, and was not looked at there.
  const places = new Set(judged.map(placeKey));
  const known = (await memory.vocabulary()).directories;
  const saw = new Set(
    known
      .filter((one) => places.has(placeKey(one)) && Date.parse(one.seenAt ?? '') >= Date.parse(startedAt))
      .map(({ id }) => id),
  );
  return directories.filter((id) => !saw.has(id)).sort(byCodePoint);
}

/** Whether what a run did not see is not there: it looked everywhere, and all answers came. */
export const provesGone = ({ lost, judged }: RunMemory): boolean =>
  lost.length === 0 && judged.length > 0 && judged.every(({ report }) => !report.coverage.some(listsDirectories));
