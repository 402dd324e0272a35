import { describe, expect, it } from 'vitest';
import type { Case, Line } from './harness.ts';
import {
  adConnector,
  allow,
  allowAll,
  anywhere,
  controllers,
  custom,
  denied,
  desktop,
  directoryId,
  eni,
  estate,
  group,
  type Members,
  members,
  outcome,
  resultOf,
  simpleAdIngress,
  tcp,
  udp,
  workspace,
} from './security-groups-builders.ts';

const rule = 'directory-ports-open-from-workspaces';
const readGroups = 'ec2:DescribeSecurityGroups';
const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readServices = 'ds:DescribeDirectories';

const first = '10.0.1.10';
const second = '10.0.2.10';
const dns = { DnsIpAddresses: [first, second] };
const controllerAt = (address: string, ...groups: string[]) => eni(`eni-${address}`, address, groups);

/** The directory with one WorkSpace, and this egress of the members group. */
const withEgress = (
  IpPermissionsEgress: object[] | undefined,
  service: Members = {},
  ...more: readonly Line[]
): Line[] => estate({ directory: dns, members: { IpPermissionsEgress }, service }, ...desktop(1, [members]), ...more);
const judgeEgress = async (
  egress: object[] | undefined,
  service: Members = {},
  more: readonly Line[] = [],
  rest: Omit<Case, 'lines'> = {},
) => (await outcome(rule, withEgress(egress, service, ...more), rest))[directoryId];
const closed = async (egress: object[], service: Members = {}, ...more: readonly Line[]) => {
  const result = await resultOf(rule, directoryId, { lines: withEgress(egress, service, ...more) });
  return [result.status, result.evidence['directoryPorts.closed']];
};
/** The guide's list, all to some destinations. */
const everyPort = (...peers: string[]) => peers.flatMap((peer) => simpleAdIngress(peer));
const without = (permissions: readonly object[], protocol: string, from: number) =>
  permissions.filter((one) => !JSON.stringify(one).startsWith(`{"IpProtocol":"${protocol}","FromPort":${from},`));

