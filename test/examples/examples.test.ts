import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateExamples } from '../../examples/generate/examples.ts';
import { readSnapshot, type Snapshot } from '../../lib/snapshot/index.ts';
import { isOptional } from '../../lib/snapshot/optional.ts';
import { emptyResources } from '../../lib/snapshot/resource-types.ts';
import { baselines, examples, files } from './files.ts';
import { occasions } from './plan/index.ts';
import { subjectNamed } from './subjects.ts';

const committed = [...Object.values(files), ...baselines];
const snapshots = new Map<string, Snapshot>();

beforeAll(async () => {
  for (const [region, file] of Object.entries(files)) snapshots.set(region, await readSnapshot(join(examples, file)));
});

describe('the example files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wsaudit-examples-'));
    await generateExamples(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(committed)('%s is what the generator writes', async (file) => {
    expect(await readFile(join(folder, file), 'utf8')).toBe(await readFile(join(examples, file), 'utf8'));
  });

  test.each(committed)('%s is a snapshot that names every operation that can be read', async (file) => {
    const { coverage, notes } = await readSnapshot(join(examples, file));
    expect(notes).toEqual([]);
    const operations = Object.values(emptyResources()).map(({ operation }) => operation);
    const wanted = file.includes('baseline') ? operations.filter((operation) => !isOptional(operation)) : operations;
    expect([...coverage.keys()].sort()).toEqual([...new Set([...wanted, 'ds:ListCertificates'])].sort());
  });

  test('every baseline is older than the snapshot of its place', async () => {
    for (const file of baselines) {
      const { header } = await readSnapshot(join(examples, file));
      const current = snapshots.get(header.region)?.header;
      expect(current?.accountId).toBe(header.accountId);
      expect(Date.parse(header.capturedAt)).toBeLessThan(Date.parse(current?.capturedAt ?? ''));
    }
  });
});

describe('the example estate', () => {
  const estate = (): Snapshot[] => [...snapshots.values()].filter(({ header }) => header.region !== 'us-west-2');

  test('has about 320 WorkSpaces in two accounts of two partitions', () => {
    const count = estate().reduce((sum, { resources }) => sum + resources.Workspace.items.length, 0);
    expect(count).toBeGreaterThanOrEqual(300);
    expect(count).toBeLessThanOrEqual(330);
    expect(new Set(estate().map(({ header }) => header.partition))).toEqual(new Set(['aws', 'aws-us-gov']));
    expect(new Set(estate().map(({ header }) => header.accountId)).size).toBe(2);
  });

  test('has directories of every common type', () => {
    const directories = estate().flatMap(({ resources }) => resources.WorkspaceDirectory.items);
    expect(new Set(directories.map(({ DirectoryType }) => DirectoryType))).toEqual(
      new Set(['MicrosoftAD', 'AD_CONNECTOR', 'SIMPLE_AD', 'AWS_IAM_IDENTITY_CENTER', 'CUSTOMER_MANAGED']),
    );
    expect(directories.map(({ State }) => State)).toContain('DEREGISTERING');
    expect(directories.map(({ WorkspaceType }) => WorkspaceType)).toContain('POOLS');
  });

  test('could not be read completely', () => {
    const unread = estate().flatMap(({ coverage }) =>
      [...coverage.values()].filter((one) => one.status !== 'complete'),
    );
    expect(unread.map(({ operation, status }) => [operation, status])).toEqual([
      ['ec2:DescribeVpcEndpoints', 'denied'],
    ]);
  });
});

describe.each(occasions)('the plan $name', ({ plan }) => {
  test('names only subjects that exist, each in one column', () => {
    for (const [rule, meant] of Object.entries(plan)) {
      const names = Object.values(meant).flat();
      expect(new Set(names).size, rule).toBe(names.length);
      for (const name of names) expect(subjectOf(name).id).toBeTruthy();
    }
  });
});

function subjectOf(name: string): ReturnType<typeof subjectNamed> {
  const [region = '', subject = ''] = name.split('/');
  const snapshot = snapshots.get(region);
  if (snapshot === undefined) throw new Error(`no example of ${region}`);
  return subjectNamed(subject, snapshot);
}
