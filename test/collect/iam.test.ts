import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  type Role,
} from '@aws-sdk/client-iam';
import { DescribeWorkspaceDirectoriesCommand, type WorkspaceDirectory } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsError } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
  directories({ SamlProperties: { Status: 'ENABLED' } });
  aws.iam.on(GetRoleCommand).resolves({ Role: service });
  aws.iam.on(ListSAMLProvidersCommand).resolves({ SAMLProviderList: [{ Arn: provider }] });
  aws.iam.on(ListRolesCommand).resolves({ Roles: [role('users', `Federated ${provider}`)], IsTruncated: false });
  aws.iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['stream'] });
  aws.iam.on(GetRolePolicyCommand).resolves({ RoleName: 'users', PolicyName: 'stream', PolicyDocument: '%7B%7D' });
  aws.iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [{ PolicyName: 'logs', PolicyArn: logs }] });
  aws.iam.on(GetPolicyCommand).resolves({ Policy: { Arn: logs, DefaultVersionId: 'v3' } });
  aws.iam
    .on(GetPolicyVersionCommand)
    .resolves({ PolicyVersion: { VersionId: 'v3', IsDefaultVersion: true, Document: '%7B%7D' } });
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

const provider = 'arn:aws:iam::111122223333:saml-provider/idp';
const logs = 'arn:aws:iam::111122223333:policy/logs';

/** A role whose trust policy is any text; as IAM returns it, URL-encoded. */
const role = (RoleName: string, trust: string, Path = '/'): Role & { RoleName: string } => ({
  ...{ RoleName, Path, RoleId: `AROA${RoleName}`, Arn: `arn:aws:iam::111122223333:role${Path}${RoleName}` },
  CreateDate: new Date('2026-01-02T03:04:05.000Z'),
  AssumeRolePolicyDocument: encodeURIComponent(trust),
});
const service = role('workspaces_DefaultRole', 'Service workspaces.amazonaws.com');

const directories = (...all: readonly Partial<WorkspaceDirectory>[]): void => {
  aws.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({
    Directories: all.map((members, index) => ({ DirectoryId: `d-906700000${index}`, State: 'REGISTERED', ...members })),
  });
};

