import type { SubjectType } from '../model/subject.ts';
import type { Starter } from './scaffold-starter.ts';

const vpcId = 'vpc-0a1b2c3d4e5f60718';
const provider = 'arn:aws:iam::111122223333:saml-provider/Corporate';
const formerProvider = 'arn:aws:iam::111122223333:saml-provider/Former';

const directory = (DirectoryId: string, members: object) =>
  ['WorkspaceDirectory', { DirectoryId, State: 'REGISTERED', WorkspaceType: 'PERSONAL', ...members }] as const;
const subnet = (SubnetId: string, VpcId: string, AvailableIpAddressCount: number) =>
  [
    'Subnet',
    { SubnetId, VpcId, AvailabilityZoneId: 'use1-az2', CidrBlock: '10.0.0.0/24', AvailableIpAddressCount },
  ] as const;
const ipGroup = (groupId: string, ipRule: string) =>
  ['WorkspacesIpGroup', { groupId, groupName: groupId, userRules: [{ ipRule }] }] as const;
const openPort = (port: number) => ({
  ...{ IpProtocol: 'tcp', FromPort: port, ToPort: port },
  IpRanges: [{ CidrIp: '10.0.0.0/8' }],
});
const securityGroup = (GroupId: string, port: number) =>
  ['SecurityGroup', { GroupId, GroupName: GroupId, VpcId: vpcId, IpPermissions: [openPort(port)] }] as const;
