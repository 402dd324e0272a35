import { describe, expect, it } from 'vitest';
import { account, directory, group, judged, natAddress, natGateway } from './ip-group-builders.ts';

const groups = 'workspaces:DescribeIpGroups';
const directories = 'workspaces:DescribeWorkspaceDirectories';
const gateways = 'ec2:DescribeNatGateways';
const used = directory('d-1', ['wsipg-1']);
const named = group('wsipg-1', ['52.0.2.10/32']);

describe('ip-group-covers-every-nat-address', () => {
  const rule = 'ip-group-covers-every-nat-address';
  const pair = natGateway('nat-1', ['52.0.2.10', '52.0.2.11']);
  const users = { userEgressNatGatewayIds: ['nat-1'] };

  it.each([
    ['all addresses in one range', [group('wsipg-1', ['52.0.2.10/31']), pair], 'COMPLIANT'],
    ['all addresses in single rules', [group('wsipg-1', ['52.0.2.10', '52.0.2.11']), pair], 'COMPLIANT'],
    ['one of two addresses', [group('wsipg-1', ['52.0.2.10/32']), pair], 'NON_COMPLIANT MEDIUM'],
    [
      'one of two, the other of which failed',
      [named, natGateway('nat-1', ['52.0.2.10', natAddress('52.0.2.11', { Status: 'failed' })])],
      'COMPLIANT',
    ],
    [
      'one of two, the other of which does not say how it is',
      [named, natGateway('nat-1', ['52.0.2.10', natAddress('52.0.2.11', { Status: undefined })])],
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'a failed address only',
      [named, natGateway('nat-1', [natAddress('52.0.2.10', { Status: 'failed' }), '52.0.2.11'])],
      'NOT_APPLICABLE',
    ],
    [
      'a gateway that is deleted',
      [named, natGateway('nat-1', ['52.0.2.10', '52.0.2.11'], { State: 'deleted' })],
      'NOT_APPLICABLE',
    ],
    [
      'a gateway that is being made',
      [named, natGateway('nat-1', ['52.0.2.10', '52.0.2.11'], { State: 'pending' })],
      'NOT_APPLICABLE',
    ],
    [
      'a gateway in a state nobody knows',
      [named, natGateway('nat-1', ['52.0.2.10', '52.0.2.11'], { State: 'sleeping' })],
      'INSUFFICIENT_DATA',
    ],
    [
      "the desktops' own way out, which is no source of users",
      [group('wsipg-1', ['52.9.0.0/16']), pair],
      'NOT_APPLICABLE',
    ],
    ['no gateway', [named], 'NOT_APPLICABLE'],
    [
      'a private gateway',
      [
        named,
        natGateway('nat-1', [{ PublicIp: '52.0.2.10', PrivateIp: '10.0.0.10' }], { ConnectivityType: 'private' }),
      ],
      'NOT_APPLICABLE',
    ],
    [
      'a whole gateway, and half of another',
      [group('wsipg-1', ['52.0.2.10/31', '52.0.3.1']), pair, natGateway('nat-2', ['52.0.3.1', '52.0.3.2'])],
      'NON_COMPLIANT MEDIUM',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, ...lines] })).toEqual({ 'd-1': expected });
  });

  it.each([
    ['wholly missing', [group('wsipg-1', ['52.9.0.0/16']), pair], 'NON_COMPLIANT HIGH'],
    ['partly missing', [named, pair], 'NON_COMPLIANT MEDIUM'],
    ['wholly there', [group('wsipg-1', ['52.0.2.10/31']), pair], 'COMPLIANT'],
    [
      'wholly missing beside one that is there',
      [group('wsipg-1', ['52.0.3.1']), pair, natGateway('nat-2', ['52.0.3.1'])],
      'NON_COMPLIANT HIGH',
    ],
    [
      'partly missing beside one that is, too',
      [group('wsipg-1', ['52.0.2.10', '52.0.3.1']), pair, natGateway('nat-2', ['52.0.3.1', '52.0.3.2'])],
      'NON_COMPLIANT MEDIUM',
    ],
    ['missing, for the group has no rules', [group('wsipg-1', []), pair], 'NON_COMPLIANT HIGH'],
  ])("users' gateway %s", async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, ...lines], parameters: users })).toEqual({ 'd-1': expected });
  });

  it('adds up the rules of all groups of a directory, and only those', async () => {
    const lines = [
      directory('d-1', ['wsipg-1', 'wsipg-2']),
      directory('d-2', ['wsipg-1']),
      named,
      group('wsipg-2', ['52.0.2.11/32']),
      pair,
    ];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': 'COMPLIANT', 'd-2': 'NON_COMPLIANT MEDIUM' });
  });

  it.each([
    ['the directory has no group', [directory('d-1', []), pair], { [gateways]: 'denied' }, 'NOT_APPLICABLE'],
    [
      'the directory leaves',
      [directory('d-1', ['wsipg-1'], { State: 'DEREGISTERING' }), named, pair],
      {},
      'NOT_APPLICABLE',
    ],
    ['gateways were denied', [used, named], { [gateways]: 'denied' }, `INSUFFICIENT_DATA ${gateways}`],
    [
      'gateways were denied, and the group admits no address that one has',
      [used, group('wsipg-1', ['2001:db8::/32'])],
      { [gateways]: 'denied' },
      'NOT_APPLICABLE',
    ],
    [
      'gateways were partly read',
      [used, group('wsipg-1', ['52.0.2.10/31']), pair],
      { [gateways]: 'partial' },
      `INSUFFICIENT_DATA ${gateways}`,
    ],
    [
      'gateways were partly read, yet one is half missing',
      [used, named, pair],
      { [gateways]: 'partial' },
      'NON_COMPLIANT MEDIUM',
    ],
    ['groups were denied', [used, pair], { [groups]: 'denied' }, `INSUFFICIENT_DATA ${groups}`],
    [
      'another group was not read',
      [directory('d-1', ['wsipg-1', 'wsipg-2']), named, pair],
      { [groups]: 'partial' },
      `INSUFFICIENT_DATA ${groups}`,
    ],
    ['another group does not exist', [directory('d-1', ['wsipg-1', 'wsipg-2']), named, pair], {}, 'INSUFFICIENT_DATA'],
    [
      'another rule is unreadable',
      [used, group('wsipg-1', ['52.0.2.10', 'the office']), pair],
      {},
      'INSUFFICIENT_DATA',
    ],
    ['rules are unknown', [used, group('wsipg-1'), pair], {}, 'INSUFFICIENT_DATA'],
  ] as const)('when %s', async (_, lines, coverage, expected) => {
    expect(await judged(rule, { lines, coverage })).toEqual({ 'd-1': expected });
  });

  it('needs gateways that the configuration names, even where no rule admits an address', async () => {
    const scene = {
      lines: [used, group('wsipg-1', [])],
      coverage: { [gateways]: 'denied' },
      parameters: users,
    } as const;
    expect(await judged(rule, scene)).toEqual({ 'd-1': `INSUFFICIENT_DATA ${gateways}` });
  });

  it('says on the account that directories were denied', async () => {
    expect(await judged(rule, { lines: [named, pair], coverage: { [directories]: 'denied' } })).toEqual({
      [account]: `INSUFFICIENT_DATA ${directories}`,
    });
  });
});
