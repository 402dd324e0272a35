import {
  type Account,
  type OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';
import { organizationFailure } from './organization-failure.ts';

/** Which accounts of an organization. */
export interface OrganizationFilter {
  /** Organizational units (`ou-…`) or roots (`r-…`), each with everything below; absent: the whole organization. */
  readonly include?: readonly string[] | undefined;
  /** Organizational units, each with everything below, and accounts. */
  readonly exclude?: readonly string[] | undefined;
}

/** The IAM actions called here. Only the management account and delegated administrators may call them. */
export const organizationActions: readonly string[] = [
  'organizations:ListAccounts',
  'organizations:ListAccountsForParent',
  'organizations:ListOrganizationalUnitsForParent',
];

/**
 * The active accounts of an organization: those that are suspended, closing or not open yet are left out.
 *
 * @param client of the partition's one endpoint: us-east-1, or us-gov-west-1 in GovCloud
 * @returns account ids, sorted, each once
 * @throws InputError `configuration` for a unit that does not exist or an account without an organization,
 *   `credentials` when the caller may not list accounts; else what the SDK throws
 */
export async function listAccounts(
  client: OrganizationsClient,
  { include, exclude = [] }: OrganizationFilter,
): Promise<readonly string[]> {
  const isAccount = (id: string): boolean => /^\d{12}$/.test(id);
  const unwanted = await below(
    client,
    exclude.filter((id) => !isAccount(id)),
  );
  for (const id of exclude.filter(isAccount)) unwanted.add(id);
  const wanted = include === undefined ? await everywhere(client) : await below(client, include);
  return [...wanted.difference(unwanted)].sort();
}

async function everywhere(client: OrganizationsClient): Promise<Set<string>> {
  const found = new Set<string>();
  try {
    for await (const { Accounts } of paginateListAccounts({ client }, {})) add(Accounts, found);
  } catch (error) {
    throw organizationFailure(error, undefined);
  }
  return found;
}

/** The active accounts of units and of all units below them. */
async function below(client: OrganizationsClient, parents: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  // A set goes on with what is added while it is walked, and takes a unit below another one only once.
  const units = new Set(parents);
  for (const ParentId of units) {
    try {
      for await (const { Accounts } of paginateListAccountsForParent({ client }, { ParentId })) add(Accounts, found);
      for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId })) {
        for (const { Id } of page.OrganizationalUnits ?? []) if (Id !== undefined) units.add(Id);
      }
    } catch (error) {
      throw organizationFailure(error, ParentId);
    }
  }
  return found;
}

/** `State` took the place of `Status`, which AWS retires; endpoints that know only the older one still answer. */
function add(accounts: readonly Account[] | undefined, found: Set<string>): void {
  for (const { Id, State, Status } of accounts ?? []) {
    if (Id !== undefined && (State ?? Status) === 'ACTIVE') found.add(Id);
  }
}
