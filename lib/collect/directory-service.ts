import {
  type DirectoryDescription,
  type DirectoryServiceClient,
  paginateDescribeDirectories,
  type RadiusSettings,
} from '@aws-sdk/client-directory-service';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { paged } from './page.ts';
import { type Collection, inScope } from './workspaces.ts';

const describeDirectories: Operation<DirectoryDescription> = {
  name: 'ds:DescribeDirectories',
  type: 'DirectoryDescription',
  idOf: (description) => description.DirectoryId,
};

/** The IAM actions called here. */
export const directoryServiceActions = [describeDirectories.name];

/** The Region's directories of AWS Directory Service, registered with WorkSpaces or not. */
export async function collectDirectoryDescriptions(
  from: Collection<DirectoryServiceClient>,
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeDirectories, from.port);
  const request = paged(paginateDescribeDirectories, from, {}, ({ DirectoryDescriptions }) =>
    DirectoryDescriptions?.filter(({ DirectoryId }) => inScope(from.directories, DirectoryId)).map(withoutSecrets),
  );
  await reader.ask([request], (description) => from.named.directoryDescription(description));
  return reader.finish();
}

/**
 * The settings of RADIUS have a member for the secret that is shared with its servers. It goes no further than here:
 * neither into a snapshot nor into a journal.
 */
function withoutSecrets(description: DirectoryDescription): DirectoryDescription {
  const { OwnerDirectoryDescription: owner } = description;
  return {
    ...withoutSharedSecret(description),
    ...(owner === undefined ? {} : { OwnerDirectoryDescription: withoutSharedSecret(owner) }),
  };
}

function withoutSharedSecret<Holder extends { readonly RadiusSettings?: RadiusSettings | undefined }>(
  holder: Holder,
): Holder {
  if (holder.RadiusSettings === undefined) return holder;
  const { SharedSecret: _, ...settings } = holder.RadiusSettings;
  return { ...holder, RadiusSettings: settings };
}
