import { describe, expect, it } from 'vitest';
import {
  account,
  dcv,
  directories,
  directory,
  otherDir,
  pcoip,
  streaming,
  subnet,
  workspace,
} from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import {
  blackhole,
  endpoint,
  halves,
  mainTable,
  prefixList,
  readPrefixLists,
  readRouteTables,
  readSubnets,
  readVpcs,
  route,
  routeTable,
  toInternet,
} from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'management-range-free-of-conflict';
const passes = { 'vpc-0a': 'COMPLIANT' };
const broken = { 'vpc-0a': 'NON_COMPLIANT HIGH' };
const unknown = { 'vpc-0a': 'INSUFFICIENT_DATA' };
const notApplicable = { 'vpc-0a': 'NOT_APPLICABLE' };
const missing = (...operations: string[]) => ({ 'vpc-0a': `INSUFFICIENT_DATA ${operations.join(' ')}` });

const network = (...cidrs: readonly string[]): Line => ({
  type: 'Vpc',
  resource: {
    VpcId: 'vpc-0a',
    CidrBlock: cidrs[0],
    CidrBlockAssociationSet: cidrs.map((CidrBlock) => ({ CidrBlock, CidrBlockState: { State: 'associated' } })),
  },
});
const vpc = network('10.0.0.0/16');
const one = { SubnetIds: ['subnet-0a'] };
const used = [directory(one), subnet('subnet-0a')];
/** One range is all that Frankfurt has; Virginia has three. */
const frankfurt = (...more: readonly Line[]): Case => ({ region: 'eu-central-1', lines: [...used, ...more] });
const virginia = (...more: readonly Line[]): Case => ({ region: 'us-east-1', lines: [...used, ...more] });
const tgw = (...destinations: readonly string[]) =>
  mainTable(...destinations.map((destination) => route(destination, 'tgw-0a')));

describe('ranges of the VPC', () => {
  const associated = (State?: string) => ({
    type: 'Vpc' as const,
    resource: {
      VpcId: 'vpc-0a',
      CidrBlock: '10.0.0.0/16',
      CidrBlockAssociationSet: [{ CidrBlock: '198.19.0.0/24', CidrBlockState: { State } }],
    },
  });

  itJudges(rule, {
    'pass when they overlap nothing': [frankfurt(vpc, mainTable()), passes],
    'fail when they overlap the only range': [frankfurt(network('198.19.0.0/24'), mainTable()), broken],
    'fail when a second one does': [frankfurt(network('10.0.0.0/16', '198.19.128.0/17'), mainTable()), broken],
    'do not count once they were taken away': [frankfurt(associated('disassociated'), mainTable()), passes],
    'count when nothing is said of their state': [frankfurt(associated(), mainTable()), broken],
    'leave the other ranges of the Region': [virginia(network('172.31.0.0/16'), mainTable()), passes],
    'fail together with routes': [virginia(network('172.31.0.0/16', '192.168.8.0/24'), tgw('198.18.0.0/15')), broken],
    'are next to one another without conflict': [frankfurt(network('198.18.0.0/16'), mainTable()), passes],
  });
});

describe('routes of the VPC', () => {
  itJudges(rule, {
    'fail when they are the only range': [frankfurt(vpc, tgw('198.19.0.0/16')), broken],
    'fail when they hold it': [frankfurt(vpc, tgw('198.18.0.0/15')), broken],
    'fail when they are a single address of it': [frankfurt(vpc, tgw('198.19.255.255/32')), broken],
    'fail in any route table': [
      frankfurt(vpc, mainTable(), routeTable(['subnet-other'], [route('198.19.0.0/16', 'tgw-0a')])),
      broken,
    ],
    'fail when they lead nowhere any more': [
      frankfurt(vpc, mainTable(route('198.19.0.0/16', 'tgw-0a', blackhole))),
      broken,
    ],
    'do not count in another VPC': [
      frankfurt(
        vpc,
        mainTable(),
        routeTable([], [route('198.19.0.0/16', 'tgw-0a')], { VpcId: 'vpc-0b', RouteTableId: 'rtb-0b' }),
      ),
      passes,
    ],
    'do not count as default routes': [
      frankfurt(vpc, mainTable(toInternet('nat-0a'), route('::/0', 'igw-0a'))),
      passes,
    ],
    'do not count as halves': [frankfurt(vpc, mainTable(...halves('tgw-0a'))), passes],
    'count as quarters': [frankfurt(vpc, tgw('192.0.0.0/2')), broken],
    'leave the other ranges of the Region': [virginia(vpc, tgw('192.168.0.0/16', '198.19.0.0/16')), passes],
    'fail when they take all three': [virginia(vpc, tgw('172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15')), broken],
    'do not fail a range for DCV': [frankfurt(vpc, tgw('10.0.0.0/8'), workspace('ws-1', streaming(dcv))), passes],
  });
});

describe('prefix lists in routes', () => {
  const listed = mainTable(route('pl-0a', 'tgw-0a'));
  itJudges(rule, {
    'fail when they overlap': [frankfurt(vpc, listed, prefixList('pl-0a', '172.16.0.0/12', '198.19.0.0/16')), broken],
    'pass when they do not': [frankfurt(vpc, listed, prefixList('pl-0a', '172.16.0.0/12')), passes],
    'do not count for gateway endpoints': [
      frankfurt(vpc, mainTable(route('pl-s3', 'vpce-s3')), endpoint('vpce-s3'), prefixList('pl-s3', '198.19.0.0/16')),
      passes,
    ],
    'may decide when they could not be read': [
      { ...frankfurt(vpc, listed), coverage: { [readPrefixLists]: 'denied' } },
      missing(readPrefixLists),
    ],
    'cannot give a range back': [
      {
        ...frankfurt(vpc, mainTable(route('pl-0a', 'tgw-0a'), route('198.19.0.0/16', 'tgw-0a'))),
        coverage: { [readPrefixLists]: 'denied' },
      },
      broken,
    ],
    'are not known when they were not returned': [frankfurt(vpc, listed), unknown],
  });
});

