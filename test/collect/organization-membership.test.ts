import { DescribeOrganizationCommand, ListAccountsCommand } from '@aws-sdk/client-organizations';
import { ListAccountLinksCommand } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { awsError } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
  aws.organizations.on(DescribeOrganizationCommand).resolves({
    Organization: { Id: 'o-1', MasterAccountId: '111122223333', MasterAccountEmail: 'owner@example.com' },
  });
  aws.organizations.on(ListAccountsCommand).resolves({
    Accounts: [{ Id: '222233334444', Name: 'Desktops', Email: 'desktops@example.com', State: 'ACTIVE' }],
  });
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

const [describing, listing] = ['organizations:DescribeOrganization', 'organizations:ListAccounts'];

it('reads the organization and its members, without names and addresses', async () => {
  expect(await runOptional([describing, listing])).toMatchObject({
    coverage: [
      { operation: describing, status: 'complete', count: 1 },
      { operation: listing, status: 'complete', count: 1 },
    ],
    lines: [
      { type: 'Organization', resource: { Id: 'o-1', MasterAccountId: '111122223333' } },
      { type: 'OrganizationAccount', resource: { Id: '222233334444', State: 'ACTIVE', Status: undefined } },
    ],
  });
});

it('reads only what is wanted of it', async () => {
  const { coverage } = await runOptional([listing]);
  expect(coverage).toEqual([{ operation: listing, status: 'complete', count: 1 }]);
});

it('does not ask where no account is linked with this one: few accounts may', async () => {
  aws.ws.on(ListAccountLinksCommand).resolves({ AccountLinks: [] });
  expect(await runOptional([describing, listing])).toMatchObject({
    coverage: [
      { operation: describing, status: 'complete', count: 0 },
      { operation: listing, status: 'complete', count: 0 },
    ],
  });
  expect(aws.organizations.calls()).toHaveLength(0);
});

it('is not known to have nothing to ask where the links were not read', async () => {
  aws.ws.on(ListAccountLinksCommand).rejects(awsError('AccessDeniedException'));
  expect((await runOptional([listing])).coverage).toEqual([
    {
      ...{ operation: listing, status: 'skipped', count: 0 },
      message: 'Not known what to ask for: workspaces:ListAccountLinks was not completely read',
    },
  ]);
});

it('knows an account that is in no organization', async () => {
  aws.organizations.onAnyCommand().rejects(awsError('AWSOrganizationsNotInUseException'));
  const { coverage, lines } = await runOptional([describing, listing]);
  expect(coverage.map(({ status, count }) => [status, count])).toEqual([
    ['complete', 0],
    ['complete', 0],
  ]);
  expect(lines).toEqual([]);
});

it('says when the account may not list the members', async () => {
  aws.organizations.on(ListAccountsCommand).rejects(awsError('AccessDeniedException', 'No.'));
  expect((await runOptional([describing, listing])).coverage).toEqual([
    { operation: describing, status: 'complete', count: 1 },
    { operation: listing, status: 'denied', count: 0, errorCode: 'AccessDeniedException', message: 'No.' },
  ]);
});
