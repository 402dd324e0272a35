import { expect } from 'vitest';
import { type Case, judge, type Line, verdicts } from './harness.ts';

type Members = Readonly<Record<string, unknown>>;

export const account = '111122223333';

/** A registered directory with one IP group, no streaming endpoint, and nothing for the rules to object to. */
export const directory = (
  DirectoryId: string,
  ipGroupIds: readonly string[] | undefined,
  more: Members = {},
): Line => ({
  type: 'WorkspaceDirectory',
  resource: {
    DirectoryId,
    DirectoryType: 'SIMPLE_AD',
    State: 'REGISTERED',
    ipGroupIds,
    WorkspaceAccessProperties: access(),
    SelfservicePermissions: { RestartWorkspace: 'DISABLED', RebuildWorkspace: 'DISABLED' },
    ...more,
  },
});

export const access = (more: Members = {}): Members => ({
  DeviceTypeWindows: 'ALLOW',
  DeviceTypeLinux: 'DENY',
  DeviceTypeWorkSpacesThinClient: 'DENY',
  ...more,
});

/** Access properties with streaming endpoints, and the protocols that fall back to the internet. */
export const streaming = (endpoints: readonly string[], InternetFallbackProtocols?: readonly string[]): Members =>
  access({
    AccessEndpointConfig: {
      AccessEndpoints: endpoints.map((VpcEndpointId) => ({ AccessEndpointType: 'STREAMING_WSP', VpcEndpointId })),
      InternetFallbackProtocols,
    },
  });

/** An IP group; without `rules`, the answer lacks `userRules`. A rule that is undefined lacks `ipRule`. */
export const group = (groupId: string, rules?: readonly (string | undefined)[]): Line => ({
  type: 'WorkspacesIpGroup',
  resource: { groupId, groupName: `name of ${groupId}`, userRules: rules?.map((ipRule) => ({ ipRule })) },
});

export const elasticIp = (PublicIp: string, more: Members = {}): Line => ({
  type: 'Address',
  resource: { PublicIp, AllocationId: `eipalloc-${PublicIp}`, AssociationId: `eipassoc-${PublicIp}`, ...more },
});

export const networkInterface = (NetworkInterfaceId: string, more: Members): Line => ({
  type: 'NetworkInterface',
  resource: { NetworkInterfaceId, ...more },
});

/** An interface whose primary private address has a public one. */
export const publicInterface = (NetworkInterfaceId: string, PublicIp: string, IpOwnerId: string | undefined): Line =>
  networkInterface(NetworkInterfaceId, { Association: { PublicIp, IpOwnerId } });

export const natAddress = (PublicIp: string, more: Members = {}): Members => ({
  PublicIp,
  AllocationId: `eipalloc-${PublicIp}`,
  AssociationId: `eipassoc-${PublicIp}`,
  Status: 'succeeded',
  ...more,
});

export const natGateway = (
  NatGatewayId: string,
  addresses: readonly (string | Members)[],
  more: Members = {},
): Line => ({
  type: 'NatGateway',
  resource: {
    NatGatewayId,
    State: 'available',
    ConnectivityType: 'public',
    AvailabilityMode: 'zonal',
    NatGatewayAddresses: addresses.map((address) => (typeof address === 'string' ? natAddress(address) : address)),
    ...more,
  },
});

/** What a rule says of a scene, having made sure that no subject is judged twice. */
export async function judged(ruleId: string, scene: Case): Promise<Record<string, string>> {
  const results = await judge(ruleId, scene);
  const found = verdicts(results);
  expect(Object.keys(found)).toHaveLength(results.length);
  return found;
}

/** The one result of a scene with one subject. */
export async function onlyResult(ruleId: string, scene: Case) {
  const results = await judge(ruleId, scene);
  const [result] = results;
  if (result === undefined || results.length > 1) throw new Error(`${results.length} results, not one`);
  return result;
}
