import { isUnknown, Unknown } from '../../model/unknown.ts';
import { combined, known, partition, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { inPlace } from './redirections.ts';

/** A link between two accounts that share dedicated hardware in a Region. */
interface Link {
  readonly source: string;
  readonly target: string;
}

const linkStatuses = ['LINKED', 'LINKING_FAILED', 'LINK_NOT_FOUND', 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT', 'REJECTED'];
export const byolAccountTypes = ['SOURCE_ACCOUNT', 'TARGET_ACCOUNT'];

/** GovCloud has no account links (guide: Link BYOL accounts in WorkSpaces). */
const isWithoutLinks = (estate: Estate): boolean => estate.snapshot.header.partition === 'aws-us-gov';

/** Which side of account links the account is on; null when it says nothing, because it has none. */
export function byolAccountTypeOf(estate: Estate): string | null | Unknown {
  const unread = estate.unread('WorkspacesAccount');
  const [account] = estate.snapshot.resources.WorkspacesAccount.items;
  if (account === undefined && unread !== undefined) return unread;
  const type = account?.DedicatedTenancyAccountType ?? null;
  return type === null ? null : known(type, byolAccountTypes, 'DedicatedTenancyAccountType');
}

/** Links that are in force: one that is pending, rejected or failed shares nothing. */
function linksOf(estate: Estate): { readonly list: readonly Link[]; readonly unknown: Unknown | undefined } {
  const { known: list, unknown } = partition(
    estate.snapshot.resources.AccountLink.items.flatMap((link): (Link | Unknown)[] => {
      const path = `AccountLinks[${link.AccountLinkId}]`;
      const status = known(link.AccountLinkStatus, linkStatuses, `${path}.AccountLinkStatus`);
      if (isUnknown(status)) return [status];
      if (status !== 'LINKED') return [];
      const { SourceAccountId: source, TargetAccountId: target } = link;
      return [source && target ? { source, target } : new Unknown(`${path} does not name both accounts`)];
    }),
  );
  return { list, unknown: combined([estate.unread('AccountLink'), unknown].filter(isUnknown)) };
}

/** Accounts that share dedicated hardware in the Region. */
export interface Sharers {
  /** All of them but the account itself, as far as they are known. */
  readonly accountIds: readonly string[];
  /** The account, and those of the others that this audit holds. */
  readonly estates: readonly Estate[];
  /** Why there may be more, or that some of them are not part of this audit. */
  readonly unknown: Unknown | undefined;
}

/** Follows account links: a target account sees only its source, which knows all the others. */
export function sharersOf(estate: Estate): Sharers {
  if (isWithoutLinks(estate)) return { accountIds: [], estates: [estate], unknown: undefined };
  const own = linksOf(estate);
  const others = new Map(estate.others.filter(({ region }) => region === estate.region).map((o) => [o.accountId, o]));
  const unknowns = [own.unknown, own.list.length === 0 ? targetWithoutLink(estate) : undefined];
  const accountIds = new Set<string>();
  for (const source of sorted(own.list.map((link) => link.source))) {
    const place = source === estate.accountId ? estate : others.get(source);
    accountIds.add(source);
    if (place === undefined) continue;
    const links = place === estate ? own : linksOf(place);
    for (const link of links.list) if (link.source === source) accountIds.add(link.target);
    if (place !== estate && links.unknown !== undefined) unknowns.push(inPlace(place, links.unknown));
  }
  accountIds.delete(estate.accountId);
  const places = partition(
    sorted(accountIds).map(
      (id) => others.get(id) ?? new Unknown(`linked accounts count together, and ${id} is not part of this audit`),
    ),
  );
  return {
    accountIds: sorted(accountIds),
    estates: [estate, ...places.known],
    unknown: combined([...unknowns, places.unknown].filter(isUnknown)),
  };
}

function targetWithoutLink(estate: Estate): Unknown | undefined {
  const type = byolAccountTypeOf(estate);
  if (isUnknown(type)) return type;
  return type === 'TARGET_ACCOUNT'
    ? new Unknown('the account is the target of a link, and none of its links was returned')
    : undefined;
}
