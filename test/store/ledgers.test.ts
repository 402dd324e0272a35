import { afterEach, beforeEach, expect, test } from 'vitest';
import { LedgerError, remember } from '../../lib/findings/index.ts';
import { type EvidenceBucket, readLedger, updateLedger } from '../../lib/store/index.ts';
import { first, place, run, second } from '../findings/ledger-run.ts';
import { finding } from '../findings/result.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;

beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const enter = (...args: Parameters<typeof run>) =>
  updateLedger(bucket, place, (previous) => {
    const { ledger, events } = remember(previous, run(...args));
    return { value: ledger, outcome: events.map(({ kind }) => kind) };
  });

test('a ledger is kept by account and Region', async () => {
  expect(await readLedger(bucket, place)).toBeUndefined();
  expect(await enter(first, [finding()])).toEqual(['new']);
  expect(await readLedger(bucket, place)).toEqual(remember(undefined, run(first, [finding()])).ledger);
  expect([...s3.objects.keys()]).toEqual(['ledgers/111122223333/us-east-1.json']);
});

test('of a nightly run and an on-demand run of the same moment, each finding is new in one of them', async () => {
  const asked = { sha256: 'another' };
  const [nightly, demanded] = await Promise.all([enter(first, [finding()]), enter(first, [finding()], asked)]);
  expect([nightly, demanded].map(String).sort()).toEqual(['new', 'stillOpen']);
});

test('a publisher and a run that race lose neither what was published nor what was found', async () => {
  await enter(first, [finding()]);
  const publication = { 'security-hub': { hash: 'abc', at: first, state: 'open' as const } };
  const publish = updateLedger(bucket, place, (previous) => {
    if (previous === undefined) throw new Error('no ledger');
    const findings = previous.findings.map((each) => ({ ...each, published: publication }));
    return { value: { ...previous, findings }, outcome: undefined };
  });
  await Promise.all([publish, enter(second, [finding()])]);
  const ledger = await readLedger(bucket, place);
  expect(ledger?.findings.map(({ lastSeen, published }) => ({ lastSeen, published }))).toEqual([
    { lastSeen: second, published: publication },
  ]);
});

test('an older run is refused by the ledger that stands there', async () => {
  await enter(second, [finding()]);
  await expect(enter(first, [])).rejects.toThrow(LedgerError);
  expect((await readLedger(bucket, place))?.capturedAt).toBe(second);
});
