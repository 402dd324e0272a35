import { describe, expect, it } from 'vitest';
import type { Case, Line } from './harness.ts';
import {
  adConnector,
  allow,
  allowAll,
  controllers,
  custom,
  denied,
  desktop,
  directoryId,
  estate,
  group,
  type Members,
  managedAdIngress,
  members,
  outcome,
  partial,
  resultOf,
  simpleAdIngress,
  tcp,
  udp,
  vpcCidr,
  workspace,
} from './security-groups-builders.ts';

const rule = 'directory-ports-open-on-controllers';
const readGroups = 'ec2:DescribeSecurityGroups';
const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readSubnets = 'ec2:DescribeSubnets';
const readServices = 'ds:DescribeDirectories';
const readLists = 'ec2:GetManagedPrefixListEntries';

const subnet = (SubnetId: string, CidrBlock: string | undefined): Line => ({
  type: 'Subnet',
  resource: { SubnetId, VpcId: 'vpc-0main', CidrBlock },
});
/** Two subnets with networks of their own. */
const networks = [subnet('subnet-0a', '10.0.1.0/24'), subnet('subnet-0b', '10.0.2.0/24')];

/** The directory, its groups and subnets, with this ingress of the controllers group. */
const withIngress = (IpPermissions: object[] | undefined, service: Members = {}, ...more: readonly Line[]): Line[] => [
  ...estate({ controllers: { IpPermissions }, service }).filter(({ type }) => type !== 'Subnet'),
  ...networks,
  ...more,
];
const judgeIngress = async (
  IpPermissions: object[] | undefined,
  more: readonly Line[] = [],
  rest: Omit<Case, 'lines'> = {},
) => (await outcome(rule, withIngress(IpPermissions, {}, ...more), rest))[controllers];
/** The ports that the result names. */
const closed = async (IpPermissions: object[], more: readonly Line[] = []) => {
  const result = await resultOf(rule, controllers, { lines: withIngress(IpPermissions, {}, ...more) });
  return [result.status, result.evidence['directoryPorts.closed']];
};
/** The guide's list, all from one source. */
const everyPort = simpleAdIngress;
const without = (permissions: readonly object[], protocol: string, from: number) =>
  permissions.filter(
    (one) => JSON.stringify(one).startsWith(`{"IpProtocol":"${protocol}","FromPort":${from},`) === false,
  );

describe('what the service makes', () => {
  it('is enough of an AWS Managed Microsoft AD, with a note on what the guide lists besides', async () => {
    const result = await resultOf(rule, controllers, { lines: withIngress(managedAdIngress()) });
    expect(result).toMatchObject({
      status: 'COMPLIANT',
      reason: `WorkSpaces in 10.0.1.0/24, 10.0.2.0/24 reach the controllers of ${directoryId}.`,
      evidence: {
        directoryId,
        directoryServiceType: 'MicrosoftAD',
        'directoryPorts.closed': [],
        'directoryPorts.closedByService': ['tcp 139', 'udp 137', 'udp 636'],
        'directoryPorts.subnetNetworks': ['10.0.1.0/24', '10.0.2.0/24'],
        role: 'CONTROLLERS',
        notes: [
          'The guide also lists tcp 139, udp 137, udp 636, which AWS Directory Service leaves closed in a group that must stay as it is.',
        ],
      },
    });
  });

  it('is all of the list of a Simple AD', async () => {
    const lines = withIngress(simpleAdIngress(), { Type: 'SimpleAD' });
    const result = await resultOf(rule, controllers, { lines });
    expect([result.status, result.evidence.notes]).toEqual(['COMPLIANT', undefined]);
  });
});

