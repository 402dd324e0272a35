import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { ConnectionAlias } from '../../snapshot/index.ts';
import { byCodePoint, known, present } from '../define.ts';
import type { Estate } from '../estate.ts';

export const aliasStates = ['CREATING', 'CREATED', 'DELETING'];

/** Connection aliases work within a partition; all its accounts and Regions of this audit, in an order of their own. */
export const audited = (estate: Estate): Estate[] =>
  [estate, ...estate.others]
    .filter((other) => other.snapshot.header.partition === estate.snapshot.header.partition)
    .toSorted((a, b) => byCodePoint(a.region, b.region) || byCodePoint(a.accountId, b.accountId));

/** An alias as one account sees it: its owner, or an account that it is shared with. */
export interface SeenAlias {
  readonly estate: Estate;
  readonly alias: ConnectionAlias;
}

const pathOf = ({ alias }: SeenAlias, member: string): string => `ConnectionAliases[${alias.AliasId}].${member}`;
export const ownerOf = ({ estate, alias }: SeenAlias): string => alias.OwnerAccountId || estate.accountId;

/** The domain name that users type, which belongs to one account; capitals make no difference to it. */
export function connectionStringOf(seen: SeenAlias): string | Unknown {
  const text = present(seen.alias.ConnectionString || null, pathOf(seen, 'ConnectionString'));
  return isUnknown(text) ? text : text.toLowerCase();
}

/** A directory that a connection string leads to. Directory ids may repeat in another Region. */
export interface AliasDirectory {
  readonly region: string;
  readonly accountId: string;
  readonly directoryId: string;
}

const associated = ['ASSOCIATED_WITH_OWNER_ACCOUNT', 'ASSOCIATED_WITH_SHARED_ACCOUNT'];
const pending = 'PENDING_ASSOCIATION';
const statuses = [...associated, pending, 'NOT_ASSOCIATED', 'PENDING_DISASSOCIATION'];

/** Directories that an alias leads to in its Region; none while the alias is being made or taken away. */
export function directoriesOf(
  seen: SeenAlias,
  associations = seen.alias.Associations ?? [],
): (AliasDirectory | Unknown)[] {
  const state = known(seen.alias.State, aliasStates, pathOf(seen, 'State'));
  if (isUnknown(state)) return [state];
  return state === 'CREATED' ? associations.flatMap((association) => directoryOf(seen, association)) : [];
}

function directoryOf(seen: SeenAlias, association: Association): (AliasDirectory | Unknown)[] {
  const path = pathOf(seen, 'Associations[]');
  const status = known(association.AssociationStatus, statuses, `${path}.AssociationStatus`);
  if (isUnknown(status)) return [status];
  if (status === pending) return [new Unknown(`${path}.AssociationStatus is ${pending}`)];
  if (!associated.includes(status)) return [];
  const directoryId = present(association.ResourceId || null, `${path}.ResourceId`);
  if (isUnknown(directoryId)) return [directoryId];
  return [{ region: seen.estate.region, accountId: accountOf(seen, association, directoryId), directoryId }];
}

/** What an alias has to say of one directory: an association that does not name its directory may be of this one. */
export const associationsWith = ({ alias }: SeenAlias, directoryId: string): Association[] =>
  (alias.Associations ?? []).filter(({ ResourceId }) => !ResourceId || ResourceId === directoryId);

type Association = NonNullable<ConnectionAlias['Associations']>[number];

/** An answer may leave the account out: then it is the owner's, or that of the only one in the Region with the id. */
function accountOf(seen: SeenAlias, { AssociatedAccountId, AssociationStatus }: Association, directoryId: string) {
  if (AssociatedAccountId) return AssociatedAccountId;
  if (AssociationStatus === 'ASSOCIATED_WITH_OWNER_ACCOUNT') return ownerOf(seen);
  const holders = audited(seen.estate).filter(
    ({ region, index }) => region === seen.estate.region && index.directories.has(directoryId),
  );
  return holders.length === 1 && holders[0] !== undefined ? holders[0].accountId : seen.estate.accountId;
}

/** All aliases of the audit, each as often as accounts see it. */
export const seenAliases = (estate: Estate): SeenAlias[] =>
  audited(estate).flatMap((place) =>
    place.snapshot.resources.ConnectionAlias.items.map((alias) => ({ estate: place, alias })),
  );
