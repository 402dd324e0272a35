import { GetFindingsCommand } from '@aws-sdk/client-securityhub';
import type { Site } from '../estate/site.ts';

/** What Security Hub holds of a finding. */
export interface Held {
  readonly id: string;
  /** `RecordState` and `Compliance.Status`, such as `ACTIVE FAILED`. */
  readonly state: string;
}

/** The findings of an account and Region, sorted by id; there are fewer than a hundred. */
export async function findingsIn({ clients: { securityHub } }: Site): Promise<Held[]> {
  const { Findings = [] } = await securityHub.send(new GetFindingsCommand({ MaxResults: 100 }));
  return Findings.map(({ Id = '', RecordState, Compliance }) => ({
    id: Id,
    state: `${RecordState} ${Compliance?.Status}`,
  })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Place = Pick<Site, 'accountId' | 'region'>;

/** @param subject its type and id, such as `directory/d-90670123ab` */
export const findingId = ({ accountId, region }: Place, rule: string, subject: string): string =>
  `wsaudit/${accountId}/${region}/${rule}/${subject}`;

export const gapId = ({ accountId, region }: Place, operation: string): string =>
  `workspaces-auditor/coverage/${accountId}/${region}/${operation}`;
