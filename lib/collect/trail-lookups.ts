import type { LookupAttribute } from '@aws-sdk/client-cloudtrail';
import type { OptionalCollection } from './optional-collection.ts';

/** What of WorkSpaces, its interfaces, its managed groups and the routes around them somebody may have changed. */
const eventNames = [
  // security groups
  'AuthorizeSecurityGroupEgress',
  'AuthorizeSecurityGroupIngress',
  'DeleteSecurityGroup',
  'ModifySecurityGroupRules',
  'RevokeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
  'UpdateSecurityGroupRuleDescriptionsEgress',
  'UpdateSecurityGroupRuleDescriptionsIngress',
  // network interfaces
  'AssignPrivateIpAddresses',
  'AssociateAddress',
  'CreateNetworkInterface',
  'DeleteNetworkInterface',
  'DetachNetworkInterface',
  'DisassociateAddress',
  'ModifyNetworkInterfaceAttribute',
  'UnassignPrivateIpAddresses',
  // routes
  'CreateRoute',
  'ReplaceRoute',
  // WorkSpaces and directories
  'AssociateIpGroups',
  'AuthorizeIpRules',
  'CreateWorkspaces',
  'DisassociateIpGroups',
  'MigrateWorkspace',
  'ModifyEndpointEncryptionMode',
  'RebuildWorkspaces',
  'RestoreWorkspace',
  'RevokeIpRules',
  'UpdateDirectory',
  'UpdateRulesOfIpGroup',
] as const;

/** One question to CloudTrail, which takes one attribute at a time. */
export interface Lookup {
  readonly attribute: LookupAttribute & { readonly AttributeValue: string };
  /** The most pages that are read of it, where a sample of the newest events is enough. */
  readonly pages?: number;
  /** Whether anything that was read calls for it; always, when absent. */
  readonly isNeeded?: (from: Needs) => boolean;
}

type Needs = Pick<OptionalCollection, 'named' | 'unread' | 'isLimited'>;

/**
 * What is looked up. By the names of events and not of resources: the number of calls then does not grow with the fleet,
 * and not every event that changes a resource lists it.
 */
export const lookups: readonly Lookup[] = [
  ...eventNames.map((AttributeValue) => ({ attribute: { AttributeKey: 'EventName' as const, AttributeValue } })),
  // Whether users are given certificates: events come newest first, and one of each private CA is enough.
  {
    attribute: { AttributeKey: 'EventName', AttributeValue: 'IssueCertificate' },
    pages: 20,
    isNeeded: ({ named, unread }) =>
      named.identity.certificateAuthorityArns.size > 0 || unread('workspaces:DescribeWorkspaceDirectories').length > 0,
  },
  // Who calls the API of WorkSpaces. Callers repeat themselves, and a fleet is described many thousand times. It is the
  // account that is judged by them, which an audit of some directories leaves alone.
  {
    attribute: { AttributeKey: 'EventSource', AttributeValue: 'workspaces.amazonaws.com' },
    pages: 20,
    isNeeded: ({ isLimited }) => !isLimited,
  },
];

/** The questions that what was read calls for. */
export const lookupsFor = (needs: Needs): readonly Lookup[] =>
  lookups.filter(({ isNeeded }) => isNeeded === undefined || isNeeded(needs));

/** The name of a lookup, as messages have it. */
export const nameOf = ({ attribute }: Lookup): string => attribute.AttributeValue;
