import type { Accepts } from '../facts/index.ts';
import { InputError } from '../model/errors.ts';
import type { Snapshot } from '../snapshot/index.ts';

/** A snapshot and the file that it was read from, for messages. */
export interface SnapshotFile {
  readonly file: string;
  readonly snapshot: Snapshot;
}

/** A baseline. */
export interface BaselineFile extends SnapshotFile {
  /** Absent when somebody named the whole of it, as on the command line. */
  readonly accepted?: Accepts | undefined;
}

/** A snapshot with the older one that it is compared with. */
export interface Target extends SnapshotFile {
  readonly baseline: Snapshot | undefined;
  readonly accepted?: Accepts | undefined;
}

/**
 * Joins snapshots with their baselines, by account and Region.
 *
 * @returns the targets, and the baselines that belong to none of them
 * @throws InputError `snapshot` or `baseline` for two files of one account and Region, `baseline` for one that is not
 *   older than its snapshot
 */
export function joinBaselines(
  snapshots: readonly SnapshotFile[],
  baselines: readonly BaselineFile[],
): { readonly targets: readonly Target[]; readonly unused: readonly SnapshotFile[] } {
  refuseRepeated('snapshot', snapshots);
  refuseRepeated('baseline', baselines);
  const byPlace = new Map(baselines.map((baseline) => [placeOf(baseline), baseline]));
  const problems = snapshots.flatMap((now) => {
    const then = byPlace.get(placeOf(now));
    if (then === undefined || isOlder(then, now)) return [];
    return [
      {
        place: then.file,
        found: `the baseline was captured at ${then.snapshot.header.capturedAt}`,
        expected: `one older than ${now.file}, captured at ${now.snapshot.header.capturedAt}`,
        mend: 'Name an earlier snapshot with --baseline.',
      },
    ];
  });
  if (problems.length > 0) throw new InputError('baseline', problems);
  const places = new Set(snapshots.map(placeOf));
  return {
    targets: snapshots.map((now) => {
      const baseline = byPlace.get(placeOf(now));
      return { ...now, baseline: baseline?.snapshot, accepted: baseline?.accepted };
    }),
    unused: baselines.filter((baseline) => !places.has(placeOf(baseline))),
  };
}

const placeOf = ({ snapshot: { header } }: SnapshotFile): string => `${header.accountId} ${header.region}`;

const isOlder = (a: SnapshotFile, b: SnapshotFile): boolean =>
  Date.parse(a.snapshot.header.capturedAt) < Date.parse(b.snapshot.header.capturedAt);

function refuseRepeated(code: 'snapshot' | 'baseline', files: readonly SnapshotFile[]): void {
  const problems = [...Map.groupBy(files, placeOf)].flatMap(([place, [first, ...others]]) =>
    others.map(({ file }) => ({
      place: file,
      found: `a second ${code} of account ${place.replace(' ', ', ')}: the first is ${first?.file ?? ''}`,
      mend: 'Name one of the two.',
    })),
  );
  if (problems.length > 0) throw new InputError(code, problems);
}
