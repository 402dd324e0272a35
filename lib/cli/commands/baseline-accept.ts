import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync, zstdDecompressSync } from 'node:zlib';
import { type Acceptance, type BaselineAct, namedSubject } from '../../findings/index.ts';
import { InputError } from '../../model/errors.ts';
import { acceptStoredBaseline, acceptStoredSubjects, type Candidate } from '../../store/index.ts';
import { type BucketFlags, withBucket } from '../evidence-bucket.ts';
import type { CliIo } from '../io.ts';
import { readSnapshots } from '../read-snapshots.ts';

export interface AcceptFlags extends BucketFlags {
  readonly who: string;
  readonly why: string;
  readonly replaces: string;
  readonly subject: readonly string[];
}

/**
 * `baseline accept`: records the act, and prints what was accepted and what it replaced.
 *
 * @throws InputError
 */
export async function acceptBaseline(file: string, flags: AcceptFlags, io: CliIo): Promise<void> {
  const { who, why, subject } = flags;
  for (const name of subject) namedSubject(name);
  const acceptance: Acceptance = { who, why, when: new Date(), replaces: hashOf(flags.replaces) };
  const candidate = await candidateOf(file, io.cwd);
  const act = await withBucket(flags, io, (bucket) =>
    subject.length === 0
      ? acceptStoredBaseline(bucket, candidate, acceptance)
      : acceptStoredSubjects(bucket, candidate, subject, acceptance),
  );
  if (act !== undefined) io.stdout.write(describe(act, candidate));
}

function hashOf(replaces: string): string | null {
  if (replaces === 'none') return null;
  if (/^[0-9a-f]{64}$/.test(replaces)) return replaces;
  throw new InputError('usage', {
    place: '--replaces',
    found: `"${replaces}"`,
    expected: 'a SHA-256 of 64 hexadecimal digits, or "none"',
    mend: 'Take it from "wsaudit baseline show".',
  });
}

async function candidateOf(file: string, cwd: string): Promise<Candidate> {
  const [only, ...others] = await readSnapshots([file], cwd);
  if (only === undefined || others.length > 0) {
    const mend = 'Name one snapshot.';
    throw new InputError('usage', { place: file, found: `a directory of ${others.length + 1} snapshots`, mend });
  }
  const bytes = await readFile(resolve(cwd, only.file));
  if (only.file.endsWith('.gz')) return { snapshot: only.snapshot, bytes };
  return { snapshot: only.snapshot, bytes: gzipSync(only.file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes) };
}

function describe(act: BaselineAct, { snapshot: { header } }: Candidate): string {
  const { sha256, capturedAt, replaced, unread, subjects } = act;
  const place = `account ${header.accountId}, ${header.region}`;
  return [
    `Accepted as the baseline of ${place}: ${sha256}, captured at ${capturedAt}.`,
    replaced === null ? 'It is the first one.' : `It replaces ${replaced}.`,
    ...(subjects === undefined
      ? []
      : [`Taken from the snapshot of ${subjects.capturedAt}: ${subjects.names.join(', ')}; all else is as it was.`]),
    ...(unread.length === 0
      ? []
      : [`Not completely read in it, so that drift is not judged by: ${unread.join(', ')}.`]),
    '',
  ].join('\n');
}
