import { describe, expect, it } from 'vitest';
import { addresses, interfaces, ipGroups } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { elasticIp, publicInterface } from './ip-group-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'ip-group-rule-static-attested';
const says = (status: string) => ({ 'wsipg-1': status });
const group = (...rules: readonly (readonly [string, string?])[]): Line => ({
  type: 'WorkspacesIpGroup',
  resource: { groupId: 'wsipg-1', userRules: rules.map(([ipRule, ruleDesc]) => ({ ipRule, ruleDesc })) },
});
const attested = (cidr: string, expires = '2027-01-31') => ({ cidr, owner: 'network team', expires });
const judged = (attestedRanges: readonly ReturnType<typeof attested>[], ...lines: readonly Line[]): Case => ({
  lines,
  parameters: { attestedRanges: attestedRanges.map((range) => ({ ...range })) },
});
const branch = group(['52.0.2.0/24', 'Branch']);

describe(rule, () => {
  itJudges(rule, {
    'passes a rule within an attested range': [judged([attested('52.0.0.0/16')], branch), says('COMPLIANT')],
    'passes one that several ranges cover together': [
      judged([attested('52.0.2.0/25'), attested('52.0.2.128/25')], branch),
      says('COMPLIANT'),
    ],
    'fails a rule that is attested in part': [
      judged([attested('52.0.2.0/25')], branch),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'fails a rule that nobody attests': [judged([attested('8.8.8.0/24')], branch), says('NON_COMPLIANT INFORMATIONAL')],
    'takes the word of today': [judged([attested('52.0.0.0/16', '2026-11-22')], branch), says('COMPLIANT')],
    'takes no word of yesterday': [
      judged([attested('52.0.0.0/16', '2026-11-21')], branch),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'reads an address without a length': [judged([attested('52.0.2.7')], group(['52.0.2.7'])), says('COMPLIANT')],
    'reads IPv6': [judged([attested('2001:470::/32')], group(['2001:470:1::/48'])), says('COMPLIANT')],
    'asks while nothing is attested at all': [judged([], branch), says('INSUFFICIENT_DATA')],
    'leaves out a group whose rules are addresses of the account': [
      judged([], group(['52.0.2.7']), elasticIp('52.0.2.7')),
      says('NOT_APPLICABLE'),
    ],
    'and those that Amazon assigned': [
      judged([], group(['52.0.2.7/32']), publicInterface('eni-1', '52.0.2.7', 'amazon')),
      says('NOT_APPLICABLE'),
    ],
    'takes a range with an address of the account for resolved': [
      judged([], branch, elasticIp('52.0.2.7')),
      says('NOT_APPLICABLE'),
    ],
    'judges the rule that is not': [
      judged([attested('8.8.8.0/24')], group(['52.0.2.7'], ['52.0.3.7']), elasticIp('52.0.2.7')),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'leaves out a group without rules': [judged([], group()), says('NOT_APPLICABLE')],
    'cannot tell whose an address is without the addresses': [
      { ...judged([attested('8.8.8.0/24')], branch), coverage: { [addresses]: 'denied' } },
      says(`INSUFFICIENT_DATA ${addresses}`),
    ],
    'nor without the interfaces': [
      { ...judged([attested('8.8.8.0/24')], branch), coverage: { [interfaces]: 'denied' } },
      says(`INSUFFICIENT_DATA ${interfaces}`),
    ],
    'cannot read a rule that is no network': [
      judged([attested('8.8.8.0/24')], group(['300.1.1.1'])),
      says('INSUFFICIENT_DATA'),
    ],
    'cannot tell of a group without the member': [
      judged([], { type: 'WorkspacesIpGroup', resource: { groupId: 'wsipg-1' } }),
      says('INSUFFICIENT_DATA'),
    ],
    'gives one result on the account when groups were not read': [
      { ...judged([]), coverage: { [ipGroups]: 'denied' } },
      { '111122223333': `INSUFFICIENT_DATA ${ipGroups}` },
    ],
  });

  it('names rules with their descriptions, and those that lack one', async () => {
    const both = group(['52.0.2.0/24', 'Branch'], ['52.0.3.0/24']);
    expect(await onlyResult(rule, judged([attested('52.0.3.0/24')], both))).toMatchObject({
      reason: 'Nobody attests that these are static: 52.0.2.0/24 (Branch).',
      evidence: { notes: ['Rules without a description: 52.0.3.0/24.'] },
    });
    expect((await onlyResult(rule, judged([], branch)))?.reason).toBe(
      'Cannot be judged: the parameter attestedRanges names no range: ask whether 52.0.2.0/24 (Branch) is a static address.',
    );
  });
});
