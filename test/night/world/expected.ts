import { expect } from 'vitest';
import type { Site } from '../estate/site.ts';
import type { Offer } from '../router/imports.ts';
import { findingId, findingsIn, type Held } from './hub.ts';
import type { Night } from './night.ts';

/** The output of a run of all targets in which all went well. */
export const output = (run: string) => ({
  ...{ run, whole: true, targets: 6, lost: 0, coverageLost: 0, unpublished: 0 },
  digest: { status: 'published', message: expect.any(String) },
  summary: `runs/${run}/summary.json`,
});

const rule = 'fips-workspace-volumes-encrypted';

/** Id of the finding that a WorkSpace is not encrypted. */
export const unencrypted = (at: Site, workspaceId: string): string => findingId(at, rule, `workspace/${workspaceId}`);

/** The same in a digest. */
export const unencryptedLine = ({ accountId, region }: Site, workspaceId: string): string =>
  `${accountId} ${region} ${rule} ${workspaceId}`;

/** Id of the finding of a directory that has the number of its WorkSpaces in its evidence: it is sent when that changes. */
export const counting = (at: Site): string => findingId(at, 'chromeos-client-retired', `directory/${at.directoryId}`);

/** Ids of the findings that no traffic leaves a site's subnets; their evidence has WorkSpaces without a public address. */
export const pathless = (at: Site): string[] =>
  at.subnetIds.map((id) => findingId(at, 'internet-egress-path', `subnet/${id}`));

/** `<id> <RecordState> <Compliance.Status>` of each, sorted. */
export const textsOf = (offers: readonly Offer[]): string[] =>
  offers.map(({ id, state, status }) => `${id} ${state} ${status}`).sort();

/** What Security Hub holds, of all accounts and Regions. */
export const held = async ({ organization: { sites } }: Night): Promise<Held[]> =>
  (await Promise.all(sites.map(findingsIn))).flat();
