import type { Case, Line } from './harness.ts';

export const trail = 'cloudtrail:LookupEvents';
/** 30 days before the snapshot of the tests, which is the time of the baseline of the tests, less an hour. */
export const beforeBaseline = '2026-10-22T02:00:00.000Z';
export const recently = '2026-11-20T10:00:00.000Z';

const alice = { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice', userName: 'alice' };
/** Callers, as `userIdentity` has them. */
export const callers = {
  alice,
  workspaces: { type: 'AWSService', invokedBy: 'workspaces.amazonaws.com' },
  directoryService: { type: 'AWSService', invokedBy: 'ds.amazonaws.com' },
  firewallManager: { type: 'AWSService', invokedBy: 'fms.amazonaws.com' },
  defaultRole: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/workspaces_DefaultRole/WorkSpaces',
    sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/workspaces_DefaultRole' } },
  },
  serviceLinked: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForDirectoryService/x',
    sessionContext: {
      sessionIssuer: {
        arn: 'arn:aws:iam::111122223333:role/aws-service-role/ds.amazonaws.com/AWSServiceRoleForDirectoryService',
      },
    },
  },
};

export interface Happening {
  readonly by?: object;
  readonly at?: string;
  readonly request?: object;
  readonly response?: object;
  readonly body?: object;
  readonly resources?: readonly string[];
}

let count = 0;

/** An event as a snapshot keeps it: Alice's, two days before the snapshot, unless it says otherwise. */
export function event(EventName: string, { by = alice, at = recently, ...rest }: Happening = {}): Line {
  count += 1;
  const body = {
    ...{ userIdentity: by, sourceIPAddress: '203.0.113.9' },
    ...{ requestParameters: rest.request, responseElements: rest.response, ...rest.body },
  };
  const Resources = rest.resources?.map((ResourceName) => ({ ResourceName }));
  const resource = { EventId: `event-${count}`, EventName, EventTime: at, Username: 'alice', Resources };
  return { type: 'CloudTrailEvent', resource: { ...resource, CloudTrailEvent: JSON.stringify(body) } };
}

/** That events of these names were looked up: all of 90 days, or back to a time only. */
export const lookedUp = (names: readonly string[], StartTime?: string, AttributeKey = 'EventName'): Line[] =>
  names.map((AttributeValue) => ({
    type: 'CloudTrailLookup',
    resource: { LookupAttributes: [{ AttributeKey, AttributeValue }], ...(StartTime ? { StartTime } : {}) },
  }));

export const everyName = [
  ...['AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress', 'DeleteSecurityGroup'],
  ...['ModifySecurityGroupRules', 'RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'],
  ...['UpdateSecurityGroupRuleDescriptionsEgress', 'UpdateSecurityGroupRuleDescriptionsIngress'],
  ...['AssignPrivateIpAddresses', 'AssociateAddress', 'CreateNetworkInterface', 'DeleteNetworkInterface'],
  ...['DetachNetworkInterface', 'DisassociateAddress', 'ModifyNetworkInterfaceAttribute', 'UnassignPrivateIpAddresses'],
  ...['CreateRoute', 'ReplaceRoute', 'AssociateIpGroups', 'AuthorizeIpRules', 'CreateWorkspaces'],
  ...['DisassociateIpGroups', 'MigrateWorkspace', 'ModifyEndpointEncryptionMode', 'RebuildWorkspaces'],
  ...['RestoreWorkspace', 'RevokeIpRules', 'UpdateDirectory', 'UpdateRulesOfIpGroup'],
];

/** A scene of which CloudTrail was read whole, with these events. */
export const withEvents = <S extends Case>(scene: S, ...events: readonly Line[]): S => ({
  ...scene,
  lines: [
    ...scene.lines,
    ...events,
    ...lookedUp(everyName),
    ...lookedUp(['workspaces.amazonaws.com'], undefined, 'EventSource'),
  ],
  coverage: { ...scene.coverage, [trail]: 'complete' },
});

/** The same scene where CloudTrail was asked and refused. */
export const refused = <S extends Case>(scene: S): S => ({
  ...scene,
  coverage: { ...scene.coverage, [trail]: 'denied' },
});

/** The same scene where events of some names were read back to a time only. */
export const cut = <S extends Case>(
  scene: S,
  back: string,
  names: readonly string[],
  ...events: readonly Line[]
): S => ({
  ...scene,
  lines: [
    ...scene.lines,
    ...events,
    ...lookedUp(everyName.filter((name) => !names.includes(name))),
    ...lookedUp(names, back),
  ],
  coverage: { ...scene.coverage, [trail]: 'partial' },
});

/** The same scene where nobody asked CloudTrail. */
export const unasked = <S extends Case>(scene: S): S => ({ ...scene, unlisted: [trail] });
