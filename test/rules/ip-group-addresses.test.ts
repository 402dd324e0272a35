import { describe, expect, it } from 'vitest';
import { directory, elasticIp, group, judged, networkInterface, publicInterface } from './ip-group-builders.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';
const interfaces = 'ec2:DescribeNetworkInterfaces';
const addresses = 'ec2:DescribeAddresses';
const used = directory('d-1', ['wsipg-1']);
const office = '52.0.2.0/24';

describe('ip-group-rule-public-address', () => {
  const rule = 'ip-group-rule-public-address';
  const beside = [directory('d-1', ['wsipg-1', 'wsipg-office']), group('wsipg-office', [office])];

  it.each([
    '0.0.0.0/8',
    '10.1.0.0/16',
    '10.1.2.3/16',
    '10.255.255.255',
    '100.64.0.0/10',
    '100.127.255.255/32',
    '127.0.0.1',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '172.31.255.255/32',
    '192.0.0.0/24',
    '192.168.1.0/24',
    '198.18.0.0/15',
    '198.19.255.255/32',
    '224.0.0.0/4',
    '240.0.0.0/4',
    '255.255.255.255',
    '224.0.0.0/3',
  ])('%s is never a source', async (range) => {
    expect(await judged(rule, { lines: [...beside, group('wsipg-1', [range])] })).toEqual({
      'wsipg-1': 'NON_COMPLIANT MEDIUM',
      'wsipg-office': 'COMPLIANT',
    });
  });

  it.each([
    '1.0.0.0/8',
    '9.255.255.255/32',
    '11.0.0.0/32',
    '100.63.255.255/32',
    '100.128.0.0/32',
    '126.255.255.255/32',
    '128.0.0.0/32',
    '169.253.255.255/32',
    '172.15.255.255/32',
    '172.32.0.0/32',
    '192.0.1.0/32',
    '192.167.255.255/32',
    '192.169.0.0/32',
    '198.17.255.255/32',
    '198.20.0.0/32',
    '223.255.255.255/32',
    '203.0.113.25/32',
    '8.0.0.0/5',
    '10.0.0.0/7',
    '0.0.0.0/0',
    '2001:db8::/32',
  ])('%s can be a source', async (range) => {
    expect(await judged(rule, { lines: [used, group('wsipg-1', [range])] })).toEqual({ 'wsipg-1': 'COMPLIANT' });
  });

  it.each([
    [
      'the only rule is reserved: nobody can connect',
      [used, group('wsipg-1', ['10.0.0.0/8'])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH' },
    ],
    [
      'all rules are reserved',
      [used, group('wsipg-1', ['10.0.0.0/8', '192.168.0.0/16'])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH' },
    ],
    [
      'another rule lets users in',
      [used, group('wsipg-1', ['10.0.0.0/8', office])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM' },
    ],
    [
      'another rule only overlaps, and lets users in',
      [used, group('wsipg-1', ['10.0.0.0/8', '8.0.0.0/5'])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM' },
    ],
    [
      'all rules of all groups are reserved',
      [directory('d-1', ['wsipg-1', 'wsipg-2']), group('wsipg-1', ['10.0.0.0/8']), group('wsipg-2', ['172.16.0.0/12'])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH', 'wsipg-2': 'NON_COMPLIANT HIGH' },
    ],
    [
      'one of two directories lets nobody in',
      [...beside, directory('d-2', ['wsipg-1']), group('wsipg-1', ['10.0.0.0/8'])],
      { 'wsipg-1': 'NON_COMPLIANT HIGH', 'wsipg-office': 'COMPLIANT' },
    ],
    [
      'no directory uses the group',
      [directory('d-1', []), group('wsipg-1', ['10.0.0.0/8'])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM' },
    ],
    ['the group has no rules', [used, group('wsipg-1', [])], { 'wsipg-1': 'NOT_APPLICABLE' }],
    ['the answer lacks rules', [used, group('wsipg-1')], { 'wsipg-1': 'INSUFFICIENT_DATA' }],
    ['a rule is no range', [used, group('wsipg-1', ['the office', office])], { 'wsipg-1': 'INSUFFICIENT_DATA' }],
    [
      'a rule has more bits than an address',
      [used, group('wsipg-1', ['52.0.2.0/33'])],
      { 'wsipg-1': 'INSUFFICIENT_DATA' },
    ],
    ['a rule lacks its range', [used, group('wsipg-1', [undefined, office])], { 'wsipg-1': 'INSUFFICIENT_DATA' }],
    [
      'a rule is no range, and another is reserved',
      [used, group('wsipg-1', ['the office', '10.0.0.0/8'])],
      { 'wsipg-1': 'NON_COMPLIANT MEDIUM' },
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines })).toEqual(expected);
  });

  it('needs no directory to prove a violation', async () => {
    const lines = [group('wsipg-1', ['10.0.0.0/8']), group('wsipg-2', [office])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'denied' } })).toEqual({
      'wsipg-1': 'NON_COMPLIANT MEDIUM',
      'wsipg-2': 'COMPLIANT',
    });
  });
});

describe('ip-group-rule-no-dynamic-address', () => {
  const rule = 'ip-group-rule-no-dynamic-address';
  const named = group('wsipg-1', ['54.9.8.7/32']);

  it.each([
    ['an Elastic IP of the account', [elasticIp('54.9.8.7')], 'COMPLIANT'],
    [
      'an Elastic IP on an interface',
      [elasticIp('54.9.8.7'), publicInterface('eni-1', '54.9.8.7', '111122223333')],
      'COMPLIANT',
    ],
    [
      'an Elastic IP of another account on a shared interface',
      [publicInterface('eni-1', '54.9.8.7', '999988887777')],
      'COMPLIANT',
    ],
    ['an auto-assigned address', [publicInterface('eni-1', '54.9.8.7', 'amazon')], 'NON_COMPLIANT HIGH'],
    ['an address of a load balancer', [publicInterface('eni-1', '54.9.8.7', 'amazon-elb')], 'NON_COMPLIANT HIGH'],
    ['an address of a database', [publicInterface('eni-1', '54.9.8.7', 'amazon-rds')], 'NON_COMPLIANT HIGH'],
    [
      'an owner that only starts like an account',
      [publicInterface('eni-1', '54.9.8.7', '1111222233334')],
      'NON_COMPLIANT HIGH',
    ],
    [
      'an auto-assigned address on a secondary private address',
      [
        networkInterface('eni-1', {
          PrivateIpAddresses: [
            { Primary: true, PrivateIpAddress: '10.0.0.4' },
            {
              Primary: false,
              PrivateIpAddress: '10.0.0.5',
              Association: { PublicIp: '54.9.8.7', IpOwnerId: 'amazon' },
            },
          ],
        }),
      ],
      'NON_COMPLIANT HIGH',
    ],
    [
      'an address that an application load balancer manages',
      [elasticIp('54.9.8.7', { ServiceManaged: 'alb' })],
      'NON_COMPLIANT HIGH',
    ],
    [
      'an address that a network load balancer manages',
      [elasticIp('54.9.8.7', { ServiceManaged: 'nlb' })],
      'NON_COMPLIANT HIGH',
    ],
    ['an address that a database manages', [elasticIp('54.9.8.7', { ServiceManaged: 'rds' })], 'NON_COMPLIANT HIGH'],
    [
      'an address that a regional NAT gateway manages, which another rule reports',
      [elasticIp('54.9.8.7', { ServiceManaged: 'rnat' })],
      'COMPLIANT',
    ],
    [
      'an address that an unknown service manages',
      [elasticIp('54.9.8.7', { ServiceManaged: 'moonbase' })],
      'INSUFFICIENT_DATA',
    ],
    [
      'an association that does not say whose the address is',
      [publicInterface('eni-1', '54.9.8.7', undefined)],
      'INSUFFICIENT_DATA',
    ],
    [
      'an address outside the account',
      [elasticIp('54.9.8.8'), publicInterface('eni-1', '54.9.8.6', 'amazon')],
      'NOT_APPLICABLE',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, named, ...lines] })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['a wider range around an auto-assigned address', ['54.9.8.0/24'], 'NON_COMPLIANT HIGH'],
    ['anywhere', ['0.0.0.0/0'], 'NON_COMPLIANT HIGH'],
    ['an Elastic IP first, an auto-assigned address second', ['52.0.2.10/32', '54.9.8.7'], 'NON_COMPLIANT HIGH'],
    ['an Elastic IP only', ['52.0.2.10'], 'COMPLIANT'],
    ['a range beside both', ['54.9.9.0/24'], 'NOT_APPLICABLE'],
    ['no rules', [], 'NOT_APPLICABLE'],
    ['IPv6 only', ['2001:db8::/32'], 'NOT_APPLICABLE'],
    ['something unreadable', ['52.0.2.10', 'the office'], 'INSUFFICIENT_DATA'],
    ['something unreadable beside an auto-assigned address', ['the office', '54.9.8.7'], 'NON_COMPLIANT HIGH'],
    ['no known rules', undefined, 'INSUFFICIENT_DATA'],
  ])('a group that names %s', async (_, rules, expected) => {
    const lines = [
      used,
      group('wsipg-1', rules),
      elasticIp('52.0.2.10'),
      publicInterface('eni-1', '54.9.8.7', 'amazon'),
    ];
    expect(await judged(rule, { lines })).toEqual({ 'wsipg-1': expected });
  });

  const dynamic = publicInterface('eni-1', '54.9.8.7', 'amazon');
  const owned = publicInterface('eni-1', '54.9.8.7', '111122223333');

  it.each([
    ['addresses were denied', [used, named, owned], { [addresses]: 'denied' }, `INSUFFICIENT_DATA ${addresses}`],
    [
      'addresses were denied, and none was seen',
      [used, named],
      { [addresses]: 'denied' },
      `INSUFFICIENT_DATA ${addresses}`,
    ],
    [
      'addresses were denied, yet an interface proves it',
      [used, named, dynamic],
      { [addresses]: 'denied' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'interfaces were denied',
      [used, named, elasticIp('54.9.8.7')],
      { [interfaces]: 'denied' },
      `INSUFFICIENT_DATA ${interfaces}`,
    ],
    [
      'interfaces were denied, yet an address proves it',
      [used, named, elasticIp('54.9.8.7', { ServiceManaged: 'nlb' })],
      { [interfaces]: 'denied' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'interfaces were partly read',
      [used, named, elasticIp('54.9.8.7')],
      { [interfaces]: 'partial' },
      `INSUFFICIENT_DATA ${interfaces}`,
    ],
    [
      'both were denied',
      [used, named],
      { [interfaces]: 'denied', [addresses]: 'denied' },
      `INSUFFICIENT_DATA ${addresses} ${interfaces}`,
    ],
    [
      'both were denied, and the group has no rules',
      [used, group('wsipg-1', [])],
      { [interfaces]: 'denied', [addresses]: 'denied' },
      'NOT_APPLICABLE',
    ],
    [
      'both were denied, and nobody uses the group',
      [directory('d-1', []), named],
      { [interfaces]: 'denied', [addresses]: 'denied' },
      'NOT_APPLICABLE',
    ],
    ['nobody uses the group', [directory('d-1', []), named, dynamic], {}, 'NOT_APPLICABLE'],
    [
      'it is unknown who uses the group',
      [named, dynamic],
      { [directories]: 'denied' },
      `INSUFFICIENT_DATA ${directories}`,
    ],
  ] as const)('when %s', async (_, lines, coverage, expected) => {
    expect(await judged(rule, { lines, coverage })).toEqual({ 'wsipg-1': expected });
  });
});
