import { describe, expect, it } from 'vitest';
import { directory, otherDir, subnet } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { readAcls } from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'internet-egress-network-acl';
const passes = { 'subnet-0a': 'COMPLIANT' };
const broken = { 'subnet-0a': 'NON_COMPLIANT MEDIUM' };
const unknown = { 'subnet-0a': 'INSUFFICIENT_DATA' };
const notApplicable = { 'subnet-0a': 'NOT_APPLICABLE' };

const one = { SubnetIds: ['subnet-0a'] };
const entry = (RuleNumber: number, RuleAction: string, members: object = {}) => ({
  RuleNumber,
  RuleAction,
  Egress: false,
  Protocol: '-1',
  CidrBlock: '0.0.0.0/0',
  ...members,
});
const tcp = (From: number, To = From, members: object = {}) => ({
  Protocol: '6',
  PortRange: { From, To },
  ...members,
});
const out = { Egress: true };
const defaults = [entry(32767, 'deny'), entry(32767, 'deny', out)];
const allowAll = [entry(100, 'allow'), entry(100, 'allow', out)];

const acl = (entries: readonly object[], members: object = {}): Line => ({
  type: 'NetworkAcl',
  resource: {
    NetworkAclId: 'acl-0a',
    VpcId: 'vpc-0a',
    Associations: [{ NetworkAclAssociationId: 'aclassoc-0a', SubnetId: 'subnet-0a' }],
    Entries: [...defaults, ...entries],
    ...members,
  },
});
const estate = (entries: readonly object[], members: object = {}): Case => ({
  lines: [directory(one), subnet('subnet-0a'), acl(entries, members)],
});
const replies = entry(100, 'allow', tcp(1024, 65535));
const web = [entry(100, 'allow', tcp(80, 80, out)), entry(110, 'allow', tcp(443, 443, out))];