describe('of an AWS Managed Microsoft AD or a Simple AD', () => {
  it('all traffic, or the list to the two servers, may leave', async () => {
    expect(await judgeEgress([allowAll(anywhere)])).toBe('COMPLIANT');
    expect(await judgeEgress(everyPort('10.0.1.10/32', '10.0.2.10/32'))).toBe('COMPLIANT');
    expect(await judgeEgress(everyPort('10.0.1.10/32', '10.0.2.10/32'), { Type: 'SimpleAD' })).toBe('COMPLIANT');
  });

  it('names the ports, the groups and who carries them', async () => {
    const lines = withEgress([tcp(443, anywhere)]);
    const result = await resultOf(rule, directoryId, { lines });
    expect(result.status).toBe('NON_COMPLIANT');
    expect(result.severity).toBe('HIGH');
    expect(result.reason).toBe(
      'From sg-0members (ws-1), the directory is not reached on tcp 1024-65535, tcp 135, tcp 3268-3269, tcp 389, tcp 445, tcp 53, tcp 636, tcp 88 and 6 more.',
    );
    expect(result.evidence).toEqual({
      'directoryPorts.closed': [
        ...['tcp 1024-65535', 'tcp 135', 'tcp 3268-3269', 'tcp 389', 'tcp 445', 'tcp 53', 'tcp 636', 'tcp 88'],
        ...['udp 123', 'udp 138', 'udp 389', 'udp 445', 'udp 53', 'udp 88'],
      ],
      'directoryPorts.closedByService': ['tcp 139', 'udp 137', 'udp 636'],
      'directoryPorts.closedFor': ['sg-0members (ws-1)'],
      directoryServiceType: 'MicrosoftAD',
      'dns.addresses': [first, second],
      kind: 'DIRECTORY_SERVICE',
      notes: ['The guide also lists tcp 139, udp 137, udp 636, which AWS Directory Service leaves closed at its end.'],
      state: 'REGISTERED',
    });
  });

  it('what the service leaves closed at the other end is a note', async () => {
    const few = without(without(everyPort(anywhere), 'tcp', 139), 'udp', 636);
    const result = await resultOf(rule, directoryId, { lines: withEgress(few) });
    expect(result.status).toBe('COMPLIANT');
    expect(result.evidence.notes).toEqual([
      'The guide also lists tcp 139, udp 636, which AWS Directory Service leaves closed at its end.',
    ]);
  });

  it('every server must be reached', async () => {
    const ports = [...without(everyPort(anywhere), 'udp', 88), udp(88, '10.0.1.0/24')];
    expect(await closed(ports)).toEqual(['NON_COMPLIANT', ['udp 88 to 10.0.2.10']]);
  });

  it('groups of an interface add up, and each set of groups counts', async () => {
    const part = [...everyPort('10.0.1.0/24')];
    const rest = group(custom, { IpPermissionsEgress: everyPort('10.0.2.0/24') });
    const lines = estate({ directory: dns, members: { IpPermissionsEgress: part } }, rest);
    expect(await outcome(rule, [...lines, ...desktop(1, [members, custom])])).toEqual({ [directoryId]: 'COMPLIANT' });
    const both = [...lines, ...desktop(1, [members, custom]), ...desktop(2, [members])];
    const result = await resultOf(rule, directoryId, { lines: both });
    expect([result.status, result.evidence['directoryPorts.closedFor']]).toEqual([
      'NON_COMPLIANT',
      ['sg-0members (ws-2)'],
    ]);
  });

  it('a rule for a group leads to the addresses of interfaces that carry it', async () => {
    const egress = [allowAll(controllers)];
    const servers = [controllerAt(first, controllers), controllerAt(second, controllers)];
    expect(await judgeEgress(egress, {}, servers)).toBe('COMPLIANT');
    expect(await judgeEgress(egress, {}, [controllerAt(first, controllers), controllerAt(second, custom)])).toBe(
      'NON_COMPLIANT HIGH',
    );
    const secondary = eni('eni-x', '10.0.1.99', [controllers], {
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.99' }, { PrivateIpAddress: second }],
    });
    expect(await judgeEgress(egress, {}, [controllerAt(first, controllers), secondary])).toBe('COMPLIANT');
  });

  it('an interface that was not returned may carry the group', async () => {
    const egress = [allowAll(controllers)];
    expect(await judgeEgress(egress, {}, [controllerAt(first, controllers)])).toBe('INSUFFICIENT_DATA');
    // The same address in another VPC is another server.
    const elsewhere = eni('eni-x', second, [controllers], { VpcId: 'vpc-0other' });
    expect(await judgeEgress(egress, {}, [controllerAt(first, controllers), elsewhere])).toBe('INSUFFICIENT_DATA');
    // What goes to addresses alone does not wait for it.
    expect(await judgeEgress([allowAll(anywhere), allowAll(controllers)])).toBe('COMPLIANT');
  });

  it('while there is no WorkSpace, the groups that one would get are judged', async () => {
    const lines = (egress: object[]) => estate({ directory: dns, members: { IpPermissionsEgress: egress } });
    expect(await outcome(rule, lines([allowAll(anywhere)]))).toEqual({ [directoryId]: 'COMPLIANT' });
    const result = await resultOf(rule, directoryId, { lines: lines([]) });
    expect([result.status, result.evidence['directoryPorts.closedFor']]).toEqual([
      'NON_COMPLIANT',
      ['sg-0members (new WorkSpaces)'],
    ]);
  });
});

describe('of an AD Connector, whose DNS servers need not be the controllers', () => {
  const toDns = [tcp(53, '10.0.0.0/16'), udp(53, '10.0.0.0/16')];
  const connector = adConnector();

  it('everything to every DNS server is enough', async () => {
    expect(await judgeEgress([allowAll(anywhere)], connector)).toBe('COMPLIANT');
    expect(await judgeEgress(everyPort('10.0.0.0/16'), connector)).toBe('COMPLIANT');
  });

  it('DNS must reach every server', async () => {
    const others = without(without(everyPort(anywhere), 'udp', 53), 'tcp', 53);
    expect(await closed([...others, tcp(53, anywhere), udp(53, '10.0.1.0/24')], connector)).toEqual([
      'NON_COMPLIANT',
      ['udp 53 to 10.0.2.10'],
    ]);
  });

  it('a port that is open to no destination is closed; nothing excuses it', async () => {
    expect(await closed(without(everyPort(anywhere), 'tcp', 139), connector)).toEqual(['NON_COMPLIANT', ['tcp 139']]);
    expect(await judgeEgress(toDns, connector)).toBe('NON_COMPLIANT HIGH');
  });

  it('a port that is open elsewhere is for someone to confirm', async () => {
    const lines = withEgress(
      [...toDns, ...without(without(everyPort('10.9.0.0/16'), 'udp', 53), 'tcp', 53)],
      connector,
    );
    const result = await resultOf(rule, directoryId, { lines });
    expect([result.status, result.missing]).toEqual(['INSUFFICIENT_DATA', []]);
    expect(result.reason).toContain(
      'tcp 135 is open, but not to every DNS server: confirm that it is open to the domain controllers',
    );
    expect(await judgeEgress([...toDns, ...everyPort('sg-onpremises')], connector)).toBe('INSUFFICIENT_DATA');
  });

  it('a port that is open to a group without the DNS servers is for someone to confirm too', async () => {
    const egress = [tcp(53, anywhere), udp(53, anywhere), ...everyPort(custom)];
    const servers = [controllerAt(first, controllers), controllerAt(second, controllers)];
    expect(await judgeEgress(egress, connector, servers)).toBe('INSUFFICIENT_DATA');
  });

  it("has no note on what the service leaves closed: the other end is the customer's", async () => {
    const lines = withEgress(without(everyPort(anywhere), 'tcp', 139), connector);
    const { evidence } = await resultOf(rule, directoryId, { lines });
    expect([evidence['directoryPorts.closedByService'], evidence.notes]).toEqual([[], undefined]);
  });

  it('one closed port is a finding, whatever is to be confirmed of the others', async () => {
    const others = without(without(everyPort('10.9.0.0/16'), 'udp', 53), 'tcp', 88);
    expect(await closed([...others, ...toDns], connector)).toEqual(['NON_COMPLIANT', ['tcp 88']]);
  });
});

