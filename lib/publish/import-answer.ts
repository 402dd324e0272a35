import type { BatchImportFindingsCommandOutput } from '@aws-sdk/client-securityhub';
import type { Finding } from './asff-finding.ts';
import type { Refusal } from './failure.ts';

type Answer = Pick<BatchImportFindingsCommandOutput, 'FailedCount' | 'SuccessCount' | 'FailedFindings'>;

/**
 * What became of each finding of a batch. An answer with status 200 can hide failures, and one whose numbers do not
 * agree with the failures that it names proves nothing of the others: they count as not taken.
 *
 * @returns by finding id: the failure, or undefined where it was taken
 */
export function readAnswer(batch: readonly Finding[], answer: Answer): ReadonlyMap<string, Refusal | undefined> {
  const { FailedCount, SuccessCount, FailedFindings = [] } = answer;
  const named = new Map(
    FailedFindings.map(({ Id, ErrorCode, ErrorMessage }) => [
      Id ?? '',
      { code: ErrorCode ?? 'Unknown', message: ErrorMessage ?? 'Security Hub gave no reason' },
    ]),
  );
  const refused = batch.filter(({ Id }) => named.has(Id)).length;
  const agrees = FailedCount === refused && SuccessCount === batch.length - refused;
  const unproven: Refusal = {
    code: 'UnprovenImport',
    message: `Security Hub says that it took ${SuccessCount} and refused ${FailedCount} of ${batch.length} findings, and names ${refused}`,
  };
  return new Map(batch.map(({ Id }) => [Id, named.get(Id) ?? (agrees ? undefined : unproven)]));
}