describe('internet-egress-network-acl', () => {
  itJudges(rule, {
    'passes when everything is allowed': [estate(allowAll), passes],
    'passes when just enough is': [estate([...web, entry(100, 'allow', tcp(49152, 65535))]), passes],
    'passes a range that holds both ports': [estate([entry(100, 'allow', tcp(0, 1023, out)), replies]), passes],
    'fails without HTTP': [estate([...web.slice(1), replies]), broken],
    'fails without HTTPS': [estate([...web.slice(0, 1), replies]), broken],
    'fails without answers': [estate(web), broken],
    'fails one port short of the answers': [estate([...web, entry(100, 'allow', tcp(49152, 65534))]), broken],
    'fails with answers by UDP alone': [
      estate([...web, entry(100, 'allow', { Protocol: '17', PortRange: { From: 1024, To: 65535 } })]),
      broken,
    ],
    'fails when entries that allow are of the other direction': [
      estate([entry(100, 'allow'), entry(110, 'allow', tcp(443))]),
      broken,
    ],
    'fails when IPv6 alone is allowed': [
      estate([
        entry(100, 'allow', { CidrBlock: undefined, Ipv6CidrBlock: '::/0' }),
        entry(100, 'allow', { ...out, CidrBlock: undefined, Ipv6CidrBlock: '::/0' }),
      ]),
      broken,
    ],
    'fails when the allowance is for some addresses': [
      estate([...allowAll.slice(0, 1), entry(100, 'allow', { ...out, CidrBlock: '10.0.0.0/8' })]),
      broken,
    ],
    'passes when several allowances are for all of them together': [
      estate([
        ...allowAll.slice(0, 1),
        entry(100, 'allow', { ...out, CidrBlock: '0.0.0.0/1' }),
        entry(110, 'allow', { ...out, CidrBlock: '128.0.0.0/1' }),
      ]),
      passes,
    ],
    'fails when a denial comes first': [estate([...allowAll, entry(90, 'deny', tcp(443, 443, out))]), broken],
    'passes when it comes last': [estate([...allowAll, entry(110, 'deny', tcp(443, 443, out))]), passes],
    'passes a block list': [estate([...allowAll, entry(90, 'deny', { ...out, CidrBlock: '198.51.100.0/24' })]), passes],
    'fails a block list that blocks everything': [
      estate([
        ...allowAll,
        entry(90, 'deny', { ...out, CidrBlock: '0.0.0.0/1' }),
        entry(91, 'deny', { ...out, CidrBlock: '128.0.0.0/1' }),
      ]),
      broken,
    ],
    'does not look at the network ACL of another subnet': [
      {
        lines: [
          ...estate(allowAll).lines,
          acl([], { NetworkAclId: 'acl-0b', Associations: [{ SubnetId: 'subnet-0b' }] }),
        ],
      },
      passes,
    ],
  });

  itJudges(rule, {
    'leaves out an isolated enclave': [{ ...estate([]), parameters: { internetAccess: 'none' } }, notApplicable],
    'leaves out WorkSpaces that use a proxy': [
      { ...estate([]), parameters: { proxyCidrs: ['10.0.9.0/24'] } },
      notApplicable,
    ],
    'leaves out Pools': [
      { lines: [directory({ ...one, WorkspaceType: 'POOLS' }), subnet('subnet-0a'), acl([])] },
      notApplicable,
    ],
    'judges a subnet that Pools share': [
      {
        lines: [...estate([]).lines, directory({ ...one, DirectoryId: otherDir, WorkspaceType: 'POOLS' })],
      },
      broken,
    ],
    'says nothing of the subnet of a deregistered directory': [
      { lines: [directory({ ...one, State: 'DEREGISTERED' }), subnet('subnet-0a'), acl([])] },
      {},
    ],
    'cannot tell when network ACLs were denied': [
      { lines: [directory(one), subnet('subnet-0a')], coverage: { [readAcls]: 'denied' } },
      { 'subnet-0a': `INSUFFICIENT_DATA ${readAcls}` },
    ],
    'knows the one that was returned before the read broke off': [
      { ...estate([]), coverage: { [readAcls]: 'partial' } },
      broken,
    ],
    'cannot tell when none is associated with the subnet': [
      { lines: [directory(one), subnet('subnet-0a'), acl(allowAll, { Associations: [] })] },
      unknown,
    ],
    'cannot tell without entries': [estate([], { Entries: undefined }), unknown],
    'cannot tell without a direction': [estate([entry(100, 'allow', { Egress: undefined })]), unknown],
    'cannot tell without a number': [estate([...allowAll, entry(90, 'deny', { RuleNumber: undefined })]), unknown],
    'cannot tell an action that is new': [estate([...allowAll, entry(90, 'count')]), unknown],
    'cannot tell TCP without ports': [estate([...allowAll, entry(90, 'deny', { Protocol: '6' })]), unknown],
  });

  it('names the network ACL, the ports, and the block list', async () => {
    const found = await onlyResult(
      rule,
      estate([
        entry(90, 'deny', { ...out, CidrBlock: '198.51.100.0/24' }),
        ...web.slice(1),
        entry(100, 'allow', tcp(49152, 60000)),
      ]),
    );
    expect(found).toMatchObject({
      packId: 'network',
      severity: 'MEDIUM',
      subject: { type: 'subnet', id: 'subnet-0a' },
      reason:
        'acl-0a does not let TCP 80 out to every address; acl-0a does not let answers to TCP 60001-65535 in from every address.',
      evidence: {
        'networkAcl.id': 'acl-0a',
        'networkAcl.internetPortsShut': ['TCP 80'],
        'networkAcl.replyPortsShut': ['TCP 60001-65535'],
        notes: ['Parts of the internet to which acl-0a lets nothing out: entry 90: 198.51.100.0/24.'],
      },
      controls: ['SI-2', 'CM-6'],
      missing: [],
    });
  });
});
