import { expect, test } from 'vitest';
import { takeSubjects } from '../../lib/findings/index.ts';
import { InputError } from '../../lib/model/errors.ts';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';
import { first, place, second } from './ledger-run.ts';

const groups = 'ec2:DescribeSecurityGroups';
const interfaces = 'ec2:DescribeNetworkInterfaces';
const desktops = 'workspaces:DescribeWorkspaces';

const group = (GroupId: string, port: number) => ({
  type: 'SecurityGroup',
  resource: { GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port }] },
});
const eni = (NetworkInterfaceId: string, PrivateIpAddress: string, GroupId: string, SubnetId = 'subnet-a') => ({
  type: 'NetworkInterface',
  resource: {
    ...{ NetworkInterfaceId, SubnetId, PrivateIpAddresses: [{ PrivateIpAddress, Primary: true }] },
    Groups: [{ GroupId }],
  },
});
const workspace = (WorkspaceId: string, IpAddress: string) => ({
  type: 'Workspace',
  resource: { WorkspaceId, SubnetId: 'subnet-a', IpAddress },
});

type Line = { readonly type: string; readonly resource: object };
const operations: { readonly [type: string]: string } = {
  ...{ SecurityGroup: groups, NetworkInterface: interfaces, Workspace: desktops },
};

/** A snapshot of some lines; all three operations are complete unless said otherwise. */
async function snapshot(
  capturedAt: string,
  lines: readonly Line[],
  statuses: { readonly [operation: string]: string } = {},
) {
  const coverage = [groups, interfaces, desktops].map((operation) => ({
    operation,
    status: statuses[operation] ?? 'complete',
    count: lines.filter(({ type }) => operations[type] === operation).length,
  }));
  const header = { type: 'Snapshot', formatVersion: 1, partition: 'aws', ...place, capturedAt, generator: 'test/1' };
  const all = [header, ...lines, { type: 'Coverage', operations: coverage }];
  const text = all.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { text, snapshot: await readSnapshotBytes('test.ndjson', Buffer.from(text)) };
}

const then = () =>
  snapshot(first, [
    group('sg-1', 22),
    group('sg-2', 22),
    workspace('ws-1', '10.0.0.1'),
    eni('eni-1', '10.0.0.1', 'sg-1'),
  ]);

test('takes the lines about a subject, and leaves every other byte as it was', async () => {
  const newer = await snapshot(second, [group('sg-2', 443), group('sg-1', 443)]);
  const expected = await snapshot(first, [
    group('sg-1', 443),
    group('sg-2', 22),
    workspace('ws-1', '10.0.0.1'),
    eni('eni-1', '10.0.0.1', 'sg-1'),
  ]);
  expect(takeSubjects(await then(), newer, ['securityGroup/sg-1'])).toBe(expected.text);
});

test('a subject that is new is added, and one that is proven to be gone is taken away', async () => {
  const newer = await snapshot(second, [group('sg-2', 22), group('sg-3', 443)]);
  const expected = await snapshot(first, [
    group('sg-2', 22),
    workspace('ws-1', '10.0.0.1'),
    eni('eni-1', '10.0.0.1', 'sg-1'),
    group('sg-3', 443),
  ]);
  expect(takeSubjects(await then(), newer, ['securityGroup/sg-1', 'SECURITYGROUP/sg-3'])).toBe(expected.text);
});

test('a WorkSpace is accepted with the interface that has its address, then and now', async () => {
  const newer = await snapshot(second, [
    workspace('ws-1', '10.0.0.9'),
    eni('eni-9', '10.0.0.9', 'sg-2'),
    eni('eni-8', '10.0.0.8', 'sg-2'),
    eni('eni-7', '10.0.0.9', 'sg-2', 'subnet-b'),
  ]);
  const expected = await snapshot(first, [
    group('sg-1', 22),
    group('sg-2', 22),
    workspace('ws-1', '10.0.0.9'),
    eni('eni-9', '10.0.0.9', 'sg-2'),
  ]);
  expect(takeSubjects(await then(), newer, ['workspace/ws-1'])).toBe(expected.text);
});

test('what the baseline did not read stays unread, but for what was accepted', async () => {
  const denied = await snapshot(first, [workspace('ws-1', '10.0.0.1')], { [groups]: 'denied', [interfaces]: 'denied' });
  const newer = await snapshot(second, [group('sg-1', 443)], { [groups]: 'partial' });
  const expected = await snapshot(first, [workspace('ws-1', '10.0.0.1'), group('sg-1', 443)], {
    [groups]: 'partial',
    [interfaces]: 'denied',
  });
  const text = takeSubjects(denied, newer, ['securityGroup/sg-1']);
  expect(text).toBe(expected.text);
  expect((await readSnapshotBytes('new.ndjson', Buffer.from(text))).coverage.get(groups)).toEqual({
    ...{ operation: groups, status: 'partial', count: 1 },
  });
});

test('what cannot be accepted is told, all at once', async () => {
  const newer = await snapshot('2026-12-31T03:00:00.000Z', [], { [groups]: 'partial' });
  const baseline = await then();
  expect(() => takeSubjects(baseline, newer, ['securityGroup/sg-1', 'securityGroup/sg-7'])).toThrow(
    new InputError('baseline', [
      {
        place: '--subject securityGroup/sg-1',
        found: `the snapshot has no SecurityGroup sg-1, and did not completely read ${groups}`,
        mend: 'Take a whole snapshot that reads it.',
      },
      {
        place: '--subject securityGroup/sg-7',
        found: 'neither the baseline nor the snapshot has it',
        mend: 'Name it by the type and id that reports show.',
      },
      {
        place: 'account 111122223333, us-east-1',
        found: `the snapshot of 2026-12-31T03:00:00.000Z is older than the baseline of ${first}`,
        mend: 'Name a newer snapshot.',
      },
    ]),
  );
});

test('from a snapshot of some directories, nothing is taken for gone', async () => {
  const newer = await snapshot(second, [group('sg-2', 443)]);
  const header = { ...newer.snapshot.header, scope: { directories: ['d-1'] } };
  const limited = { ...newer, snapshot: { ...newer.snapshot, header } };
  const baseline = await then();
  expect(() => takeSubjects(baseline, limited, ['securityGroup/sg-1'])).toThrow(
    'the snapshot has no SecurityGroup sg-1',
  );
  expect(takeSubjects(baseline, limited, ['securityGroup/sg-2'])).toContain(JSON.stringify(group('sg-2', 443)));
});

test.each(['sg-1', 'securitygroups/sg-1', 'securityGroup/'])('"%s" names no subject', async (name) => {
  const baseline = await then();
  expect(() => takeSubjects(baseline, baseline, [name])).toThrow(
    'expected TYPE/ID, such as securityGroup/sg-0a1b2c3d4. Types: address, directory, ipGroup, networkInterface,',
  );
});
