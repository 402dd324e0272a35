import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import { collectSnapshot } from '../../../lib/collect/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import { needsWholeRegion, operationsOf } from '../../../lib/findings/index.ts';
import type { Result } from '../../../lib/model/report.ts';
import { belongsTo, estateOf } from '../../../lib/run/chat/memory/scope.ts';
import { isOptional, readSnapshot, type Snapshot } from '../../../lib/snapshot/index.ts';
import { clientsOf } from '../../aws/clients.ts';
import { type EstateSnapshot, loadEstateSnapshot, startAwsDouble } from '../../aws/index.ts';
import { packsOf } from '../collect-world.ts';

const examples = 'examples/estate';
/** The double plays the fleet's services. */
const packs = await packsOf((rule) => !operationsOf(rule).some(isOptional));
const policy = { packs, configuration: defaultConfiguration };

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
});
afterAll(() => rm(scratch, { recursive: true }));

async function collect(estate: EstateSnapshot, url: string, directories?: readonly string[]): Promise<Snapshot> {
  const { accountId, region, partition } = estate.header;
  const { ds, ...others } = clientsOf(url, accountId, region);
  const file = join(scratch, `${accountId}-${region}-${directories?.[0] ?? 'whole'}.ndjson`);
  const clock = () => new Date('2026-11-22T03:00:00Z');
  const clients = { ...others, directoryService: ds };
  await collectSnapshot({ file, accountId, region, partition, clients, clock, ...(directories && { directories }) });
  return await readSnapshot(file);
}

/** Verdicts by rule and subject. */
async function judge(snapshot: Snapshot): Promise<ReadonlyMap<string, Result>> {
  const { report } = await audit({ ...policy, snapshots: [{ file: 'a', snapshot }], baselines: [], part: true });
  return new Map(
    report.results.map((result) => [`${result.ruleId} ${result.subject.type} ${result.subject.id}`, result]),
  );
}

/** Texts name what was read; where one says that something is unknown, so may the severity be another. */
const verdict = (result: Result | undefined) =>
  result && (result.reason.includes('unknown') ? result.status : `${result.status} ${result.severity}`);
const isSame = (part: Result, whole: Result | undefined): boolean =>
  whole !== undefined && (verdict(part) === verdict(whole) || verdict(part) === whole.status);

test.each(await readdir(examples))(
  'an audit of each directory of %s says what one of the Region says',
  async (name) => {
    const estate = await loadEstateSnapshot(join(examples, name));
    const aws = await startAwsDouble({ snapshots: [estate] });
    try {
      const region = await collect(estate, aws.url);
      const whole = await judge(region);
      const differing: unknown[] = [];
      for (const { DirectoryId: id } of region.resources.WorkspaceDirectory.items) {
        const part = await collect(estate, aws.url, [id]);
        const [isAbout, wasAbout] = [belongsTo(estateOf(part, policy), id), belongsTo(estateOf(region, policy), id)];
        const own = await judge(part);
        for (const [key, result] of own) {
          if (!isAbout(result.subject) || needsWholeRegion(result)) continue;
          if (!isSame(result, whole.get(key))) differing.push([id, key, verdict(result), verdict(whole.get(key))]);
        }
        for (const [key, result] of whole) {
          if (wasAbout(result.subject) && !own.has(key)) differing.push([id, key, undefined, verdict(result)]);
        }
      }
      expect(differing).toEqual([]);
    } finally {
      await aws.stop();
    }
  },
);
