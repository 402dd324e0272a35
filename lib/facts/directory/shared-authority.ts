import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, partition, present, seen } from '../define.ts';
import { namedAuthority } from '../joins/certificate-authority.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

function permissions({ estate, directory }: DirectoryContext) {
  const named = namedAuthority(directory);
  if (isUnknown(named)) return named;
  if (named === null || named.accountId === estate.accountId) return [];
  if (named.region !== estate.region) return new Unknown(`${named.arn} is in ${named.region}, and was not asked about`);
  const { SharedResource, ResourceSharePermissions } = estate.snapshot.resources;
  const shares = SharedResource.items.filter(({ arn }) => arn === named.arn);
  const { known, unknown } = partition(
    shares.map(({ resourceShareArn }) => {
      const read = ResourceSharePermissions.items.find((line) => line.resourceShareArn === resourceShareArn);
      return read ?? estate.notReturned('ResourceSharePermissions', resourceShareArn);
    }),
  );
  const names = partition(
    known
      .flatMap((line) => line.permissions ?? [])
      .filter(({ resourceType }) => (resourceType ?? '').toLowerCase() === 'acm-pca:certificateauthority')
      .map(({ name }) => present(name, 'permissions[].name')),
  );
  return seen(names.known, estate.unreadOf('SharedResource', named.arn) ?? unknown ?? names.unknown);
}

/** How a private CA of another account is shared with this one. */
export const sharedAuthorityFacts: FactTable<DirectoryContext> = {
  'certificateAuthority.sharedWith': {
    type: 'list',
    about: "AWS RAM permissions with which another account shares the private CA; none for one of the account's own.",
    from: [op.directories, op.sharedResources, op.resourceSharePermissions],
    read: permissions,
  },
};