describe('ports', () => {
  it.each([
    ['tcp', 53, 'tcp 53'],
    ['udp', 53, 'udp 53'],
    ['tcp', 88, 'tcp 88'],
    ['udp', 88, 'udp 88'],
    ['udp', 123, 'udp 123'],
    ['tcp', 135, 'tcp 135'],
    ['udp', 137, 'udp 138'],
    ['tcp', 389, 'tcp 389'],
    ['udp', 389, 'udp 389'],
    ['tcp', 445, 'tcp 445'],
    ['udp', 445, 'udp 445'],
    ['tcp', 636, 'tcp 636'],
  ])('%s %i is missed', async (protocol, port, name) => {
    expect(await closed(without(everyPort(), protocol, port))).toEqual(['NON_COMPLIANT', [name]]);
  });

  it('the range for RPC, which holds the Global Catalog, must be open as a whole', async () => {
    const others = without(everyPort(), 'tcp', 1024);
    expect(await closed([...others, allow('tcp', 1024, 65534, vpcCidr)])).toEqual([
      'NON_COMPLIANT',
      ['tcp 1024-65535'],
    ]);
    expect(await closed(others)).toEqual(['NON_COMPLIANT', ['tcp 1024-65535', 'tcp 3268-3269']]);
    const parts = [allow('tcp', 1024, 30000, vpcCidr), allow('tcp', 30001, 65535, vpcCidr)];
    expect(await closed([...others, ...parts])).toEqual(['COMPLIANT', []]);
  });

  it('one rule for all protocols is enough, and none is not', async () => {
    expect(await judgeIngress([allowAll(vpcCidr)])).toBe('COMPLIANT');
    expect(await judgeIngress([])).toBe('NON_COMPLIANT HIGH');
  });
});

describe('sources', () => {
  it('every subnet must get in; networks add up', async () => {
    expect(await closed(everyPort('10.0.1.0/24'))).toMatchObject([
      'NON_COMPLIANT',
      expect.arrayContaining(['tcp 53 from 10.0.2.0/24']),
    ]);
    expect(await judgeIngress([allowAll('10.0.1.0/24'), allowAll('10.0.2.0/25', '10.0.2.128/25')])).toBe('COMPLIANT');
    expect(await judgeIngress([allowAll('10.0.1.0/24'), allowAll('10.0.2.0/25')])).toBe('NON_COMPLIANT HIGH');
    expect(await judgeIngress([allowAll('0.0.0.0/0')])).toBe('COMPLIANT');
  });

  it('names one subnet where only that is shut out', async () => {
    const ingress = [...without(everyPort(), 'udp', 389), udp(389, '10.0.1.0/24')];
    expect(await closed(ingress)).toEqual(['NON_COMPLIANT', ['udp 389 from 10.0.2.0/24']]);
    const result = await resultOf(rule, controllers, { lines: withIngress(ingress) });
    expect(result.reason).toBe(
      `WorkSpaces of ${directoryId} do not reach the controllers on udp 389 from 10.0.2.0/24.`,
    );
  });

  it('prefix list entries count', async () => {
    const list = (Cidr: string): Line => ({
      type: 'ManagedPrefixListEntries',
      resource: { PrefixListId: 'pl-a', Entries: [{ Cidr }] },
    });
    expect(await judgeIngress([allowAll('pl-a')], [list(vpcCidr)])).toBe('COMPLIANT');
    expect(await judgeIngress([allowAll('pl-a')], [list('10.0.1.0/24')])).toBe('NON_COMPLIANT HIGH');
    expect(await judgeIngress([allowAll('pl-a')], [], { coverage: denied(readLists) })).toBe(
      `INSUFFICIENT_DATA ${readLists}`,
    );
  });

  it('a rule for the members group serves WorkSpaces that carry it', async () => {
    const ingress = [allowAll(members)];
    expect(await judgeIngress(ingress, desktop(1, [members]))).toBe('COMPLIANT');
    expect(await judgeIngress(ingress)).toBe('COMPLIANT');
    expect(await judgeIngress(ingress, [...desktop(1, [members]), ...desktop(2, [custom])])).toBe('NON_COMPLIANT HIGH');
  });

  it('rules for several groups serve together', async () => {
    const fleet = [...desktop(1, [members]), ...desktop(2, [custom]), group(custom)];
    expect(await judgeIngress([allowAll(members), allowAll(custom)], fleet)).toBe('COMPLIANT');
    expect(await judgeIngress([allowAll(members), ...everyPort('10.0.1.0/24')], fleet)).toBe('NON_COMPLIANT HIGH');
  });

  it('a rule for the controllers themselves does not serve WorkSpaces', async () => {
    expect(await judgeIngress([allowAll(controllers)], desktop(1, [members, controllers]))).toBe('NON_COMPLIANT HIGH');
  });
});

