import { InputError, type Problem } from '../model/errors.ts';
import { operationOf, type ResourceType, type Snapshot } from '../snapshot/index.ts';
import { emptyResources, isResourceType } from '../snapshot/resource-types.ts';
import { coverageWith } from './baseline-coverage.ts';
import { type LineKey, namedSubject } from './baseline-subject.ts';

/** A snapshot with the text that it was read from. */
export interface SnapshotText {
  readonly snapshot: Snapshot;
  readonly text: string;
}

/**
 * Makes a baseline from the one in force, with just the lines about some subjects taken from a newer snapshot. All
 * other lines stay as they are, byte for byte, and so does the header: the new baseline is as old as the old one, so
 * that all that the old one was compared with can be compared with it, too.
 *
 * @param subjects `TYPE/ID` each
 * @returns the text of a snapshot file
 * @throws InputError `usage` for a malformed subject; `baseline` naming every subject of which neither snapshot knows
 *   anything, or that is gone from a newer snapshot that did not read everything
 */
export function takeSubjects(baseline: SnapshotText, newer: SnapshotText, subjects: readonly string[]): string {
  const keys = new Set<string>();
  const problems: Problem[] = [];
  for (const { name, linesIn } of subjects.map(namedSubject)) {
    const about = new Set([...linesIn(baseline.snapshot), ...linesIn(newer.snapshot)]);
    const then = linesAbout(baseline.text, about);
    const now = linesAbout(newer.text, about);
    if (then.size === 0 && now.size === 0) problems.push(unknown(name));
    for (const key of then.keys()) if (!now.has(key)) problems.push(...goneIn(newer.snapshot, key, name));
    for (const key of about) keys.add(key);
  }
  if (problems.length > 0) throw new InputError('baseline', problems);
  return merge(baseline, linesAbout(newer.text, keys), keys);
}

const place = (name: string): string => `--subject ${name}`;

const unknown = (name: string): Problem => ({
  place: place(name),
  found: 'neither the baseline nor the snapshot knows it',
  mend: 'Name it as a report does, such as securityGroup/sg-0a1b2c3d4.',
});

/** What a partial read did not see may still be there. */
function goneIn({ header, coverage }: Snapshot, key: LineKey, name: string): Problem[] {
  const operation = operationOf(typeOf(key));
  if (header.scope?.directories === undefined && coverage.get(operation)?.status === 'complete') return [];
  const found = `the snapshot does not have ${key.replace(' ', ' ')}, and did not completely read ${operation}`;
  return [{ place: place(name), found, mend: 'Take a snapshot that reads it.' }];
}

const typeOf = (key: LineKey): ResourceType => {
  const [type = ''] = key.split(' ');
  if (isResourceType(type)) return type;
  throw new Error(`no resource type: ${type}`);
};

/** The lines with these keys. Only lines that hold one of the ids are parsed: a fleet has hundreds of thousands. */
function linesAbout<Key extends string>(text: string, keys: ReadonlySet<Key>): Map<Key, string> {
  const found = new Map<Key, string>();
  for (const line of text.split(/\r?\n/)) {
    const key = keyAmong(line, keys);
    if (key !== undefined) found.set(key, line);
  }
  return found;
}

function keyAmong<Key extends string>(line: string, keys: ReadonlySet<Key>): Key | undefined {
  const candidates = [...keys].filter((key) => line.includes(key.slice(key.indexOf(' ') + 1)));
  if (candidates.length === 0) return undefined;
  const { type, resource } = JSON.parse(line);
  if (typeof type !== 'string' || !isResourceType(type)) return undefined;
  const taken = emptyResources()[type].take(resource);
  return 'id' in taken ? candidates.find((key) => key === `${type} ${taken.id}`) : undefined;
}

function merge({ text, snapshot }: SnapshotText, taken: ReadonlyMap<string, string>, keys: ReadonlySet<string>): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const coverage = lines.pop() ?? '';
  const change = new Map<string, number>();
  const count = (key: string, by: number) => {
    const [type = ''] = key.split(' ');
    const operation = isResourceType(type) ? operationOf(type) : type;
    change.set(operation, (change.get(operation) ?? 0) + by);
  };
  const replaced = new Set<string>();
  const kept = lines.flatMap((line) => {
    const key = keyAmong(line, keys);
    if (key === undefined) return [line];
    replaced.add(key);
    const now = taken.get(key);
    if (now === undefined) count(key, -1);
    return now ?? [];
  });
  const added = [...taken].filter(([key]) => !replaced.has(key));
  for (const [key] of added) count(key, 1);
  const operations = coverageWith(snapshot.coverage, change);
  const last = JSON.stringify({ ...JSON.parse(coverage), operations });
  return `${[...kept, ...added.map(([, line]) => line), last].join('\n')}\n`;
}