const role = (RoleName: string, Federated: string) => {
  const statement = { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithSAML' };
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return ['Role', { RoleName, Path: '/', AssumeRolePolicyDocument: trust }] as const;
};

/** First rules about what WorkSpaces depends on: networks, groups and roles. */
export const aroundStarters = {
  ipGroup: {
    name: 'not-open',
    title: 'IP access control groups do not admit everybody',
    appliesWhen: { fact: 'directoryIds', operator: 'isNotEmpty' },
    requires: { fact: 'rules', operator: 'doesNotContain', value: '0.0.0.0/0' },
    reason: { compliant: 'The group admits {rules}.', nonCompliant: 'The group admits every address.' },
    remediation: 'Replace the rule by the networks that users connect from.',
    controls: ['SC-7(5)'],
    compliant: { directoryIds: ['d-906712345a'], rules: ['198.51.100.0/24'] },
    nonCompliant: { directoryIds: ['d-906712345a'], rules: ['0.0.0.0/0'] },
    notApplicable: { directoryIds: [], rules: ['0.0.0.0/0'] },
    resources: [
      directory('d-906712345a', { ipGroupIds: ['wsipg-0a1b2c3d4', 'wsipg-0a1b2c3d5'] }),
      ipGroup('wsipg-0a1b2c3d4', '198.51.100.0/24'),
      ipGroup('wsipg-0a1b2c3d5', '0.0.0.0/0'),
    ],
  },
  securityGroup: {
    name: 'no-remote-access',
    title: 'Custom security groups admit neither SSH nor RDP',
    appliesWhen: { fact: 'customGroupOf', operator: 'isNotEmpty' },
    requires: { fact: 'ingress.remoteAccess', operator: 'isEmpty' },
    reason: {
      compliant: 'No rule admits SSH or RDP.',
      nonCompliant: 'These rules admit SSH or RDP: {ingress.remoteAccess}.',
    },
    remediation: 'Remove these rules, or narrow them to other ports.',
    controls: ['SC-7', 'AC-17'],
    compliant: { customGroupOf: ['d-906712345a'], 'ingress.remoteAccess': [] },
    nonCompliant: { customGroupOf: ['d-906712345a'], 'ingress.remoteAccess': ['tcp 22 10.0.0.0/8'] },
    notApplicable: { customGroupOf: [], 'ingress.remoteAccess': ['tcp 22 10.0.0.0/8'] },
    resources: [
      directory('wsd-0a1b2c3d4', {
        WorkspaceSecurityGroupId: 'sg-0a1b2c3d4e5f60710',
        WorkspaceCreationProperties: { CustomSecurityGroupId: 'sg-0a1b2c3d4e5f60718' },
      }),
      directory('wsd-0a1b2c3d5', {
        WorkspaceSecurityGroupId: 'sg-0a1b2c3d4e5f60710',
        WorkspaceCreationProperties: { CustomSecurityGroupId: 'sg-0a1b2c3d4e5f60719' },
      }),
      securityGroup('sg-0a1b2c3d4e5f60718', 443),
      securityGroup('sg-0a1b2c3d4e5f60719', 22),
    ],
  },
  subnet: {
    name: 'have-room',
    title: 'Subnets have free addresses',
    requires: { fact: 'freeAddressCount', operator: 'greaterThanInclusive', value: 16 },
    reason: {
      compliant: 'The subnet has {freeAddressCount} free addresses.',
      nonCompliant: 'The subnet has only {freeAddressCount} free addresses.',
    },
    remediation: 'Free addresses, or use a larger subnet.',
    controls: ['SC-5(2)'],
    compliant: { freeAddressCount: 16 },
    nonCompliant: { freeAddressCount: 15 },
    resources: [
      directory('d-906712345a', { SubnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'] }),
      subnet('subnet-0a1b2c3d4e5f60718', vpcId, 200),
      subnet('subnet-0a1b2c3d4e5f60719', vpcId, 6),
    ],
  },
  vpc: {
    name: 'on-one-hardware',
    title: 'VPCs with dedicated hardware have no directories on shared hardware',
    appliesWhen: { fact: 'byol.directoryIds', operator: 'isNotEmpty' },
    requires: { fact: 'sharedHardwareDirectoryIds', operator: 'isEmpty' },
    reason: {
      compliant: 'Only {byol.directoryIds} have subnets in the VPC.',
      nonCompliant: 'Beside {byol.directoryIds}, {sharedHardwareDirectoryIds} have subnets in the VPC.',
    },
    remediation: 'Create a directory in a VPC of its own, and move the WorkSpaces there.',
    controls: ['SC-7'],
    compliant: { 'byol.directoryIds': ['d-906712345a'], sharedHardwareDirectoryIds: [] },
    nonCompliant: { 'byol.directoryIds': ['d-906712345a'], sharedHardwareDirectoryIds: ['d-906712345b'] },
    notApplicable: { 'byol.directoryIds': [], sharedHardwareDirectoryIds: ['d-906712345b'] },
    resources: [
      directory('d-906712345a', { Tenancy: 'DEDICATED', SubnetIds: ['subnet-0a1b2c3d4e5f60718'] }),
      directory('d-906712345b', { Tenancy: 'SHARED', SubnetIds: ['subnet-0a1b2c3d4e5f60719'] }),
      directory('d-906712345c', { Tenancy: 'DEDICATED', SubnetIds: ['subnet-0a1b2c3d4e5f60720'] }),
      subnet('subnet-0a1b2c3d4e5f60718', vpcId, 200),
      subnet('subnet-0a1b2c3d4e5f60719', vpcId, 200),
      subnet('subnet-0a1b2c3d4e5f60720', 'vpc-0a1b2c3d4e5f60719', 200),
      ['Vpc', { VpcId: vpcId, CidrBlock: '10.0.0.0/16' }],
      ['Vpc', { VpcId: 'vpc-0a1b2c3d4e5f60719', CidrBlock: '10.1.0.0/16' }],
    ],
  },
  iamRole: {
    name: 'trust-our-provider',
    title: 'Roles of SAML users trust our identity provider',
    appliesWhen: { fact: 'id', operator: 'notEqual', value: 'workspaces_DefaultRole' },
    requires: { fact: 'trust.samlProviders', operator: 'contains', value: provider },
    reason: {
      compliant: 'Users of {trust.samlProviders} may assume the role.',
      nonCompliant: 'Users of {trust.samlProviders} may assume the role, and ours may not.',
    },
    remediation: 'Name the identity provider in the trust policy of the role.',
    controls: ['IA-8'],
    compliant: { id: 'desktop-users', 'trust.samlProviders': [provider] },
    nonCompliant: { id: 'desktop-users', 'trust.samlProviders': [formerProvider] },
    notApplicable: { id: 'workspaces_DefaultRole' },
    resources: [role('desktop-users', provider), role('former-desktop-users', formerProvider)],
  },
} as const satisfies { readonly [T in SubjectType]?: Starter };
