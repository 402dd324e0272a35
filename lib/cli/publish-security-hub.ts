import { setTimeout as sleep } from 'node:timers/promises';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { type ClientOptions, makeClient } from '../clients/client.ts';
import type { SnapshotReference } from '../model/report.ts';
import { importFindings, type Unpublished, unpublishedMessage } from '../publish/index.ts';
import { scanFindings } from './publish-findings.ts';
import type { PublishRequest } from './publish-request.ts';

/** What became of the findings of one account and Region. */
export interface Imported {
  readonly at: SnapshotReference;
  readonly accepted: number;
  /** How many there were. */
  readonly found: number;
  readonly unpublished: Unpublished | undefined;
}

/** With the credentials of the account: the default product takes findings from nobody else. */
export async function importFindingsOf(request: PublishRequest, at: SnapshotReference): Promise<Imported> {
  const { collected, report, sourceUrlOf } = request;
  const { accountId, region } = at;
  const target = collected.targets.find((one) => one.access.accountId === accountId && one.region === region);
  if (target === undefined) throw new Error(`no credentials of account ${accountId}, ${region}`);
  const { credentials, partition } = target.access;
  const findings = scanFindings(report, at, { partition, updatedAt: new Date().toISOString(), sourceUrlOf });
  const make = (options: ClientOptions) => new SecurityHubClient(options);
  const client = await makeClient('securityhub', region, credentials, collected.settings, make);
  try {
    const timing = { clock: () => performance.now(), sleep: async (ms: number) => void (await sleep(ms)) };
    const { accepted, failed, unsent, unavailable } = await importFindings(client, findings, timing);
    const message = unpublishedMessage({
      failed: failed.length,
      unsent: unsent.length,
      refusals: failed,
      unavailable,
    });
    return {
      at,
      accepted: accepted.length,
      found: findings.length,
      unpublished: message === undefined ? undefined : { accountId, region, message },
    };
  } finally {
    client.destroy();
  }
}
