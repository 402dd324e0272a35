import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories, otherDir, subnet, subnets } from './fleet-builders.ts';
import { judge, verdicts } from './harness.ts';
import { custom, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const inZone = (SubnetId: string, AvailabilityZoneId?: string, members: object = {}) =>
  subnet(SubnetId, { AvailabilityZoneId, State: 'available', ...members });
const one = (members: object = {}) => directory({ SubnetIds: ['subnet-0a'], ...members });

describe('subnet-supported-az-id', () => {
  itJudges('subnet-supported-az-id', {
    'a supported zone': [{ lines: [one(), inZone('subnet-0a', 'use1-az2')] }, { 'subnet-0a': 'COMPLIANT' }],
    'a zone that WorkSpaces does not support': [
      { lines: [one(), inZone('subnet-0a', 'use1-az1')] },
      { 'subnet-0a': 'NON_COMPLIANT HIGH' },
    ],
    'the zone counts, not its name': [
      { lines: [one(), inZone('subnet-0a', 'use1-az4', { AvailabilityZone: 'us-east-1e' })] },
      { 'subnet-0a': 'COMPLIANT' },
    ],
    'each subnet by itself': [
      { lines: [directory(), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az3')] },
      { 'subnet-0a': 'COMPLIANT', 'subnet-0b': 'NON_COMPLIANT HIGH' },
    ],
    'a Local Zone': [
      { lines: [one(), inZone('subnet-0a', 'usw2-lax1-az1')], region: 'us-west-2' },
      { 'subnet-0a': 'NON_COMPLIANT HIGH' },
    ],
    'a shared VPC: the id is the same in every account': [
      { lines: [one(), inZone('subnet-0a', 'use1-az6', { OwnerId: '444455556666' })] },
      { 'subnet-0a': 'COMPLIANT' },
    ],
    GovCloud: [
      { lines: [one(), inZone('subnet-0a', 'usgw1-az2')], region: 'us-gov-west-1' },
      { 'subnet-0a': 'COMPLIANT' },
    ],
    'a Region without a row': [
      { lines: [one(), inZone('subnet-0a', 'use2-az1')], region: 'us-east-2' },
      { 'subnet-0a': 'INSUFFICIENT_DATA' },
    ],
    'the id is absent': [{ lines: [one(), inZone('subnet-0a')] }, { 'subnet-0a': 'INSUFFICIENT_DATA' }],
    'subnets denied': [
      { lines: [one()], coverage: { [subnets]: 'denied' } },
      { 'subnet-0a': `INSUFFICIENT_DATA ${subnets}` },
    ],
    'directories denied': [{ lines: [], coverage: { [directories]: 'denied' } }, noDirectories],
    'a Pools directory': [{ lines: [one(pools), inZone('subnet-0a', 'use1-az1')] }, { 'subnet-0a': 'NOT_APPLICABLE' }],
    'a Pools directory and another one': [
      {
        lines: [
          one(pools),
          directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0a'] }),
          inZone('subnet-0a', 'use1-az1'),
        ],
      },
      { 'subnet-0a': 'NON_COMPLIANT HIGH' },
    ],
    'a directory of an unknown kind': [
      { lines: [one({ WorkspaceType: 'SHARED' }), inZone('subnet-0a', 'use1-az1')] },
      { 'subnet-0a': 'INSUFFICIENT_DATA' },
    ],
    'a directory that WorkSpaces manages': [
      { lines: [one(entra), inZone('subnet-0a', 'use1-az1')] },
      { 'subnet-0a': 'NON_COMPLIANT HIGH' },
    ],
    'no registered directory uses it any more': [
      { lines: [one({ State: 'DEREGISTERED' }), inZone('subnet-0a', 'use1-az1')] },
      {},
    ],
    'it does not exist': [{ lines: [one()] }, {}],
  });

  it('says which zones there are', async () => {
    const result = await onlyResult('subnet-supported-az-id', { lines: [one(), inZone('subnet-0a', 'use1-az1')] });
    expect(result?.reason).toBe(
      'The subnet is in use1-az1; in this Region WorkSpaces supports use1-az2, use1-az4, use1-az6.',
    );
    expect(result?.evidence).toEqual({
      'directory.kind': 'DIRECTORY_SERVICE',
      directoryId: dir,
      regionZoneIds: ['use1-az2', 'use1-az4', 'use1-az6'],
      zoneId: 'use1-az1',
    });
  });
});

describe('subnets-exist-in-one-vpc', () => {
  const rule = 'subnets-exist-in-one-vpc';
  const good = [inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az4')];

  itJudges(rule, {
    'two of one VPC': [{ lines: [directory(), ...good] }, { [dir]: 'COMPLIANT' }],
    'three of one VPC': [
      {
        lines: [
          directory({ SubnetIds: ['subnet-0a', 'subnet-0b', 'subnet-0c'] }),
          ...good,
          inZone('subnet-0c', 'use1-az6'),
        ],
      },
      { [dir]: 'COMPLIANT' },
    ],
    'one does not exist': [{ lines: [directory(), inZone('subnet-0a')] }, { [dir]: 'NON_COMPLIANT MEDIUM' }],
    'none exists': [{ lines: [directory()] }, { [dir]: 'NON_COMPLIANT MEDIUM' }],
    'two VPCs': [
      { lines: [directory(), inZone('subnet-0a'), inZone('subnet-0b', 'use1-az4', { VpcId: 'vpc-0b' })] },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'one is being made': [
      { lines: [directory(), inZone('subnet-0a'), inZone('subnet-0b', 'use1-az4', { State: 'pending' })] },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'one subnet': [{ lines: [directory({ SubnetIds: ['subnet-0a'] }), ...good] }, { [dir]: 'NON_COMPLIANT MEDIUM' }],
    'the same one twice': [
      { lines: [directory({ SubnetIds: ['subnet-0a', 'subnet-0a'] }), ...good] },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'a state that nobody knows': [
      { lines: [directory(), inZone('subnet-0a'), inZone('subnet-0b', 'use1-az4', { State: 'moving' })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'a VPC that is absent': [
      { lines: [directory(), inZone('subnet-0a'), inZone('subnet-0b', 'use1-az4', { VpcId: undefined })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'SubnetIds is absent': [{ lines: [directory({ SubnetIds: undefined }), ...good] }, { [dir]: 'INSUFFICIENT_DATA' }],
    'subnets denied': [
      { lines: [directory()], coverage: { [subnets]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${subnets}` },
    ],
    'subnets read in part, and two VPCs are seen': [
      {
        lines: [
          directory({ SubnetIds: ['subnet-0a', 'subnet-0b', 'subnet-0c'] }),
          inZone('subnet-0a'),
          inZone('subnet-0b', 'use1-az4', { VpcId: 'vpc-0b' }),
        ],
        coverage: { [subnets]: 'partial' },
      },
      { [dir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'a Pools directory': [{ lines: [directory(pools)] }, { [dir]: 'NOT_APPLICABLE' }],
    deregistered: [{ lines: [directory({ State: 'DEREGISTERED' })] }, { [dir]: 'NOT_APPLICABLE' }],
    'a custom directory': [
      { lines: [directory(custom), inZone('subnet-0a')] },
      { [managedDir]: 'NON_COMPLIANT MEDIUM' },
    ],
    'a directory of IAM Identity Center': [
      { lines: [directory(identityCenter), ...good] },
      { [managedDir]: 'COMPLIANT' },
    ],
  });

  it('tells everything that is wrong at once', async () => {
    const lines = [
      directory({ SubnetIds: ['subnet-0a', 'subnet-0b', 'subnet-0c'] }),
      inZone('subnet-0a', 'use1-az2', { State: 'pending' }),
      inZone('subnet-0b', 'use1-az4', { VpcId: 'vpc-0b' }),
    ];
    const result = await onlyResult(rule, { lines });
    expect(result?.reason).toBe(
      'These subnets do not exist: subnet-0c; not available: subnet-0a (pending); the subnets are in several VPCs: vpc-0a, vpc-0b.',
    );
    expect(result?.evidence).toEqual({
      kind: 'DIRECTORY_SERVICE',
      state: 'REGISTERED',
      'subnets.count': 3,
      'subnets.ids': ['subnet-0a', 'subnet-0b', 'subnet-0c'],
      'subnets.notAvailable': ['subnet-0a (pending)'],
      'subnets.notReturned': ['subnet-0c'],
      'subnets.vpcCount': { atLeast: 2 },
      'subnets.vpcIds': ['vpc-0a', 'vpc-0b'],
    });
  });

  it('judges each directory of an account', async () => {
    const lines = [directory(), directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0a', 'subnet-0z'] }), ...good];
    expect(verdicts(await judge(rule, { lines }))).toEqual({ [dir]: 'COMPLIANT', [otherDir]: 'NON_COMPLIANT MEDIUM' });
  });
});
