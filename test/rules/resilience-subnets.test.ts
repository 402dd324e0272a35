import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories, otherDir, subnet, subnets } from './fleet-builders.ts';
import { entra, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const inZone = (SubnetId: string, AvailabilityZoneId?: string) => subnet(SubnetId, { AvailabilityZoneId });

describe('directory-subnets-two-azs', () => {
  const rule = 'directory-subnets-two-azs';

  itJudges(rule, {
    'two zones': [
      { lines: [directory(), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az4')] },
      { [dir]: 'COMPLIANT' },
    ],
    'one zone': [
      { lines: [directory(), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az2')] },
      { [dir]: 'NON_COMPLIANT HIGH' },
    ],
    'one subnet': [
      { lines: [directory({ SubnetIds: ['subnet-0a'] }), inZone('subnet-0a', 'use1-az2')] },
      { [dir]: 'NON_COMPLIANT HIGH' },
    ],
    'a subnet does not exist any more': [
      { lines: [directory(), inZone('subnet-0a', 'use1-az2')] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'two zones are seen, whatever the third subnet is in': [
      {
        lines: [
          directory({ SubnetIds: ['subnet-0a', 'subnet-0b', 'subnet-0c'] }),
          inZone('subnet-0a', 'use1-az2'),
          inZone('subnet-0b', 'use1-az4'),
        ],
        coverage: { [subnets]: 'partial' },
      },
      { [dir]: 'COMPLIANT' },
    ],
    'a zone is absent': [
      { lines: [directory(), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b')] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'SubnetIds is absent': [{ lines: [directory({ SubnetIds: undefined })] }, { [dir]: 'INSUFFICIENT_DATA' }],
    'subnets denied': [
      { lines: [directory()], coverage: { [subnets]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${subnets}` },
    ],
    'directories denied': [{ lines: [], coverage: { [directories]: 'denied' } }, noDirectories],
    'a Pools directory': [
      { lines: [directory({ ...pools, SubnetIds: ['subnet-0a'] }), inZone('subnet-0a', 'use1-az2')] },
      { [dir]: 'NOT_APPLICABLE' },
    ],
    'on its way out': [{ lines: [directory({ State: 'DEREGISTERING' })] }, { [dir]: 'NOT_APPLICABLE' }],
    'a directory that WorkSpaces manages': [
      { lines: [directory(entra), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az2')] },
      { [managedDir]: 'NON_COMPLIANT HIGH' },
    ],
    GovCloud: [
      {
        lines: [directory(), inZone('subnet-0a', 'usgw1-az1'), inZone('subnet-0b', 'usgw1-az3')],
        region: 'us-gov-west-1',
      },
      { [dir]: 'COMPLIANT' },
    ],
  });

  it('names the zone', async () => {
    const lines = [directory(), inZone('subnet-0a', 'use1-az2'), inZone('subnet-0b', 'use1-az2')];
    const result = await onlyResult(rule, { lines });
    expect(result?.reason).toBe(
      'All subnets of the directory (subnet-0a, subnet-0b) are in one Availability Zone: use1-az2.',
    );
    expect(result?.evidence).toEqual({
      kind: 'DIRECTORY_SERVICE',
      state: 'REGISTERED',
      'subnets.ids': ['subnet-0a', 'subnet-0b'],
      'subnets.zoneCount': 1,
      'subnets.zoneIds': ['use1-az2'],
    });
  });
});

describe('subnet-free-addresses', () => {
  const rule = 'subnet-free-addresses';
  const one = (members: object = {}) => directory({ SubnetIds: ['subnet-0a'], ...members });
  const free = (AvailableIpAddressCount?: number) => subnet('subnet-0a', { AvailableIpAddressCount });

  itJudges(rule, {
    enough: [{ lines: [one(), free(120)] }, { 'subnet-0a': 'COMPLIANT' }],
    'exactly ten': [{ lines: [one(), free(10)] }, { 'subnet-0a': 'COMPLIANT' }],
    nine: [{ lines: [one(), free(9)] }, { 'subnet-0a': 'NON_COMPLIANT LOW' }],
    'none at all': [{ lines: [one(), free(0)] }, { 'subnet-0a': 'NON_COMPLIANT LOW' }],
    'fewer than the house wants': [
      { lines: [one(), free(49)], parameters: { minFreeAddresses: 50 } },
      { 'subnet-0a': 'NON_COMPLIANT LOW' },
    ],
    'the house wants none': [
      { lines: [one(), free(0)], parameters: { minFreeAddresses: 0 } },
      { 'subnet-0a': 'COMPLIANT' },
    ],
    absent: [{ lines: [one(), free()] }, { 'subnet-0a': 'INSUFFICIENT_DATA' }],
    'subnets denied': [
      { lines: [one()], coverage: { [subnets]: 'denied' } },
      { 'subnet-0a': `INSUFFICIENT_DATA ${subnets}` },
    ],
    'two directories share it': [
      { lines: [one(), one({ DirectoryId: otherDir, ...pools }), free(3)] },
      { 'subnet-0a': 'NON_COMPLIANT LOW' },
    ],
    'a directory that has left': [{ lines: [one({ State: 'DEREGISTERED' }), free(3)] }, {}],
    'directories denied': [{ lines: [], coverage: { [directories]: 'denied' } }, noDirectories],
  });

  it('tells both numbers', async () => {
    const result = await onlyResult(rule, { lines: [one(), free(2)] });
    expect(result?.reason).toBe('2 addresses are free, fewer than 10.');
    expect(result?.evidence).toEqual({ 'config.minFreeAddresses': 10, directoryId: dir, freeAddressCount: 2 });
  });
});
