import type { Line } from './harness.ts';

/** Raw AWS shapes of a small fleet. A member given as undefined is absent from the snapshot. */

export const account = '111122223333';
export const dir = 'd-90670000a1';
export const otherDir = 'd-90670000b2';

export const directories = 'workspaces:DescribeWorkspaceDirectories';
export const workspaces = 'workspaces:DescribeWorkspaces';
export const ipGroups = 'workspaces:DescribeIpGroups';
export const subnets = 'ec2:DescribeSubnets';
export const interfaces = 'ec2:DescribeNetworkInterfaces';
export const routeTables = 'ec2:DescribeRouteTables';
export const addresses = 'ec2:DescribeAddresses';

export const noDirectories = { [account]: `INSUFFICIENT_DATA ${directories}` };
export const noWorkspaces = { [account]: `INSUFFICIENT_DATA ${workspaces}` };

export function directory(members: object = {}): Line {
  const resource = {
    DirectoryId: dir,
    DirectoryType: 'AD_CONNECTOR',
    State: 'REGISTERED',
    WorkspaceType: 'PERSONAL',
    SubnetIds: ['subnet-0a', 'subnet-0b'],
    WorkspaceSecurityGroupId: 'sg-members',
    ...members,
  };
  return { type: 'WorkspaceDirectory', resource };
}

export function workspace(WorkspaceId: string, members: object = {}): Line {
  const resource = {
    WorkspaceId,
    DirectoryId: dir,
    State: 'AVAILABLE',
    SubnetId: 'subnet-0a',
    IpAddress: '10.0.1.50',
    ...members,
  };
  return { type: 'Workspace', resource };
}

export function ipGroup(groupId: string, groupName: string, ...ranges: readonly string[]): Line {
  return {
    type: 'WorkspacesIpGroup',
    resource: { groupId, groupName, userRules: ranges.map((ipRule) => ({ ipRule })) },
  };
}

export function subnet(SubnetId: string, members: object = {}): Line {
  const resource = { SubnetId, VpcId: 'vpc-0a', AssignIpv6AddressOnCreation: false, Ipv6Native: false, ...members };
  return { type: 'Subnet', resource };
}

/** The primary interface of the WorkSpace that `workspace` builds. */
export function networkInterface(members: object = {}): Line {
  const resource = {
    NetworkInterfaceId: 'eni-0a',
    Description: 'Created By Amazon Workspaces for AWS Account ID 111122223333',
    MacAddress: '02:00:00:00:00:01',
    PrivateIpAddress: '10.0.1.50',
    SubnetId: 'subnet-0a',
    VpcId: 'vpc-0a',
    Status: 'in-use',
    SourceDestCheck: true,
    Groups: [{ GroupId: 'sg-members' }],
    Attachment: { Status: 'attached', DeviceIndex: 1 },
    PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.50', Primary: true }],
    ...members,
  };
  return { type: 'NetworkInterface', resource };
}

export const fips = { EndpointEncryptionMode: 'FIPS_VALIDATED' };
export const tls = { EndpointEncryptionMode: 'STANDARD_TLS' };

/** The accelerator setting of a directory. */
export const accelerated = (Mode?: string, PreferredProtocol?: string) => ({
  StreamingProperties: { GlobalAccelerator: { Mode, PreferredProtocol } },
});

/** The protocols of a WorkSpace and its own accelerator setting. */
export const streaming = (Protocols?: readonly string[], Mode?: string, PreferredProtocol?: string) => ({
  WorkspaceProperties: {
    Protocols,
    ...(Mode === undefined && PreferredProtocol === undefined
      ? {}
      : { GlobalAccelerator: { Mode, PreferredProtocol } }),
  },
});
export const dcv = ['WSP'];
export const pcoip = ['PCOIP'];
