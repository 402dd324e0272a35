import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { listAccounts, organizationActions } from '../../lib/collect/organization.ts';
import { InputError } from '../../lib/model/errors.ts';
import { awsError } from './estate.ts';

const organizations = mockClient(OrganizationsClient);
const client = new OrganizationsClient({ region: 'us-east-1' });

const management = '111111111111';
const desk = '222222222222';
const lab = '333333333333';
const old = '444444444444';
const quiet = '555555555555';
const active = (Id: string) => ({ Id, State: 'ACTIVE' }) as const;
const root = 'r-ab12';
const desktops = 'ou-ab12-11111111';
const labs = 'ou-ab12-22222222';

/** The root holds the management account and the desktops; below the desktops are the labs. */
beforeEach(() => {
  organizations.reset();
  organizations
    .on(ListAccountsCommand)
    .resolves({ Accounts: [active(lab), active(desk)], NextToken: 'more' })
    .on(ListAccountsCommand, { NextToken: 'more' })
    .resolves({ Accounts: [active(management), { Id: old, State: 'SUSPENDED', Status: 'ACTIVE' }, active(desk)] });
  organizations
    .on(ListAccountsForParentCommand)
    .rejects(awsError('ParentNotFoundException'))
    .on(ListAccountsForParentCommand, { ParentId: root })
    .resolves({ Accounts: [active(management)] })
    .on(ListAccountsForParentCommand, { ParentId: desktops })
    .resolves({ Accounts: [active(desk)], NextToken: 'more' })
    .on(ListAccountsForParentCommand, { ParentId: desktops, NextToken: 'more' })
    .resolves({
      Accounts: [
        { Id: quiet, Status: 'ACTIVE' },
        { Id: old, State: 'CLOSED' },
      ],
    })
    .on(ListAccountsForParentCommand, { ParentId: labs })
    .resolves({ Accounts: [active(lab)] });
  organizations
    .on(ListOrganizationalUnitsForParentCommand)
    .resolves({ OrganizationalUnits: [] })
    .on(ListOrganizationalUnitsForParentCommand, { ParentId: root })
    .resolves({ OrganizationalUnits: [], NextToken: 'more' })
    .on(ListOrganizationalUnitsForParentCommand, { ParentId: root, NextToken: 'more' })
    .resolves({ OrganizationalUnits: [{ Id: desktops }] })
    .on(ListOrganizationalUnitsForParentCommand, { ParentId: desktops })
    .resolves({ OrganizationalUnits: [{ Id: labs }] });
});

test('an organization is its active accounts, sorted, each once, of all pages', async () => {
  expect(await listAccounts(client, {})).toEqual([management, desk, lab]);
});

test.each([
  ['a root, with everything below', { include: [root] }, [management, desk, lab, quiet]],
  ['a unit, with everything below', { include: [desktops] }, [desk, lab, quiet]],
  ['a unit and one below it, once', { include: [labs, desktops] }, [desk, lab, quiet]],
  ['a unit without one below it', { include: [desktops], exclude: [labs] }, [desk, quiet]],
  ['all without a unit', { exclude: [desktops] }, [management]],
  ['all without an account', { exclude: [desk] }, [management, lab]],
])('%s', async (_, filter, accounts) => {
  expect(await listAccounts(client, filter)).toEqual(accounts);
});

test.each([{ include: ['ou-ab12-99999999'] }, { exclude: ['ou-ab12-99999999'] }])(
  'a unit that does not exist is told: %j',
  async (filter) => {
    await expect(listAccounts(client, filter)).rejects.toEqual(
      new InputError('configuration', {
        place: 'AWS Organizations, ou-ab12-99999999',
        found:
          'there is no such unit or root in the organization (ParentNotFoundException: ParentNotFoundException happened)',
        mend: 'Correct "include" or "exclude" in the settings of the deployment.',
      }),
    );
  },
);

test.each([
  ['AccessDeniedException', 'credentials', 'Deploy in the management account or a delegated administrator'],
  ['AWSOrganizationsNotInUseException', 'configuration', 'Set "accounts" to "own" or to a list'],
])('%s says what to do', async (code, kind, mend) => {
  organizations.on(ListAccountsCommand).rejects(awsError(code));
  await expect(listAccounts(client, {})).rejects.toMatchObject({ code: kind, message: expect.stringContaining(mend) });
});

test('what is no fault of the settings passes as it is', async () => {
  const throttled = awsError('TooManyRequestsException');
  organizations.on(ListAccountsCommand).rejects(throttled);
  await expect(listAccounts(client, {})).rejects.toBe(throttled);
});

test('names the IAM actions that it needs', async () => {
  await listAccounts(client, { exclude: [desktops] });
  const called = organizations.calls().map(({ args }) => args[0].constructor.name.replace('Command', ''));
  expect(new Set(called.map((name) => `organizations:${name}`))).toEqual(new Set(organizationActions));
});
