import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { AccountLink } from '../../snapshot/index.ts';
import { combined, type FactTable, known, partition, present, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import * as op from '../operations.ts';
import type { AccountContext } from './context.ts';

const statuses = ['LINKED', 'LINKING_FAILED', 'LINK_NOT_FOUND', 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT', 'REJECTED'];

/** Accounts at the other end of links in some states. */
function counterparts(estate: Estate, wanted: readonly string[]) {
  const looked = partition(
    estate.snapshot.resources.AccountLink.items.map((link) => counterpart(estate, link, wanted)),
  );
  const unknown = combined([estate.unread('AccountLink'), looked.unknown].filter(isUnknown));
  return { ids: looked.known.flat(), unknown };
}

function counterpart(estate: Estate, link: AccountLink, wanted: readonly string[]): string[] | Unknown {
  const path = `AccountLinks[${link.AccountLinkId}]`;
  const status = known(link.AccountLinkStatus, statuses, `${path}.AccountLinkStatus`);
  if (isUnknown(status)) return status;
  if (!wanted.includes(status)) return [];
  const isSource = link.SourceAccountId === estate.accountId;
  const other = isSource
    ? present(link.TargetAccountId, `${path}.TargetAccountId`)
    : present(link.SourceAccountId, `${path}.SourceAccountId`);
  return isUnknown(other) ? other : [other];
}

/** Linked accounts that are no members; the management account is one whoever may list the others. */
function outside(estate: Estate): readonly string[] | Unknown {
  const links = counterparts(estate, ['LINKED', 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT']);
  const { Organization, OrganizationAccount } = estate.snapshot.resources;
  const members = new Set([
    ...Organization.items.map(({ MasterAccountId }) => MasterAccountId),
    ...OrganizationAccount.items.map(({ Id }) => Id),
  ]);
  const strangers = links.ids.filter((id) => !members.has(id));
  const unread = strangers.length === 0 ? undefined : estate.unread('OrganizationAccount');
  return unread ?? seen(strangers, links.unknown);
}

const linked = (about: string, ...wanted: readonly string[]) => ({
  type: 'list' as const,
  about,
  from: [op.accountLinks],
  read: ({ estate }: AccountContext) => {
    const { ids, unknown } = counterparts(estate, wanted);
    return seen(ids, unknown);
  },
});

/** Accounts linked for bring your own licence, and the organization. */
export const organizationFacts: FactTable<AccountContext> = {
  'accountLinks.withAccounts': linked(
    'Accounts that are linked with this one, are invited, or could not be linked.',
    ...['LINKED', 'LINKING_FAILED', 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT'],
  ),
  'accountLinks.pending': linked(
    'Those that are invited and have not accepted.',
    'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT',
  ),
  'accountLinks.failed': linked('Those that could not be linked.', 'LINKING_FAILED'),
  'accountLinks.outsideOrganization': {
    type: 'list',
    about: "Linked and invited accounts that are not members of the account's organization; all, where it is in none.",
    from: [op.accountLinks, op.organization, op.organizationAccounts],
    read: ({ estate }) => outside(estate),
  },
};
