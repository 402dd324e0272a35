import { describe, expect, it } from 'vitest';
import { directory, elasticIp, group, judged, natGateway } from './ip-group-builders.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';
const addresses = 'ec2:DescribeAddresses';
const used = directory('d-1', ['wsipg-1']);

describe('ip-group-rule-address-still-owned', () => {
  const rule = 'ip-group-rule-address-still-owned';
  const idle = { AssociationId: undefined };
  const before = { lines: [elasticIp('52.0.2.10'), elasticIp('52.0.2.11')] };

  it.each([
    ['an Elastic IP in use', ['52.0.2.10/32'], 'COMPLIANT'],
    ['an Elastic IP in use, written without a mask', ['52.0.2.10'], 'COMPLIANT'],
    ['an idle Elastic IP', ['52.0.2.12/32'], 'NON_COMPLIANT LOW'],
    ['a released Elastic IP', ['52.0.2.11/32'], 'NON_COMPLIANT HIGH'],
    ['a released Elastic IP, written without a mask', ['52.0.2.11'], 'NON_COMPLIANT HIGH'],
    ['an idle one and a released one', ['52.0.2.12/32', '52.0.2.11/32'], 'NON_COMPLIANT HIGH'],
    ['one in use and an idle one', ['52.0.2.10/32', '52.0.2.12/32'], 'NON_COMPLIANT LOW'],
    ['an address that was never ours', ['52.0.2.99/32'], 'NOT_APPLICABLE'],
    ['an address that was never ours beside one in use', ['52.0.2.99/32', '52.0.2.10/32'], 'COMPLIANT'],
    ['a range around a released Elastic IP', ['52.0.2.10/31', '52.0.2.0/24'], 'NOT_APPLICABLE'],
    ['no rules', [], 'NOT_APPLICABLE'],
    ['something unreadable', ['the office', '52.0.2.10'], 'INSUFFICIENT_DATA'],
    ['something unreadable beside a released Elastic IP', ['the office', '52.0.2.11'], 'NON_COMPLIANT HIGH'],
    ['no known rules', undefined, 'INSUFFICIENT_DATA'],
  ])('a group that names %s', async (_, rules, expected) => {
    const lines = [used, group('wsipg-1', rules), elasticIp('52.0.2.10'), elasticIp('52.0.2.12', idle)];
    expect(await judged(rule, { lines, baseline: before })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['nothing of an address that is not ours now', ['52.0.2.11/32'], 'INSUFFICIENT_DATA'],
    ['nothing of it beside one in use', ['52.0.2.10', '52.0.2.11/32'], 'INSUFFICIENT_DATA'],
    ['an idle address beside it', ['52.0.2.12', '52.0.2.11'], 'NON_COMPLIANT LOW'],
    ['an address in use', ['52.0.2.10'], 'COMPLIANT'],
    ['an idle address', ['52.0.2.12'], 'NON_COMPLIANT LOW'],
    ['a group of ranges', ['52.0.2.10/31'], 'NOT_APPLICABLE'],
    ['an IPv6 address, which no Elastic IP has', ['2001:db8::1'], 'NOT_APPLICABLE'],
  ])('knows without a baseline %s', async (_, rules, expected) => {
    const lines = [used, group('wsipg-1', rules), elasticIp('52.0.2.10'), elasticIp('52.0.2.12', idle)];
    expect(await judged(rule, { lines })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['a denied baseline knows nothing', [], 'denied', ['52.0.2.11'], 'INSUFFICIENT_DATA'],
    ['a partial baseline knows what it has', [elasticIp('52.0.2.11')], 'partial', ['52.0.2.11'], 'NON_COMPLIANT HIGH'],
    ['a partial baseline knows nothing else', [elasticIp('52.0.2.11')], 'partial', ['52.0.2.99'], 'INSUFFICIENT_DATA'],
  ] as const)('%s', async (_, baseline, status, rules, expected) => {
    const scene = {
      lines: [used, group('wsipg-1', rules)],
      baseline: { lines: baseline, coverage: { [addresses]: status } },
    };
    expect(await judged(rule, scene)).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['addresses were denied', [], 'denied', ['52.0.2.11'], `INSUFFICIENT_DATA ${addresses}`],
    ['addresses were denied and no rule is a single address', [], 'denied', ['52.0.2.10/31'], 'NOT_APPLICABLE'],
    ['the address is in the part that was read', [elasticIp('52.0.2.10')], 'partial', ['52.0.2.10'], 'COMPLIANT'],
    [
      'the idle address is in the part that was read',
      [elasticIp('52.0.2.10', idle)],
      'partial',
      ['52.0.2.10'],
      'NON_COMPLIANT LOW',
    ],
    [
      'the address is not in the part that was read',
      [elasticIp('52.0.2.10')],
      'partial',
      ['52.0.2.11'],
      `INSUFFICIENT_DATA ${addresses}`,
    ],
  ] as const)('when %s', async (_, read, status, rules, expected) => {
    const scene = {
      lines: [used, group('wsipg-1', rules), ...read],
      coverage: { [addresses]: status },
      baseline: before,
    };
    expect(await judged(rule, scene)).toEqual({ 'wsipg-1': expected });
  });

  it('reports a released address in a group that no directory uses', async () => {
    const scene = {
      lines: [group('wsipg-1', ['52.0.2.11'])],
      baseline: before,
      coverage: { [directories]: 'denied' },
    } as const;
    expect(await judged(rule, scene)).toEqual({ 'wsipg-1': 'NON_COMPLIANT HIGH' });
  });

  it('takes the address of a NAT gateway as one in use', async () => {
    const lines = [used, group('wsipg-1', ['52.0.2.10']), elasticIp('52.0.2.10'), natGateway('nat-1', ['52.0.2.10'])];
    expect(await judged(rule, { lines, baseline: before })).toEqual({ 'wsipg-1': 'COMPLIANT' });
  });
});
