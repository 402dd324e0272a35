import { generator } from '../model/generator.ts';
import {
  dueIn,
  type ImportOutcome,
  markTaken,
  type SecurityHubClient,
  type Telling,
  type Timing,
} from '../publish/index.ts';
import { type EvidenceBucket, ledgerKey, readLedger, StoreError, updateLedger } from '../store/index.ts';
import { type PortionParts, sendPortions } from './publish-portions.ts';
import type { PublishInput, RunTarget, SecurityHubOutcome, TargetOutcome } from './steps.ts';

export interface PublishParts {
  readonly bucket: EvidenceBucket;
  /** Makes a client of the target's own account and Region; asked only when something is due. */
  readonly securityHubOf: (target: RunTarget) => Promise<SecurityHubClient>;
  readonly timing: Timing;
  readonly clock: () => Date;
  /** Page of a rule's source; undefined when it is not known. */
  readonly sourceUrlOf: (ruleId: string) => string | undefined;
}

/** Refusals that the outcome names: it passes through the state machine, and the first ones tell the cause. */
const mostRefusals = 10;

/**
 * Tells Security Hub what it does not know yet, and marks in the ledger what it took. What it refused, or was not
 * asked, stays due. Repeating it sends at worst the same findings once more.
 *
 * @returns what became of it, also when Security Hub is not available
 * @throws StoreError, and whatever `securityHubOf` throws
 */
export async function publishStep(input: PublishInput, parts: PublishParts): Promise<TargetOutcome> {
  const { target, snapshot, report, news } = input;
  return { outcome: 'audited', target, snapshot, report, news, securityHub: countsOf(await send(target, parts)) };
}

async function send(
  target: RunTarget,
  { bucket, securityHubOf, timing, clock, sourceUrlOf }: PublishParts,
): Promise<ImportOutcome> {
  const telling: Telling = { partition: target.partition, generator, sourceUrlOf };
  // Before the ledger is read: of two runs that race, the one that read the newer ledger has the later time.
  const now = clock();
  const ledger = await readLedger(bucket, target);
  if (ledger === undefined) throw gone(target);
  const due = dueIn(ledger, now, telling);
  if (due.length === 0) return { accepted: [], failed: [], unsent: [], unavailable: null };
  const updatedAt = now.toISOString();
  const mark: PortionParts['mark'] = (taken) =>
    updateLedger(bucket, target, (previous) => {
      if (previous === undefined) throw gone(target);
      return { value: markTaken(previous, taken), outcome: undefined };
    });
  return await sendPortions(due, { client: await securityHubOf(target), timing, telling, updatedAt, mark });
}

const countsOf = ({ accepted, failed, unsent, unavailable }: ImportOutcome): SecurityHubOutcome => ({
  ...{ accepted: accepted.length, failed: failed.length, unsent: unsent.length },
  refusals: failed.slice(0, mostRefusals),
  unavailable,
});

const gone = (target: RunTarget): StoreError =>
  new StoreError('damaged', ledgerKey(target), 'the ledger is gone; restore it');
