import type { CoverageGap } from '../model/report.ts';
import { commonMembers, type Finding, limits, rating, type Sighting } from './asff-finding.ts';
import { fieldMap, productLimits } from './fields.ts';
import { resourceOf } from './resource.ts';
import { cut } from './text.ts';

/** A gap's sighting; a gap has no ARN to take the partition from. */
export interface GapSighting extends Omit<Sighting, 'id'> {
  readonly partition: string;
  readonly generator: string;
}

/** The same in every run: one finding for an account, Region and operation. */
export const gapId = ({ accountId, region, operation }: CoverageGap): string =>
  `workspaces-auditor/coverage/${accountId}/${region}/${operation}`;

const types = ['Software and Configuration Checks/AWS Security Best Practices'];

/**
 * The finding that an operation could not be completely read, which stands for all results that are INSUFFICIENT_DATA
 * because of it. What only lacks a baseline or a configuration value leaves no gap, and so no finding.
 *
 * @param gap for a resolved finding, as it was last
 */
export function gapFindingOf(gap: CoverageGap, sighting: GapSighting): Finding {
  const { accountId, region, operation } = gap;
  const { partition, state } = sighting;
  const arn = `arn:${partition}:iam::${accountId}:root`;
  return {
    ...commonMembers({ ...sighting, id: gapId(gap) }, { partition, accountId, region }),
    // Nothing is known to be wrong, but what is wrong would not be seen.
    ...rating('MEDIUM', types),
    GeneratorId: 'workspaces-auditor/coverage',
    Title: cut(`${operation} is read completely`, limits.title),
    Description: cut(descriptionOf(gap), limits.description),
    Remediation: { Recommendation: { Text: cut(remedyOf(gap), limits.recommendationText) } },
    ProductFields: fieldMap(
      { 'workspaces-auditor/Generator': sighting.generator, 'workspaces-auditor/Operation': operation },
      productLimits,
    ),
    Resources: [resourceOf({ type: 'account', id: accountId, arn, accountId, region }, evidenceOf(gap), partition)],
    Compliance: {
      Status: state === 'open' ? 'NOT_AVAILABLE' : 'PASSED',
      StatusReasons: [
        state === 'open'
          ? { ReasonCode: 'INSUFFICIENT_DATA', Description: cut(descriptionOf(gap), limits.statusReasonDescription) }
          : { ReasonCode: 'RESOLVED', Description: 'The operation was completely read, or no rule needs it any more.' },
      ],
    },
  };
}

const outcomes = {
  complete: 'was completely read',
  partial: 'was read only in part',
  denied: 'was denied',
  failed: 'failed',
  skipped: 'was not read',
} as const satisfies Record<CoverageGap['status'], string>;

function descriptionOf({ operation, status, errorCode, message }: CoverageGap): string {
  const cause = [errorCode, message].filter((part) => part !== undefined).join(': ');
  const effect = 'Rules that depend on it cannot be judged, and findings that they made stay open.';
  return `${operation} ${outcomes[status]}${cause === '' ? '' : ` (${cause})`}. ${effect}`;
}

/** An operation's name is also the IAM action. */
const remedyOf = ({ operation, status }: CoverageGap): string =>
  status === 'denied'
    ? `Allow the IAM action ${operation} in the role that the auditor reads this account with, and in the policies that bound it.`
    : `See that the auditor's role has the IAM action ${operation} and that the call succeeds, then audit again.`;

const evidenceOf = ({ operation, status, errorCode, message }: CoverageGap) => ({
  operation,
  status,
  ...(errorCode === undefined ? {} : { errorCode }),
  ...(message === undefined ? {} : { message }),
});