const permissions = [
  'iam:ListRoles',
  ...['iam:ListRolePolicies', 'iam:GetRolePolicy'],
  ...['iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
];
const all = ['iam:GetRole', 'iam:ListSAMLProviders', ...permissions];
const statuses = ({ coverage }: Awaited<ReturnType<typeof runOptional>>) =>
  Object.fromEntries(coverage.map(({ operation, status, count }) => [operation, `${status} ${count}`]));
const typed = ({ lines }: Awaited<ReturnType<typeof runOptional>>, type: string) =>
  lines.filter((line) => line.type === type).map(({ resource }) => resource);

describe('what is asked of IAM', () => {
  it('is the role of the service, roles for SAML users with their permissions, and SAML providers', async () => {
    const run = await runOptional(all);
    expect(run.lines).toEqual([
      { type: 'WorkspacesDefaultRole', resource: service },
      { type: 'SAMLProviderListEntry', resource: { Arn: provider } },
      { type: 'Role', resource: role('users', `Federated ${provider}`) },
      { type: 'RolePolicyNames', resource: { RoleName: 'users', PolicyNames: ['stream'] } },
      { type: 'RolePolicy', resource: { RoleName: 'users', PolicyName: 'stream', PolicyDocument: '%7B%7D' } },
      {
        type: 'AttachedRolePolicies',
        resource: { RoleName: 'users', AttachedPolicies: [{ PolicyName: 'logs', PolicyArn: logs }] },
      },
      { type: 'Policy', resource: { Arn: logs, DefaultVersionId: 'v3' } },
      {
        type: 'PolicyVersion',
        resource: { PolicyArn: logs, VersionId: 'v3', IsDefaultVersion: true, Document: '%7B%7D' },
      },
    ]);
    expect(statuses(run)).toEqual(Object.fromEntries(all.map((operation) => [operation, 'complete 1'])));
  });

  it('is only what is wanted', async () => {
    expect(statuses(await runOptional(['iam:GetRole']))).toEqual({ 'iam:GetRole': 'complete 1' });
    expect(aws.iam.calls()).toHaveLength(1);
  });

  it('is nothing about roles where no directory signs its users in with SAML', async () => {
    directories({}, { SamlProperties: { Status: 'DISABLED' } });
    expect(statuses(await runOptional(all))).toEqual({
      ...Object.fromEntries(all.map((operation) => [operation, 'complete 0'])),
      'iam:GetRole': 'complete 1',
    });
    expect(aws.iam.calls()).toHaveLength(1);
  });

  it('is nothing at all where no directory is registered', async () => {
    directories({ State: 'DEREGISTERED', SamlProperties: { Status: 'ENABLED' } });
    expect(statuses(await runOptional(all))).toEqual(
      Object.fromEntries(all.map((operation) => [operation, 'complete 0'])),
    );
    expect(aws.iam.calls()).toHaveLength(0);
  });

  it('is not known where directories were denied', async () => {
    aws.ws.on(DescribeWorkspaceDirectoriesCommand).rejects(awsError('AccessDeniedException'));
    expect(statuses(await runOptional(all))).toEqual(
      Object.fromEntries(all.map((operation) => [operation, 'skipped 0'])),
    );
  });
});

describe('roles', () => {
  it('are listed to the last page, and kept when users of a SAML provider may assume them', async () => {
    const reserved = role('AWSReservedSSO_Admin', `Federated ${provider}`, '/aws-reserved/sso.amazonaws.com/');
    aws.iam
      .on(ListRolesCommand, { MaxItems: 1000 })
      .resolves({ Roles: [role('lambda', 'Service lambda.amazonaws.com'), reserved], IsTruncated: true, Marker: '2' });
    aws.iam
      .on(ListRolesCommand, { MaxItems: 1000, Marker: '2' })
      .resolves({ Roles: [role('users', `Federated ${provider}`)], IsTruncated: false, Marker: 'left over' });
    const run = await runOptional(['iam:ListRoles']);
    expect(typed(run, 'Role')).toEqual([role('users', `Federated ${provider}`)]);
    expect(run.coverage).toEqual([{ operation: 'iam:ListRoles', status: 'complete', count: 1 }]);
  });

  it('are there or not: that the one of the service is missing is an answer', async () => {
    aws.iam.on(GetRoleCommand).rejects(awsError('NoSuchEntityException'));
    expect(await runOptional(['iam:GetRole'])).toMatchObject({
      coverage: [{ operation: 'iam:GetRole', status: 'complete', count: 0 }],
      lines: [],
    });
  });

  it('may be denied, and with them what they would have named', async () => {
    aws.iam.on(ListRolesCommand).rejects(awsError('AccessDenied', 'No.'));
    const { coverage } = await runOptional(permissions);
    expect(coverage).toEqual(
      permissions
        .toSorted()
        .map((operation) =>
          operation === 'iam:ListRoles'
            ? { operation, status: 'denied', count: 0, errorCode: 'AccessDenied', message: 'No.' }
            : { operation, status: 'skipped', count: 0, message: expect.stringContaining('Not known what to ask for') },
        ),
    );
  });
});

describe('policies', () => {
  it('are read to the last page', async () => {
    const onPage = (Marker?: string) => ({ RoleName: 'users', ...(Marker === undefined ? {} : { Marker }) });
    aws.iam.on(ListRolePoliciesCommand, onPage()).resolves({ PolicyNames: ['a'], IsTruncated: true, Marker: '2' });
    aws.iam.on(ListRolePoliciesCommand, onPage('2')).resolves({ PolicyNames: ['b'], IsTruncated: false });
    const run = await runOptional(permissions);
    expect(typed(run, 'RolePolicyNames')).toEqual([{ RoleName: 'users', PolicyNames: ['a', 'b'] }]);
    expect(typed(run, 'RolePolicy')).toHaveLength(2);
  });

  it('are asked about once, whatever number of roles they are attached to', async () => {
    aws.iam.on(ListRolesCommand).resolves({
      Roles: [role('users', `Federated ${provider}`), role('others', `Federated ${provider}`)],
    });
    expect(statuses(await runOptional(permissions))).toMatchObject({
      'iam:ListAttachedRolePolicies': 'complete 2',
      'iam:GetPolicy': 'complete 1',
      'iam:GetPolicyVersion': 'complete 1',
    });
  });

  it('name the role of which they could not be read', async () => {
    aws.iam.on(GetRolePolicyCommand).rejects(awsError('AccessDenied', 'No.'));
    const { coverage } = await runOptional(permissions);
    expect(coverage.find(({ operation }) => operation === 'iam:GetRolePolicy')).toEqual({
      ...{ operation: 'iam:GetRolePolicy', status: 'denied', count: 0, errorCode: 'AccessDenied', message: 'No.' },
      resources: ['users stream'],
    });
  });
});
