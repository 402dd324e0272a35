import { InputError, type Problem } from '../model/errors.ts';
import { operationOf, type Snapshot } from '../snapshot/index.ts';
import { coverageWith } from './baseline-coverage.ts';
import { type FoundLine, keyOf, linesOf, WantedLines } from './baseline-lines.ts';
import { namedSubject, type ResourceName } from './baseline-subject.ts';

/** A snapshot with the text that it was read from. */
export interface SnapshotText {
  readonly snapshot: Snapshot;
  readonly text: string;
}

/**
 * Makes a baseline of the one in force, with just the lines about some subjects taken from a newer snapshot. All other
 * lines stay as they are, and so does the header: the new baseline is no younger than the old one, so that whatever
 * could be compared with that can be compared with it.
 *
 * @param subjects `TYPE/ID` each
 * @returns the text of a snapshot file, uncompressed
 * @throws InputError `usage` for a malformed subject; `baseline` naming every subject of which neither snapshot knows
 *   anything, or that is not in a newer snapshot that did not read everything; and for a snapshot that is older
 */
export function takeSubjects(baseline: SnapshotText, newer: SnapshotText, subjects: readonly string[]): string {
  const named = subjects.map(namedSubject).map(({ name, resourcesIn }) => {
    const both = [...resourcesIn(baseline.snapshot), ...resourcesIn(newer.snapshot)];
    return { name, resources: [...new Map(both.map((one) => [keyOf(one), one])).values()] };
  });
  const wanted = new WantedLines(named.flatMap(({ resources }) => resources));
  const then = wanted.in(baseline.text);
  const now = wanted.in(newer.text);
  const problems = named.flatMap(({ name, resources }) => {
    const known = resources.filter((resource) => then.has(keyOf(resource)) || now.has(keyOf(resource)));
    if (known.length === 0) return [unknown(name)];
    return known.flatMap((one) => (now.has(keyOf(one)) ? [] : unproven(name, one, newer.snapshot)));
  });
  problems.push(...older(baseline.snapshot, newer.snapshot));
  if (problems.length > 0) throw new InputError('baseline', problems);
  return merge(baseline, wanted, now);
}

function older({ header: then }: Snapshot, { header: now }: Snapshot): Problem[] {
  if (Date.parse(now.capturedAt) >= Date.parse(then.capturedAt)) return [];
  const found = `the snapshot of ${now.capturedAt} is older than the baseline of ${then.capturedAt}`;
  return [{ place: `account ${now.accountId}, ${now.region}`, found, mend: 'Name a newer snapshot.' }];
}

const unknown = (name: string): Problem => ({
  place: `--subject ${name}`,
  found: 'neither the baseline nor the snapshot has it',
  mend: 'Name it by the type and id that reports show.',
});

/** What was not completely read may still be there. */
function unproven(name: string, { type, id }: ResourceName, { header, coverage }: Snapshot): Problem[] {
  const operation = operationOf(type);
  if (header.scope?.directories === undefined && coverage.get(operation)?.status === 'complete') return [];
  const found = `the snapshot has no ${type} ${id}, and did not completely read ${operation}`;
  return [{ place: `--subject ${name}`, found, mend: 'Take a whole snapshot that reads it.' }];
}

function merge({ text, snapshot }: SnapshotText, wanted: WantedLines, now: ReadonlyMap<string, FoundLine>): string {
  const lines = linesOf(text);
  // The last line is the coverage.
  const body = lines.slice(0, -1).map((line) => ({ line, resource: wanted.find(line) }));
  const then = body.flatMap(({ resource }) => resource ?? []);
  const gone = then.filter((resource) => !now.has(keyOf(resource)));
  const known = new Set(then.map(keyOf));
  const added = [...now.values()].filter(({ resource }) => !known.has(keyOf(resource)));
  const operations = coverageWith(
    snapshot.coverage,
    added.map(({ resource }) => resource),
    gone,
  );
  return [
    ...body.flatMap(({ line, resource }) => (resource === undefined ? line : (now.get(keyOf(resource))?.line ?? []))),
    ...added.map(({ line }) => line),
    `${JSON.stringify({ type: 'Coverage', operations })}\n`,
  ].join('\n');
}
