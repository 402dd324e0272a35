import type { Role } from '@aws-sdk/client-iam';
import type { Place } from '../place.ts';
import { hex } from '../seeds.ts';
import { encoded, type Statement } from './documents.ts';

/** Adds the role by which WorkSpaces works in the account. @param others further principals that may assume it */
export function addDefaultRole(place: Place, ...others: readonly string[]): void {
  const trust = [{ Service: 'workspaces.amazonaws.com' }, ...others.map((AWS) => ({ AWS }))];
  place.further.of('WorkspacesDefaultRole').push(
    roleNamed(
      place,
      'workspaces_DefaultRole',
      trust.map((Principal) => ({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })),
    ),
  );
}

/** What users of the identity provider may do. */
export interface UsersRole {
  readonly name: string;
  readonly provider: string;
  readonly trust: Pick<Statement, 'Action' | 'Condition'>;
  readonly permissions: readonly Statement[];
  /** Whether they stand in a policy of its own that is attached, and not in the role. */
  readonly attached?: true;
}

/** Adds the role that users of a SAML provider stream with, and the provider. */
export function addUsersRole(place: Place, { name, provider, trust, permissions, attached }: UsersRole): void {
  const Federated = globalArn(place, 'iam', `saml-provider/${provider}`);
  const { further } = place;
  further.of('SAMLProviderListEntry').push({
    Arn: Federated,
    ValidUntil: new Date('2029-05-31T00:00:00.000Z'),
    CreateDate: new Date('2024-06-03T08:00:00.000Z'),
  });
  further.of('Role').push(roleNamed(place, name, [{ Effect: 'Allow', Principal: { Federated }, ...trust }]));
  const document = encoded(...permissions);
  further.of('RolePolicyNames').push({ RoleName: name, PolicyNames: attached ? [] : ['stream'] });
  if (!attached) further.of('RolePolicy').push({ RoleName: name, PolicyName: 'stream', PolicyDocument: document });
  const AttachedPolicies = attached ? [addPolicy(place, `${name}-stream`, document)] : [];
  further.of('AttachedRolePolicies').push({ RoleName: name, AttachedPolicies });
}

function addPolicy(place: Place, PolicyName: string, Document: string) {
  const PolicyArn = globalArn(place, 'iam', `policy/${PolicyName}`);
  const CreateDate = new Date('2024-06-03T08:00:00.000Z');
  place.further
    .of('Policy')
    .push({ PolicyName, Arn: PolicyArn, Path: '/', DefaultVersionId: 'v1', AttachmentCount: 1, CreateDate });
  place.further.of('PolicyVersion').push({ PolicyArn, VersionId: 'v1', IsDefaultVersion: true, Document, CreateDate });
  return { PolicyName, PolicyArn };
}

/** Lets each user stream from these directories as themself. @param directoryArns of all Regions of the account */
export const streamAsThemself = (directoryArns: readonly string[]): Statement => ({
  Effect: 'Allow',
  Action: 'workspaces:Stream',
  Resource: directoryArns,
  Condition: { StringEquals: { 'workspaces:userId': `\${saml:sub}` } },
});

export const globalArn = ({ origin: { partition, accountId } }: Place, service: string, resource: string): string =>
  `arn:${partition}:${service}::${accountId}:${resource}`;

const roleNamed = (place: Place, RoleName: string, trust: readonly Statement[]): Role => ({
  Path: '/',
  RoleName,
  RoleId: `AROA${hex(`role ${RoleName}`, 17).toUpperCase()}`,
  Arn: globalArn(place, 'iam', `role/${RoleName}`),
  CreateDate: new Date('2024-06-03T08:00:00.000Z'),
  AssumeRolePolicyDocument: encoded(...trust),
});
