import { byCodePoint } from '../../facts/index.ts';
import type { CoverageGap, Result } from '../../model/report.ts';
import type { AnswerParts, RunMemory } from '../memory.ts';
import { gapsOfDirectory } from './gap.ts';

/** What an audit of some directories tells of them. */
export interface OfDirectories {
  readonly results: readonly Result[];
  readonly gaps: readonly CoverageGap[];
  /** Results about whole accounts and Regions, which it says nothing of. */
  readonly leftOut: number;
}

/** Keeps what is about the directories: a look at a part cannot judge the whole, and must not seem to. */
export function ofDirectories(results: readonly Result[], coverage: readonly CoverageGap[]): OfDirectories {
  const own = results.filter((result) => result.subject.type !== 'account' && !lacksTheRest(result));
  return { results: own, gaps: gapsOfDirectory(coverage, own), leftOut: results.length - own.length };
}

/** Whether a result could not be judged only because the rest of the Region was not looked at; see `Estate.limited`. */
const lacksTheRest = ({ status, missing, reason }: Result): boolean =>
  status === 'INSUFFICIENT_DATA' &&
  missing.length === 0 &&
  /the snapshot covers only .*, not the whole Region/.test(reason);

/** Each costs reading a snapshot. */
const mostChecked = 10;

/**
 * The directories that a run was asked for and did not see: nothing was found wrong with them, for they were not there.
 * One that is not checked counts as not seen.
 */
export async function unseen(
  directories: readonly string[],
  { startedAt }: RunMemory,
  { memory }: AnswerParts,
): Promise<string[]> {
  const known = (await memory.vocabulary()).directories;
  const sights = await Promise.all(
    directories.slice(0, mostChecked).map(async (id) => {
      const directory = known.find((one) => one.id === id);
      const judged = directory === undefined ? undefined : await memory.directory(directory);
      return judged !== undefined && Date.parse(judged.capturedAt) >= Date.parse(startedAt) ? [id] : [];
    }),
  );
  const saw = new Set(sights.flat());
  return directories.filter((id) => !saw.has(id)).sort(byCodePoint);
}
