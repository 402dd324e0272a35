import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { Finding } from './asff-finding.ts';
import { batchesOf, batchLimits } from './batches.ts';
import type { Refusal } from './failure.ts';
import { Importer, type Unavailable } from './importer.ts';
import { Pace, type Timing } from './pace.ts';

/** The IAM actions that importing calls. */
export const securityHubActions: readonly string[] = ['securityhub:BatchImportFindings'];

/** A finding that Security Hub did not take. */
export interface FailedFinding extends Refusal {
  readonly id: string;
}

/** What became of every finding: each id is in exactly one of the lists, in the order in which they were given. */
export interface ImportOutcome {
  /** Taken by Security Hub; only these count as published. */
  readonly accepted: readonly string[];
  /** Refused, twice where a second try could help. */
  readonly failed: readonly FailedFinding[];
  /** Security Hub never looked at them, because it is unavailable. */
  readonly unsent: readonly string[];
  /** Said once, however many findings there are; null when Security Hub answered. */
  readonly unavailable: Unavailable | null;
}

/**
 * Security Hub allows 10 calls a second for an account and Region (with bursts of 30).
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
 */
const millisecondsBetweenCalls = 100;

/**
 * Imports findings of one account and Region; with the default product, the client must be that account's.
 *
 * @param findings of several with one id, the last is sent
 * @returns what became of each; never throws for what AWS answers
 */
export async function importFindings(
  client: SecurityHubClient,
  findings: readonly Finding[],
  timing: Timing,
): Promise<ImportOutcome> {
  const byId = new Map(findings.map((finding) => [finding.Id, finding]));
  const importer = new Importer(client, new Pace(millisecondsBetweenCalls, timing));
  const { batches, tooLarge } = batchesOf(byId.values());
  for (const batch of batches) await importer.send(batch);
  for (const batch of secondTries(byId, importer)) await importer.send(batch);
  for (const { Id } of tooLarge) importer.outcomes.set(Id, oversize);
  return outcomeOf([...byId.keys()], importer);
}

/**
 * What was refused, in batches again. One malformed finding makes Security Hub refuse a whole call as invalid input, so
 * those are sent one by one and each stands for itself.
 */
function secondTries(byId: ReadonlyMap<string, Finding>, { outcomes }: Importer): readonly (readonly Finding[])[] {
  const refused = [...byId.values()].filter(({ Id }) => outcomes.get(Id) !== undefined);
  const condemnedTogether = ({ Id }: Finding) => outcomes.get(Id)?.code === 'InvalidInputException';
  const others = refused.filter((finding) => !condemnedTogether(finding));
  return [...batchesOf(others).batches, ...refused.filter(condemnedTogether).map((finding) => [finding])];
}

const oversize: Refusal = {
  code: 'FindingTooLarge',
  message: `The finding is larger than ${batchLimits.findingBytes} bytes and was not sent`,
};

const outcomeOf = (ids: readonly string[], { outcomes, unavailable }: Importer): ImportOutcome => ({
  accepted: ids.filter((id) => outcomes.has(id) && outcomes.get(id) === undefined),
  failed: ids.flatMap((id) => {
    const refusal = outcomes.get(id);
    return refusal === undefined ? [] : [{ id, ...refusal }];
  }),
  unsent: ids.filter((id) => !outcomes.has(id)),
  unavailable,
});
