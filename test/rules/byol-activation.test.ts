import { describe, expect, it } from 'vitest';
import { dedicated, desktop, shared } from './byol-builders.ts';
import { dir, directories, interfaces, networkInterface, noDirectories, workspaces } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const groups = 'ec2:DescribeSecurityGroups';

describe('byol-kms-activation-egress', () => {
  const rule = 'byol-kms-activation-egress';
  const passes = { [dir]: 'COMPLIANT' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const broken = { [dir]: 'NON_COMPLIANT LOW' };
  const lacks = (operation: string) => ({ [dir]: `INSUFFICIENT_DATA ${operation}` });

  const group = (GroupId: string, ...egress: readonly object[]): Line => ({
    type: 'SecurityGroup',
    resource: { GroupId, GroupName: GroupId, VpcId: 'vpc-0a', IpPermissions: [], IpPermissionsEgress: egress },
  });
  const out = (IpProtocol: string, FromPort: number | undefined, ToPort: number | undefined, CidrIp: string) => ({
    IpProtocol,
    FromPort,
    ToPort,
    IpRanges: [{ CidrIp }],
  });
  const everything = out('-1', undefined, undefined, '0.0.0.0/0');
  const eni = (groupIds: readonly string[], members: object = {}) =>
    networkInterface({ Groups: groupIds.map((GroupId) => ({ GroupId })), ...members });
  const estate = (lines: readonly Line[], kmsServerCidrs?: readonly string[]): Case => ({
    lines: [dedicated(), desktop('ws-1', 'WINDOWS_11'), ...lines],
    ...(kmsServerCidrs === undefined ? {} : { parameters: { kmsServerCidrs: [...kmsServerCidrs] } }),
  });
  const behind = (egress: readonly object[], ...servers: readonly string[]) =>
    estate([eni(['sg-members']), group('sg-members', ...egress)], servers);

  itJudges(rule, {
    'passes when everything gets out': [behind([everything]), passes],
    'passes when the port gets out to anybody': [behind([out('tcp', 1688, 1688, '10.9.9.9/32')]), passes],
    'fails when only HTTPS gets out': [behind([out('tcp', 443, 443, '0.0.0.0/0')]), broken],
    'fails when nothing gets out': [behind([]), broken],
    'fails another protocol': [behind([out('udp', 1688, 1688, '0.0.0.0/0')]), broken],
    'passes the servers by one rule': [behind([everything], '10.20.0.10/32', '10.20.0.11/32'), passes],
    'passes a bare address': [behind([out('tcp', 1600, 1700, '10.20.0.0/24')], '10.20.0.10'), passes],
    'passes the servers by several rules': [
      behind([out('tcp', 1688, 1688, '10.20.0.10/32'), out('tcp', 1688, 1688, '10.20.0.11/32')], '10.20.0.10/31'),
      passes,
    ],
    'fails one server of two': [
      behind([out('tcp', 1688, 1688, '10.20.0.10/32')], '10.20.0.10/32', '10.20.0.11/32'),
      broken,
    ],
    'fails half of a network': [behind([out('tcp', 1688, 1688, '10.20.0.0/25')], '10.20.0.0/24'), broken],
    'takes all groups of an interface together': [
      estate(
        [
          eni(['sg-members', 'sg-kms']),
          group('sg-members', out('tcp', 443, 443, '0.0.0.0/0')),
          group('sg-kms', out('tcp', 1688, 1688, '10.20.0.0/24')),
        ],
        ['10.20.0.10/32'],
      ),
      passes,
    ],
    'reads prefix lists': [
      estate(
        [
          eni(['sg-members']),
          group('sg-members', {
            IpProtocol: 'tcp',
            FromPort: 1688,
            ToPort: 1688,
            PrefixListIds: [{ PrefixListId: 'pl-1' }],
          }),
          { type: 'ManagedPrefixListEntries', resource: { PrefixListId: 'pl-1', Entries: [{ Cidr: '10.20.0.0/24' }] } },
        ],
        ['10.20.0.10/32'],
      ),
      passes,
    ],
    'cannot tell which servers a group stands for': [
      behind(
        [{ IpProtocol: 'tcp', FromPort: 1688, ToPort: 1688, UserIdGroupPairs: [{ GroupId: 'sg-kms-servers' }] }],
        '10.20.0.10/32',
      ),
      unknown,
    ],
    'does not ask that without servers': [
      behind([{ IpProtocol: 'tcp', FromPort: 1688, ToPort: 1688, UserIdGroupPairs: [{ GroupId: 'sg-kms-servers' }] }]),
      passes,
    ],
    'cannot tell from a server that is no network': [behind([everything], 'kms.corp.example'), unknown],
    'fails one WorkSpace among others': [
      estate([
        eni(['sg-members']),
        group('sg-members', everything),
        desktop('ws-2', 'WINDOWS_10', 'POWER', 'AUTO_STOP', { IpAddress: '10.0.1.51' }),
        eni(['sg-tight'], { NetworkInterfaceId: 'eni-0b', PrivateIpAddress: '10.0.1.51' }),
        group('sg-tight', out('tcp', 443, 443, '0.0.0.0/0')),
      ]),
      broken,
    ],
    'does not ask about WorkSpaces that are not BYOL': [
      estate([
        eni(['sg-members']),
        group('sg-members', everything),
        desktop('ws-2', 'WINDOWS_SERVER_2022', 'POWER', 'AUTO_STOP', { IpAddress: '10.0.1.51' }),
        eni(['sg-tight'], { NetworkInterfaceId: 'eni-0b', PrivateIpAddress: '10.0.1.51' }),
        group('sg-tight'),
      ]),
      passes,
    ],
    'leaves out shared hardware': [
      { lines: [shared(), desktop('ws-1', 'WINDOWS_11'), eni(['sg-members']), group('sg-members')] },
      notApplicable,
    ],
    'leaves it out though WorkSpaces were denied': [
      { lines: [shared()], coverage: { [workspaces]: 'denied' } },
      notApplicable,
    ],
    'leaves out directories without BYOL': [
      { lines: [dedicated(), desktop('ws-1', 'UBUNTU_22_04'), eni(['sg-members']), group('sg-members')] },
      notApplicable,
    ],
    'leaves out Pools, whose WorkSpaces are not listed': [{ lines: [dedicated(pools)] }, notApplicable],
    'leaves out what is deregistered': [
      { lines: [dedicated({ State: 'DEREGISTERED' }), desktop('ws-1', 'WINDOWS_11')] },
      notApplicable,
    ],
    'cannot tell whether it applies from an unknown operating system': [
      { lines: [dedicated(), desktop('ws-1', 'UNKNOWN'), eni(['sg-members']), group('sg-members')] },
      unknown,
    ],
    'cannot tell whether it applies without a tenancy': [
      { lines: [shared({ Tenancy: undefined }), desktop('ws-1', 'WINDOWS_11')] },
      unknown,
    ],
    'names security groups that were denied': [
      { ...estate([eni(['sg-members'])]), coverage: { [groups]: 'denied' } },
      lacks(groups),
    ],
    'passes by a group that was read': [
      {
        ...estate([eni(['sg-members', 'sg-unread']), group('sg-members', everything)]),
        coverage: { [groups]: 'partial' },
      },
      passes,
    ],
    'cannot tell while no WorkSpace has an interface': [estate([]), unknown],
    'names interfaces that were denied': [{ ...estate([]), coverage: { [interfaces]: 'denied' } }, lacks(interfaces)],
    'names WorkSpaces that were denied': [
      { lines: [dedicated()], coverage: { [workspaces]: 'denied' } },
      lacks(workspaces),
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the groups and a WorkSpace that has them', async () => {
    expect(await onlyResult(rule, behind([], '10.20.0.10/32'))).toMatchObject({
      reason: 'TCP 1688 does not get out through sg-members (ws-1); KMS servers: 10.20.0.10/32.',
      controls: ['CM-10', 'SC-7'],
    });
    expect(await onlyResult(rule, behind([everything]))).toMatchObject({
      evidence: { notes: [expect.stringContaining('kmsServerCidrs')] },
    });
  });
});
