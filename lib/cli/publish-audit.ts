import { Limiter } from '../collect/index.ts';
import { plain } from '../report/index.ts';
import type { CliIo } from './io.ts';
import { publishScanDigest } from './publish-digest.ts';
import type { PublishRequest } from './publish-request.ts';
import { importFindingsOf } from './publish-security-hub.ts';

/** Accounts × Regions that are published at the same time. */
const placesAtOnce = 4;

/**
 * Publishes what a scan found, and says on standard error what was not taken.
 *
 * @returns false when there was something to publish and no destination took anything
 */
export async function publishAudit(request: PublishRequest, io: CliIo): Promise<boolean> {
  const { publication, report } = request;
  const say = (text: string): void => io.stderr.write(`${plain(text)}\n`);
  const remark = request.quiet ? () => {} : say;
  const limiter = new Limiter(placesAtOnce);
  const imports = publication.securityHub
    ? await Promise.all(report.snapshots.map((at) => limiter.run(() => importFindingsOf(request, at))))
    : [];
  for (const { at, accepted, unpublished } of imports) {
    const where = `Security Hub in account ${at.accountId}, ${at.region}`;
    if (accepted > 0) remark(`Published to ${where}: ${accepted}`);
    if (unpublished !== undefined) say(`Not published to ${where}: ${unpublished.message}`);
  }
  const attempts = imports.filter(({ found }) => found > 0).map(({ accepted }) => accepted > 0);
  if (publication.topic !== undefined) {
    const unpublished = imports.flatMap((one) => one.unpublished ?? []);
    const outcome = await publishScanDigest(publication.topic, request, unpublished);
    const { arn } = publication.topic;
    if (outcome.status === 'published') remark(`Published to ${arn}: ${outcome.messageId}`);
    else say(`Not published to ${arn} (${outcome.status}): ${outcome.code}: ${outcome.message}`);
    attempts.push(outcome.status === 'published');
  }
  return attempts.length === 0 || attempts.includes(true);
}
