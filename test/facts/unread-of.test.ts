import { expect, it } from 'vitest';
import { Estate, factParameters } from '../../lib/facts/index.ts';
import { Unknown } from '../../lib/model/unknown.ts';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';

const operation = 'ds:DescribeDomainControllers';

/** An estate of which the controllers were read as the coverage says. */
async function estateWith(coverage: object): Promise<Estate> {
  const header = {
    ...{ type: 'Snapshot', formatVersion: 1, partition: 'aws', accountId: '111122223333', region: 'us-east-1' },
    ...{ capturedAt: '2026-11-22T03:00:00.000Z', generator: 'test' },
  };
  const lines = [header, { type: 'Coverage', operations: [{ operation, count: 0, ...coverage }] }];
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return new Estate(await readSnapshotBytes('estate.ndjson', bytes), factParameters.parse({}));
}

it('a per-resource operation that failed for one resource was read of the others', async () => {
  const estate = await estateWith({ status: 'partial', resources: ['d-1'] });
  expect(estate.unreadOf('DomainController', 'd-1')).toEqual(
    new Unknown(`${operation} was read in part only`, [operation]),
  );
  expect(estate.unreadOf('DomainController', 'd-2')).toBeUndefined();
});

it('one that was read in part without saying of what, or not at all, leaves every resource open', async () => {
  const partial = await estateWith({ status: 'partial' });
  expect(partial.unreadOf('DomainController', 'd-2')).toEqual(
    new Unknown(`${operation} was read in part only`, [operation]),
  );
  const denied = await estateWith({ status: 'denied', errorCode: 'AccessDeniedException' });
  expect(denied.unreadOf('DomainController', 'd-2')).toEqual(
    new Unknown(`${operation} was denied (AccessDeniedException)`, [operation]),
  );
  expect((await estateWith({ status: 'complete' })).unreadOf('DomainController', 'd-2')).toBeUndefined();
});
