import { describe, expect, it } from 'vitest';
import {
  account,
  dir,
  directories,
  directory,
  noWorkspaces,
  otherDir,
  subnet,
  subnets,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const computing = (ComputeTypeName?: string, members: object = {}) => ({
  WorkspaceProperties: { ComputeTypeName, Protocols: ['PCOIP'] },
  ...members,
});
const graphics = (members: object = {}, id = 'ws-1') => workspace(id, computing('GRAPHICS', members));
const assigning = { AssignIpv6AddressOnCreation: true };
const b = subnet('subnet-0b');

describe('ipv6-autoassign-graphics-workspace', () => {
  const rule = 'ipv6-autoassign-graphics-workspace';
  const passes = { 'ws-1': 'COMPLIANT' };
  const broken = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const high = { 'ws-1': 'NON_COMPLIANT HIGH' };
  const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
  const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
  const estate = (ws: Line, ...members: object[]): Case => ({
    lines: [directory(), ws, subnet('subnet-0a', Object.assign({}, ...members)), b],
  });
  const plain = (type?: string) => estate(workspace('ws-1', computing(type)), assigning);

  itJudges(rule, {
    'passes a subnet without auto-assign': [estate(graphics()), passes],
    'fails a subnet with auto-assign': [estate(graphics(), assigning), broken],
    'fails an IPv6-only subnet': [estate(graphics(), { Ipv6Native: true }), broken],
    'fails auto-assign when nothing is said of IPv6-only': [
      estate(graphics(), assigning, { Ipv6Native: undefined }),
      broken,
    ],
    'passes an IPv6 range without auto-assign': [
      estate(graphics(), {
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: '2001:db8:0:1::/64', Ipv6CidrBlockState: { State: 'associated' } },
        ],
      }),
      passes,
    ],
    'is high while the launch is pending': [estate(graphics({ State: 'PENDING' }), assigning), high],
    'is high after a failed launch': [estate(graphics({ State: 'ERROR' }), assigning), high],
    'is medium for a stopped one': [estate(graphics({ State: 'STOPPED' }), assigning), broken],
    'looks at the subnet of the WorkSpace alone': [
      { lines: [directory(), graphics(), subnet('subnet-0a'), subnet('subnet-0b', assigning)] },
      passes,
    ],
    'leaves out Graphics.g4dn': [plain('GRAPHICS_G4DN'), notApplicable],
    'leaves out GraphicsPro': [plain('GRAPHICSPRO'), notApplicable],
    'leaves out GraphicsPro.g4dn': [plain('GRAPHICSPRO_G4DN'), notApplicable],
    'leaves out G6': [plain('GRAPHICS_G6_XLARGE'), notApplicable],
    'leaves out Gr6': [plain('GRAPHICS_GR6_4XLARGE'), notApplicable],
    'leaves out everything without a GPU': [plain('STANDARD'), notApplicable],
    'cannot tell without the compute type': [plain(), unknown],
    'cannot tell without properties': [estate(workspace('ws-1'), assigning), unknown],
    'cannot tell for a subnet that is not there': [{ lines: [directory(), graphics(), b] }, unknown],
    'cannot tell without a subnet id': [estate(graphics({ SubnetId: undefined }), assigning), unknown],
    'takes flags that are not set for off, the default': [
      estate(graphics(), { AssignIpv6AddressOnCreation: undefined, Ipv6Native: undefined }),
      passes,
    ],
    'cannot tell when subnets were denied': [
      { lines: [directory(), graphics()], coverage: { [subnets]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${subnets}` },
    ],
    'needs no subnet to leave a WorkSpace out': [
      { lines: [directory(), workspace('ws-1', computing('POWER'))], coverage: { [subnets]: 'denied' } },
      notApplicable,
    ],
    'leaves out what is going away': [
      {
        lines: [
          directory(),
          graphics({ State: 'TERMINATING' }),
          graphics({ State: 'TERMINATED' }, 'ws-2'),
          subnet('subnet-0a', assigning),
        ],
      },
      { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(), subnet('subnet-0a', assigning)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the subnet', async () => {
    expect(await onlyResult(rule, estate(graphics(), assigning))).toMatchObject({
      packId: 'ipv6-graphics',
      severity: 'MEDIUM',
      subject: { type: 'workspace', id: 'ws-1' },
      reason: expect.stringContaining('subnet-0a'),
      controls: ['CM-6', 'SC-7'],
      missing: [],
    });
  });
});

describe('ipv6-autoassign-directory-graphics-bundles', () => {
  const rule = 'ipv6-autoassign-directory-graphics-bundles';
  const planned = { parameters: { plannedComputeTypes: ['POWER', 'GRAPHICS'] } };
  const a = subnet('subnet-0a');
  const assigningB = subnet('subnet-0b', assigning);
  const shared = directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0b', 'subnet-0c'] });

  itJudges(rule, {
    'fails the other subnet of a directory with a Graphics WorkSpace': [
      { lines: [directory(), graphics(), a, assigningB] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NON_COMPLIANT LOW' },
    ],
    'passes it without auto-assign': [
      { lines: [directory(), graphics(), a, b] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'COMPLIANT' },
    ],
    'fails an IPv6-only subnet, which assigns nothing else': [
      { lines: [directory(), graphics(), a, subnet('subnet-0b', { Ipv6Native: true })] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NON_COMPLIANT LOW' },
    ],
    'leaves the subnet that holds the WorkSpace to the other rule': [
      { lines: [directory(), graphics(), subnet('subnet-0a', assigning), b] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'COMPLIANT' },
    ],
    'leaves out both subnets when both hold one': [
      { lines: [directory(), graphics(), graphics({ SubnetId: 'subnet-0b' }, 'ws-2'), a, assigningB] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NOT_APPLICABLE' },
    ],
    'leaves out a directory without Graphics': [
      { lines: [directory(), workspace('ws-1', computing('GRAPHICS_G4DN')), a, assigningB] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NOT_APPLICABLE' },
    ],
    'leaves out a directory whose Graphics WorkSpaces are going away': [
      { lines: [directory(), graphics({ State: 'TERMINATING' }), a, assigningB] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NOT_APPLICABLE' },
    ],
    'judges every subnet of a directory when Graphics are planned': [
      { ...planned, lines: [directory(), a, assigningB] },
      { 'subnet-0a': 'COMPLIANT', 'subnet-0b': 'NON_COMPLIANT LOW' },
    ],
    'does not take a plan for another type': [
      { lines: [directory(), a, assigningB], parameters: { plannedComputeTypes: ['GRAPHICS_G4DN'] } },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NOT_APPLICABLE' },
    ],
    'does not ask for subnets that only another directory uses': [
      { lines: [directory(), graphics(), shared, a, b, subnet('subnet-0c', assigning)] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'COMPLIANT', 'subnet-0c': 'NOT_APPLICABLE' },
    ],
    'judges a subnet of two directories once, by the worse': [
      { lines: [shared, directory(), graphics(), a, assigningB, subnet('subnet-0c')] },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': 'NON_COMPLIANT LOW', 'subnet-0c': 'NOT_APPLICABLE' },
    ],
    'says nothing of a subnet that is not there': [
      { lines: [directory(), graphics(), a] },
      { 'subnet-0a': 'NOT_APPLICABLE' },
    ],
    'cannot tell when subnets were denied, unless one holds a Graphics WorkSpace': [
      { lines: [directory(), graphics()], coverage: { [subnets]: 'denied' } },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': `INSUFFICIENT_DATA ${subnets}` },
    ],
    'says of the account that a directory names no subnets': [
      { lines: [directory({ SubnetIds: undefined }), graphics(), a, assigningB] },
      { [account]: 'INSUFFICIENT_DATA' },
    ],
    'says nothing of the subnets of a directory that is deregistered': [
      { ...planned, lines: [directory({ State: 'DEREGISTERED' }), a, assigningB] },
      {},
    ],
    'cannot tell without the compute type of a WorkSpace': [
      { lines: [directory(), workspace('ws-1', computing()), a, assigningB] },
      { 'subnet-0a': 'INSUFFICIENT_DATA', 'subnet-0b': 'INSUFFICIENT_DATA' },
    ],
    'cannot tell when WorkSpaces were denied': [
      { lines: [directory(), a, assigningB], coverage: { [workspaces]: 'denied' } },
      { 'subnet-0a': `INSUFFICIENT_DATA ${workspaces}`, 'subnet-0b': `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'knows which subnet holds one from a read that broke off': [
      { lines: [directory(), graphics(), a, assigningB], coverage: { [workspaces]: 'partial' } },
      { 'subnet-0a': 'NOT_APPLICABLE', 'subnet-0b': `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'says of the account that directories were denied': [
      { lines: [graphics(), a, assigningB], coverage: { [directories]: 'denied' } },
      { [account]: `INSUFFICIENT_DATA ${directories}` },
    ],
  });

  it('names the subnet and its directory', async () => {
    const lines = [directory({ SubnetIds: ['subnet-0b'] }), assigningB];
    expect(await onlyResult(rule, { ...planned, lines })).toMatchObject({
      packId: 'ipv6-graphics',
      severity: 'LOW',
      subject: {
        type: 'subnet',
        id: 'subnet-0b',
        arn: `arn:aws:ec2:us-east-1:${account}:subnet/subnet-0b`,
      },
      reason: expect.stringContaining(dir),
      controls: ['CM-6', 'CM-2'],
      missing: [],
    });
  });
});