describe('what it does not judge, and what it cannot', () => {
  const judgeDirectory = async (over: Members, rest: Omit<Case, 'lines'> = {}) =>
    Object.values(
      await outcome(rule, estate({ directory: { ...dns, ...over }, members: { IpPermissionsEgress: [] } }), rest),
    );

  it('directories that WorkSpaces manages, Pools, and directories that leave', async () => {
    const managed = { DirectoryId: 'wsd-1', UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' };
    expect(await judgeDirectory(managed)).toEqual(['NOT_APPLICABLE']);
    expect(await judgeDirectory({ WorkspaceType: 'POOLS' })).toEqual(['NOT_APPLICABLE']);
    expect(await judgeDirectory({ State: 'DEREGISTERED' })).toEqual(['NOT_APPLICABLE']);
  });

  it('a directory that names no DNS server', async () => {
    expect(await judgeDirectory({ DnsIpAddresses: undefined })).toEqual(['INSUFFICIENT_DATA']);
    expect(await judgeDirectory({ DnsIpAddresses: [] })).toEqual(['INSUFFICIENT_DATA']);
  });

  it('a type that nobody knows', async () => {
    expect(await judgeEgress([], { Type: 'NewAD' })).toBe('INSUFFICIENT_DATA');
  });

  it('what was not read', async () => {
    const fleet = withEgress([allowAll(anywhere)]);
    const only = async (gone: string, operation: string) =>
      (
        await outcome(
          rule,
          fleet.filter(({ type }) => type !== gone),
          { coverage: denied(operation) },
        )
      )[directoryId];
    expect(await only('SecurityGroup', readGroups)).toBe(`INSUFFICIENT_DATA ${readGroups}`);
    expect(await only('NetworkInterface', readInterfaces)).toBe(`INSUFFICIENT_DATA ${readInterfaces}`);
    expect(await only('DirectoryDescription', readServices)).toBe(`INSUFFICIENT_DATA ${readServices}`);
    expect(await judgeEgress(undefined)).toBe('INSUFFICIENT_DATA');
  });

  it('a WorkSpace that is gone or that has no interface yet', async () => {
    const lines = [
      ...estate({ directory: dns, members: { IpPermissionsEgress: [allowAll(anywhere)] } }),
      ...desktop(1, ['sg-unknown'], { State: 'TERMINATING' }),
      workspace(2, { State: 'ERROR', IpAddress: undefined }),
    ];
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'COMPLIANT' });
  });
});