describe('where it is judged', () => {
  const taken = [vpc, tgw('198.18.0.0/15')];
  const only = (members: object): Case => ({
    region: 'eu-central-1',
    lines: [directory({ ...one, ...members }), subnet('subnet-0a'), ...taken],
  });

  itJudges(rule, {
    'not for BYOL': [only({ Tenancy: 'DEDICATED' }), notApplicable],
    'on shared hardware': [only({ Tenancy: 'SHARED' }), broken],
    'not for Pools': [only({ WorkspaceType: 'POOLS' }), notApplicable],
    'not for a VPC that only a deregistered directory uses': [only({ State: 'DEREGISTERED' }), {}],
    'not known for a tenancy that is new': [only({ Tenancy: 'HOST' }), unknown],
    'for another directory beside BYOL': [
      {
        region: 'eu-central-1',
        lines: [
          directory({ ...one, Tenancy: 'DEDICATED' }),
          directory({ ...one, DirectoryId: otherDir }),
          subnet('subnet-0a'),
          ...taken,
        ],
      },
      broken,
    ],
    'not known in a Region without a row': [{ ...frankfurt(vpc, mainTable()), region: 'eu-north-1' }, unknown],
    'in GovCloud': [{ ...frankfurt(...taken), region: 'us-gov-west-1' }, broken],
    'in GovCloud, where 192.169.0.0/16 is a range for DCV alone': [
      { ...frankfurt(vpc, tgw('192.169.0.0/16')), region: 'us-gov-west-1' },
      passes,
    ],
    'for each VPC': [
      {
        region: 'eu-central-1',
        lines: [
          directory({ SubnetIds: ['subnet-0a', 'subnet-0b'] }),
          subnet('subnet-0a'),
          subnet('subnet-0b', { VpcId: 'vpc-0b' }),
          ...taken,
          { type: 'Vpc', resource: { VpcId: 'vpc-0b', CidrBlock: '10.1.0.0/16' } },
          routeTable([], [], { VpcId: 'vpc-0b', RouteTableId: 'rtb-0b' }),
        ],
      },
      { ...broken, 'vpc-0b': 'COMPLIANT' },
    ],
  });
});

describe('what could not be read', () => {
  itJudges(rule, {
    'decides when it is the route tables': [
      { ...frankfurt(vpc), coverage: { [readRouteTables]: 'denied' } },
      missing(readRouteTables),
    ],
    'does not decide when what was read takes every range': [
      { ...frankfurt(vpc, tgw('198.19.0.0/16')), coverage: { [readRouteTables]: 'partial' } },
      broken,
    ],
    'decides when it is the VPC': [
      { ...frankfurt(mainTable()), coverage: { [readVpcs]: 'denied' } },
      missing(readVpcs),
    ],
    'decides when no route table was returned': [frankfurt(vpc), unknown],
    'decides when routes are absent': [frankfurt(vpc, routeTable([], [], { Routes: undefined })), unknown],
    'decides when the VPC has no ranges': [
      frankfurt({ type: 'Vpc', resource: { VpcId: 'vpc-0a' } }, mainTable()),
      unknown,
    ],
    'is told of the account when it is the subnets': [
      { region: 'eu-central-1', lines: [directory(one)], coverage: { [readSubnets]: 'denied' } },
      { [account]: `INSUFFICIENT_DATA ${readSubnets}` },
    ],
    'is told of the account when it is the directories': [
      { region: 'eu-central-1', lines: [], coverage: { [directories]: 'denied' } },
      { [account]: `INSUFFICIENT_DATA ${directories}` },
    ],
  });
});

describe('what it says', () => {
  it('names every conflict', async () => {
    expect(
      await onlyResult(rule, frankfurt(network('10.0.0.0/16', '198.19.4.0/24'), tgw('198.18.0.0/15'))),
    ).toMatchObject({
      packId: 'network',
      subject: { type: 'vpc', id: 'vpc-0a' },
      reason:
        'Every management range of eu-central-1 (198.19.0.0/16) overlaps something in the VPC: 198.18.0.0/15 of rtb-main, 198.19.4.0/24 of vpc-0a.',
      evidence: {
        'managementRanges.free': [],
        sharedHardwareDirectoryIds: ['d-90670000a1'],
      },
      controls: ['SC-7', 'CM-6', 'CP-10'],
      missing: [],
    });
  });

  it('remarks ranges that are taken while another is free', async () => {
    const found = await onlyResult(rule, virginia(vpc, tgw('172.16.0.0/12', '192.168.0.0/16')));
    expect(found).toMatchObject({
      status: 'COMPLIANT',
      reason: 'Management ranges without conflict: 198.19.0.0/16.',
      evidence: {
        notes: [
          'Management ranges that WorkSpaces cannot use here: 172.31.0.0/16, 192.168.0.0/16 (conflicts: 172.16.0.0/12 of rtb-main, 192.168.0.0/16 of rtb-main).',
        ],
      },
    });
  });

  it('remarks ranges for DCV where WorkSpaces stream with it', async () => {
    const notesOf = async (protocols: readonly string[]) =>
      (await onlyResult(rule, frankfurt(vpc, mainTable(), workspace('ws-1', streaming(protocols)))))?.evidence.notes;
    expect(await notesOf(dcv)).toEqual([
      'Management interfaces of DCV WorkSpaces can have addresses that overlap: 10.0.0.0/16 of vpc-0a.',
    ]);
    expect(await notesOf(pcoip)).toBeUndefined();
  });
});
