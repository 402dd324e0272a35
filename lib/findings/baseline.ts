import * as z from 'zod';
import type { Accepts } from '../facts/index.ts';
import { InputError } from '../model/errors.ts';
import { isOptional, type Snapshot } from '../snapshot/index.ts';
import { gapsOf } from './coverage.ts';

/** One recorded act: a snapshot became the baseline. Times are ISO 8601 in UTC, hashes as in snapshots. */
export interface BaselineAct {
  readonly sha256: string;
  readonly capturedAt: string;
  /** The hash of the baseline that it replaced; null for the first. */
  readonly replaced: string | null;
  readonly who: string;
  readonly why: string;
  readonly when: string;
  /** Operations that the snapshot did not completely read, and that drift is therefore not judged by. */
  readonly unread: readonly string[];
  /** Absent when the snapshot was accepted as a whole. */
  readonly subjects?: AcceptedSubjects | undefined;
  /** Whether the auditor recorded it by itself, and nobody has looked at it. */
  readonly automatic?: true | undefined;
}

/** The subjects that a newer snapshot was accepted for; all else is as it was in the baseline that was replaced. */
export interface AcceptedSubjects {
  /** `type/id` each. */
  readonly names: readonly string[];
  /** The snapshot that they were taken from. */
  readonly sha256: string;
  readonly capturedAt: string;
}

/** Every act on the baseline of one account and Region, oldest first; the last one is in force. */
export interface BaselineRecord {
  readonly formatVersion: 1;
  readonly accountId: string;
  readonly region: string;
  readonly acts: readonly BaselineAct[];
}

/** What a person says who accepts a snapshot as the new baseline. */
export interface Acceptance {
  readonly who: string;
  readonly why: string;
  readonly when: Date;
  /** The hash of the baseline that the person compared with; null when there was none. */
  readonly replaces: string | null;
  /** What the snapshot was made for, when it is the baseline with some subjects of a newer one. */
  readonly subjects?: AcceptedSubjects | undefined;
  readonly automatic?: true | undefined;
}

const time = z.iso.datetime();
export const baselineSchema: z.ZodType<BaselineRecord> = z.object({
  ...{ formatVersion: z.literal(1), accountId: z.string(), region: z.string() },
  acts: z.array(
    z.object({
      ...{ sha256: z.string(), capturedAt: time, replaced: z.string().nullable() },
      ...{ who: z.string(), why: z.string(), when: time, unread: z.array(z.string()) },
      subjects: z.object({ names: z.array(z.string()), sha256: z.string(), capturedAt: time }).optional(),
      automatic: z.literal(true).optional(),
    }),
  ),
});

/**
 * What of the baseline in force somebody accepted: all of it since the last act on the whole was a person's, and else
 * the subjects of the acts after it. A rule that leaves accepted subjects to the rules on drift must not do so for what
 * the auditor happened to find in the first night.
 */
export function acceptedIn(record: BaselineRecord | undefined): Accepts {
  const acts = record?.acts ?? [];
  const whole = acts.findLastIndex(({ subjects }) => subjects === undefined);
  if (acts[whole]?.automatic !== true) return () => true;
  const names = new Set(acts.slice(whole + 1).flatMap(({ subjects }) => subjects?.names ?? []));
  return (type, id) => names.has(`${type}/${id}`);
}

export const currentBaseline = (record: BaselineRecord | undefined): BaselineAct | undefined => record?.acts.at(-1);

/**
 * The first complete snapshot becomes the baseline by itself. One of some directories only never does, nor one that
 * lacks anything of the fleet that it set out to read or that is required.
 *
 * @param required operations that the rules on drift read
 * @returns the record; the same one when there is a baseline or the snapshot is not complete
 */
export function establishBaseline(
  record: BaselineRecord | undefined,
  snapshot: Snapshot,
  required: Iterable<string>,
  when: Date,
): BaselineRecord | undefined {
  if (currentBaseline(record) !== undefined || isLimited(snapshot)) return record;
  const lacking = gapsOf(snapshot, required).filter(({ operation }) => !isOptional(operation));
  if (snapshot.coverage.size === 0 || lacking.length > 0) return record;
  const why = 'It is the first complete snapshot of the account and Region.';
  return append(record, snapshot, {
    ...{ who: snapshot.header.generator, why, when, replaces: null, automatic: true },
  });
}

/**
 * Accepts a snapshot as the baseline. One that was read in part is accepted, and what it lacks is recorded: where an
 * operation is denied for good there would never be a baseline otherwise.
 *
 * @throws InputError `baseline` with all that is wrong: nobody or nothing said, a baseline that is another by now, a
 *   snapshot of some directories only, older than the baseline, or the baseline itself
 */
export function acceptBaseline(
  record: BaselineRecord | undefined,
  snapshot: Snapshot,
  acceptance: Acceptance,
): BaselineRecord {
  const { accountId, region, capturedAt } = snapshot.header;
  const current = currentBaseline(record);
  const replaced = current?.sha256 ?? null;
  const place = `the baseline of account ${accountId}, ${region}`;
  const another = 'Compare the snapshot with the baseline that is in force, and name its hash.';
  const wrong: readonly (readonly [boolean, found: string, mend: string])[] = [
    [acceptance.who.trim() === '', 'nobody is named who accepts it', 'Say who accepts it.'],
    [acceptance.why.trim() === '', 'no reason is given', 'Say why the change is right.'],
    [
      acceptance.replaces !== replaced,
      `${replaced ?? 'none'} is in force, not ${acceptance.replaces ?? 'none'}`,
      another,
    ],
    [
      replaced === snapshot.sha256 && current?.automatic !== true,
      'the snapshot is the baseline already',
      'There is nothing to accept.',
    ],
    [isLimited(snapshot), 'the snapshot is of some directories only', 'Take a snapshot of the whole Region.'],
    [
      current !== undefined && Date.parse(capturedAt) < Date.parse(current.capturedAt),
      `the snapshot of ${capturedAt} is older than the baseline of ${current?.capturedAt}`,
      'Name a newer snapshot.',
    ],
  ];
  const problems = wrong.flatMap(([applies, found, mend]) => (applies ? [{ place, found, mend }] : []));
  if (problems.length > 0) throw new InputError('baseline', problems);
  return append(record, snapshot, acceptance);
}

const isLimited = ({ header }: Snapshot): boolean => header.scope?.directories !== undefined;

function append(record: BaselineRecord | undefined, snapshot: Snapshot, acceptance: Acceptance): BaselineRecord {
  const { accountId, region, capturedAt } = snapshot.header;
  const { who, why, when, replaces, subjects, automatic } = acceptance;
  const act: BaselineAct = {
    ...{ sha256: snapshot.sha256, capturedAt: new Date(capturedAt).toISOString(), replaced: replaces, who, why },
    when: when.toISOString(),
    unread: gapsOf(snapshot, []).map(({ operation }) => operation),
    ...(subjects === undefined ? {} : { subjects }),
    ...(automatic === undefined ? {} : { automatic }),
  };
  return { formatVersion: 1, accountId, region, acts: [...(record?.acts ?? []), act] };
}
