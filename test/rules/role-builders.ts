import { account, dir, directory } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { saml } from './identity-builders.ts';

/** Raw AWS shapes of IAM roles: the one of the service, and those that users of a SAML provider assume. */

export const roles = 'iam:ListRoles';
export const getRole = 'iam:GetRole';
export const listRolePolicies = 'iam:ListRolePolicies';
export const getRolePolicy = 'iam:GetRolePolicy';
export const listAttachedRolePolicies = 'iam:ListAttachedRolePolicies';
export const getPolicy = 'iam:GetPolicy';
export const getPolicyVersion = 'iam:GetPolicyVersion';
export const listSamlProviders = 'iam:ListSAMLProviders';

export const provider = `arn:aws:iam::${account}:saml-provider/idp`;
export const directoryArn = `arn:aws:workspaces:us-east-1:${account}:directory/${dir}`;
export const users = 'WorkSpacesUsers';
export const defaultRole = 'workspaces_DefaultRole';

/** A policy as IAM returns it: JSON, URL-encoded. */
export const policy = (statements: unknown, Version?: string) =>
  encodeURIComponent(JSON.stringify({ Version: Version ?? '2012-10-17', Statement: statements }));

/** What lets users of the SAML provider assume a role. */
export const samlTrust = (members: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
  Condition: { StringEquals: { 'SAML:sub_type': 'persistent', 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  ...members,
});

/** What lets users stream from the directory as themselves. */
export const streaming = (members: object = {}) => ({
  Effect: 'Allow',
  Action: 'workspaces:Stream',
  Resource: directoryArn,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the policy language
  Condition: { StringEquals: { 'workspaces:userId': '${saml:sub}' } },
  ...members,
});

/** A role that users of SAML providers may assume, without its permissions. */
export const trusting = (AssumeRolePolicyDocument: unknown, members: object = {}): Line => ({
  type: 'Role',
  resource: { RoleName: users, Path: '/', AssumeRolePolicyDocument, ...members },
});

/** The inline policies of a role, and none attached. */
export const inline = (policies: Readonly<Record<string, unknown>>, RoleName = users): Line[] => [
  { type: 'RolePolicyNames', resource: { RoleName, PolicyNames: Object.keys(policies) } },
  ...Object.entries(policies).map(([PolicyName, PolicyDocument]) => ({
    type: 'RolePolicy' as const,
    resource: { RoleName, PolicyName, PolicyDocument },
  })),
];

/** Managed policies that are attached to a role, by the names at the end of their ARNs. */
export const attached = (policies: Readonly<Record<string, unknown>> = {}, RoleName = users): Line[] => {
  const arnOf = (name: string) => `arn:aws:iam::${account}:policy/${name}`;
  return [
    {
      type: 'AttachedRolePolicies',
      resource: {
        RoleName,
        AttachedPolicies: Object.keys(policies).map((name) => ({ PolicyName: name, PolicyArn: arnOf(name) })),
      },
    },
    ...Object.entries(policies).flatMap(([name, Document]): Line[] => [
      { type: 'Policy', resource: { Arn: arnOf(name), PolicyName: name, DefaultVersionId: 'v2' } },
      {
        type: 'PolicyVersion',
        resource: { PolicyArn: arnOf(name), VersionId: 'v2', IsDefaultVersion: true, Document },
      },
    ]),
  ];
};

/** What the account knows of the SAML provider. */
export const knownProvider = (members: object = {}): Line => ({
  type: 'SAMLProviderListEntry',
  resource: { Arn: provider, ValidUntil: '2126-01-01T00:00:00.000Z', ...members },
});

/** The role of the service. */
export const serviceRole = (AssumeRolePolicyDocument: unknown): Line => ({
  type: 'WorkspacesDefaultRole',
  resource: { RoleName: defaultRole, Path: '/', AssumeRolePolicyDocument },
});

export const samlDirectory = (members: object = {}): Line => directory({ ...saml('ENABLED'), ...members });

/** A directory with SAML, and a role whose trust policy and permissions are these. */
export const fleetWith = (trust: unknown, permissions: unknown): Line[] => [
  samlDirectory(),
  trusting(policy(trust)),
  ...inline({ stream: policy(permissions) }),
  ...attached(),
  knownProvider(),
];
