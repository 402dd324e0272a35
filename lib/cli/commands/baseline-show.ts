import type { BaselineAct, BaselineRecord } from '../../findings/index.ts';
import { InputError } from '../../model/errors.ts';
import { readBaselineRecord } from '../../store/index.ts';
import { columns } from '../columns.ts';
import { type BucketFlags, withBucket } from '../evidence-bucket.ts';
import type { CliIo } from '../io.ts';
import { checkRegions } from '../named-regions.ts';

export interface ShowFlags extends BucketFlags {
  readonly account: string;
  readonly targetRegion: string;
  readonly format: string;
}

/**
 * `baseline show`: prints the record of an account and Region; as JSON, null where there is none.
 *
 * @throws InputError
 */
export async function showBaseline(flags: ShowFlags, io: CliIo): Promise<void> {
  const { account, targetRegion, format } = flags;
  if (!/^\d{12}$/.test(account)) {
    const expected = 'an account id of 12 digits';
    throw new InputError('usage', { place: '--account', found: `"${account}"`, expected, mend: 'Correct it.' });
  }
  checkRegions([targetRegion]);
  const place = { accountId: account, region: targetRegion };
  const record = await withBucket(flags, io, (bucket) => readBaselineRecord(bucket, place));
  io.stdout.write(format === 'json' ? `${JSON.stringify(record ?? null, null, 2)}\n` : describe(record, place));
}

/** Newest first: the first row is in force. */
function describe(record: BaselineRecord | undefined, place: { accountId: string; region: string }): string {
  const acts = record?.acts ?? [];
  const title = `Baseline of account ${place.accountId}, ${place.region}`;
  if (acts.length === 0) return `${title}: none yet. The first complete snapshot becomes it.\n`;
  const rows = acts.toReversed().map((act) => [act.sha256, act.capturedAt, act.when, act.who, act.why, whatOf(act)]);
  return `${title}: the first row is in force\n${columns(['SHA256', 'CAPTURED', 'ACCEPTED', 'WHO', 'WHY', 'WHAT'], rows)}`;
}

const whatOf = ({ subjects, unread }: BaselineAct): string => {
  const what = subjects === undefined ? 'whole' : subjects.names.join(', ');
  return unread.length === 0 ? what : `${what}; not read: ${unread.join(', ')}`;
};