describe('directory-ports-ad-connector', () => {
  const connectorRule = 'directory-ports-ad-connector';
  const both = [first, '192.168.7.53'];
  const judgeConnector = async (
    egress: object[] | undefined,
    more: readonly Line[] = [],
    over: Members = {},
    rest: Omit<Case, 'lines'> = {},
  ) => {
    const service = { ...adConnector(), DnsIpAddrs: both, ...over };
    const lines = estate({ service, controllers: { IpPermissionsEgress: egress } }, ...more);
    return (await outcome(connectorRule, lines, rest))[controllers];
  };
  const ports = (peer: string, ...numbers: number[]) => numbers.flatMap((port) => [tcp(port, peer), udp(port, peer)]);

  it('lets DNS, Kerberos and LDAP out to every DNS server', async () => {
    expect(await judgeConnector([allowAll(anywhere)])).toBe('COMPLIANT');
    expect(await judgeConnector([...ports('10.0.1.10/32', 53, 88, 389), ...ports('192.168.0.0/16', 53, 88, 389)])).toBe(
      'COMPLIANT',
    );
  });

  it('reports DNS that does not reach a server, and ports that lead nowhere', async () => {
    expect(await judgeConnector([tcp(443, anywhere)])).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeConnector([])).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeConnector([...ports('10.0.0.0/8', 53), ...ports(anywhere, 88, 389)])).toBe(
      'NON_COMPLIANT MEDIUM',
    );
    expect(await judgeConnector([...ports(anywhere, 53, 389), tcp(88, anywhere)])).toBe('NON_COMPLIANT MEDIUM');
  });

  it('names them', async () => {
    const egress = [...ports('10.0.0.0/8', 53), ...ports(anywhere, 389), tcp(88, anywhere)];
    const lines = estate({
      service: { ...adConnector(), DnsIpAddrs: both },
      controllers: { IpPermissionsEgress: egress },
    });
    const result = await resultOf(connectorRule, controllers, { lines });
    expect(result.reason).toBe(
      `The AD Connector ${directoryId} may not reach the domain's servers on tcp 53 to 192.168.7.53, udp 53 to 192.168.7.53, udp 88.`,
    );
    expect(result.evidence).toEqual({
      'connectorPorts.closed': ['tcp 53 to 192.168.7.53', 'udp 53 to 192.168.7.53', 'udp 88'],
      directoryId,
      directoryServiceType: 'ADConnector',
      role: 'CONTROLLERS',
    });
  });

  it('leaves ports to other addresses for someone to confirm', async () => {
    expect(await judgeConnector([...ports(anywhere, 53), ...ports('10.9.0.0/16', 88, 389)])).toBe('INSUFFICIENT_DATA');
    expect(await judgeConnector([...ports(anywhere, 53), ...ports('10.0.0.0/8', 88, 389)])).toBe('INSUFFICIENT_DATA');
  });

  it('expands prefix lists', async () => {
    const list: Line = {
      type: 'ManagedPrefixListEntries',
      resource: { PrefixListId: 'pl-a', Entries: both.map((ip) => ({ Cidr: `${ip}/32` })) },
    };
    expect(await judgeConnector(ports('pl-a', 53, 88, 389), [list])).toBe('COMPLIANT');
    expect(
      await judgeConnector(ports('pl-a', 53, 88, 389), [], {}, { coverage: denied('ec2:GetManagedPrefixListEntries') }),
    ).toBe('INSUFFICIENT_DATA ec2:GetManagedPrefixListEntries');
  });

  it('waits for a prefix list that may lead somewhere', async () => {
    const egress = [...ports(anywhere, 53), ...ports('pl-a', 88, 389)];
    expect(await judgeConnector(egress, [], {}, { coverage: denied('ec2:GetManagedPrefixListEntries') })).toBe(
      'INSUFFICIENT_DATA ec2:GetManagedPrefixListEntries',
    );
  });

  it('applies to the group of an AD Connector only', async () => {
    const lines = estate({ controllers: { IpPermissionsEgress: [] } }, group(custom), ...desktop(1, [members, custom]));
    expect(await outcome(connectorRule, lines)).toEqual({
      [controllers]: 'NOT_APPLICABLE',
      [custom]: 'NOT_APPLICABLE',
      [members]: 'NOT_APPLICABLE',
    });
  });

  it('says what is not known', async () => {
    expect(await judgeConnector(undefined)).toBe('INSUFFICIENT_DATA');
    expect(await judgeConnector([allowAll(anywhere)], [], { DnsIpAddrs: undefined })).toBe('INSUFFICIENT_DATA');
    expect(await judgeConnector([allowAll(anywhere)], [], { DnsIpAddrs: [] })).toBe('INSUFFICIENT_DATA');
    const lines = estate({ service: adConnector() }).filter(({ type }) => type !== 'SecurityGroup');
    expect((await outcome(connectorRule, lines, { coverage: denied(readGroups) }))[controllers]).toBe(
      `INSUFFICIENT_DATA ${readGroups}`,
    );
    expect(await judgeConnector([allow('tcp', 0, 65535, anywhere), udp(53, anywhere)])).toBe('NON_COMPLIANT MEDIUM');
  });
});