describe('what it does not judge', () => {
  it('the group of an AD Connector, members and custom groups', async () => {
    const lines = withIngress([], adConnector(), group(custom), ...desktop(1, [members, custom]));
    expect(await outcome(rule, lines)).toEqual({
      [controllers]: 'NOT_APPLICABLE',
      [members]: 'NOT_APPLICABLE',
      [custom]: 'NOT_APPLICABLE',
    });
  });

  it('a directory that WorkSpaces manages has no controllers group', async () => {
    const lines = estate({ directory: { DirectoryId: 'wsd-1', UserIdentityType: 'CUSTOMER_MANAGED' }, service: null });
    expect(await outcome(rule, lines)).toEqual({ [members]: 'NOT_APPLICABLE' });
  });

  it('a directory that another account shares keeps its group there', async () => {
    expect(await outcome(rule, estate({ service: { Type: 'SharedMicrosoftAD', VpcSettings: undefined } }))).toEqual({
      [members]: 'NOT_APPLICABLE',
    });
  });
});

describe('what could not be read', () => {
  it('the group', async () => {
    const lines = withIngress([]).filter(({ type }) => type !== 'SecurityGroup');
    expect(await outcome(rule, lines, { coverage: denied(readGroups) })).toEqual({
      [controllers]: `INSUFFICIENT_DATA ${readGroups}`,
      [members]: 'NOT_APPLICABLE',
    });
    expect(await judgeIngress(undefined)).toBe('INSUFFICIENT_DATA');
  });

  it('subnets: what is shut to the ones that are seen is shut', async () => {
    const without = (...gone: string[]) =>
      withIngress([allowAll(vpcCidr)]).filter(
        ({ resource }) => !('SubnetId' in resource && gone.includes(String(resource.SubnetId))),
      );
    expect((await outcome(rule, without('subnet-0b'), { coverage: partial(readSubnets) }))[controllers]).toBe(
      `INSUFFICIENT_DATA ${readSubnets}`,
    );
    const shut = withIngress([]).filter(
      ({ resource }) => !('SubnetId' in resource && resource.SubnetId === 'subnet-0b'),
    );
    expect((await outcome(rule, shut, { coverage: partial(readSubnets) }))[controllers]).toBe('NON_COMPLIANT HIGH');
    const bare = [
      ...withIngress([allowAll(vpcCidr)]).filter(({ type }) => type !== 'Subnet'),
      subnet('subnet-0a', undefined),
    ];
    expect((await outcome(rule, bare))[controllers]).toBe('INSUFFICIENT_DATA');
  });

  it('interfaces matter only where a group is what lets WorkSpaces in', async () => {
    const coverage = denied(readInterfaces);
    expect(await judgeIngress([allowAll(members)], [workspace(1)], { coverage })).toBe(
      `INSUFFICIENT_DATA ${readInterfaces}`,
    );
    expect(await judgeIngress([allowAll(vpcCidr), tcp(53, members)], [workspace(1)], { coverage })).toBe('COMPLIANT');
    expect(await judgeIngress([allowAll(controllers)], [workspace(1)], { coverage })).toBe('NON_COMPLIANT HIGH');
  });

  it('AWS Directory Service', async () => {
    const lines = withIngress([]).filter(({ type }) => type !== 'DirectoryDescription');
    expect((await outcome(rule, lines, { coverage: denied(readServices) }))[controllers]).toBe(
      `INSUFFICIENT_DATA ${readServices}`,
    );
  });
});
