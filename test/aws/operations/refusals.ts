import type { Call } from '../call.ts';
import { AwsError, unknownOperation } from '../errors.ts';
import type { Estate } from '../estate.ts';
import { textAt, textsAt } from '../values.ts';

/** Types of directories that cannot have what an operation of Directory Service is about. */
const unsupported: Readonly<Record<string, readonly string[]>> = {
  DescribeCertificate: ['SimpleAD', 'SharedMicrosoftAD'],
  DescribeClientAuthenticationSettings: ['SimpleAD', 'SharedMicrosoftAD'],
  DescribeDomainControllers: ['SimpleAD', 'ADConnector', 'SharedMicrosoftAD'],
  DescribeTrusts: ['SimpleAD', 'ADConnector', 'SharedMicrosoftAD'],
  ListCertificates: ['SimpleAD', 'SharedMicrosoftAD'],
};

/** The operations that call a directory an entity when it does not exist. */
const ofEntities = ['DescribeDomainControllers', 'DescribeTrusts'];

/**
 * Refuses what the service refuses for the sake of the directories or the Region that a call is about.
 *
 * @throws AwsError
 */
export function refuse(call: Call, estate: Estate): void {
  if (call.service === 'ds') refuseDirectory(call, estate);
  if (call.action === 'workspaces:DescribeClientProperties') refuseUnregistered(call, estate);
  // GovCloud has no account links.
  if (call.action === 'workspaces:ListAccountLinks' && call.region.startsWith('us-gov-')) {
    throw unknownOperation(call.service, call.operation);
  }
}

function refuseDirectory({ accountId, region, operation, input }: Call, estate: Estate): void {
  const id = textAt(input, 'DirectoryId');
  if (id === undefined) return;
  const found = estate.list(accountId, region, 'DirectoryDescription').find(({ DirectoryId }) => DirectoryId === id);
  if (found === undefined) {
    const code = ofEntities.includes(operation) ? 'EntityDoesNotExistException' : 'DirectoryDoesNotExistException';
    throw new AwsError(code, `Directory ${id} does not exist.`);
  }
  if (unsupported[operation]?.includes(String(found.Type))) {
    throw new AwsError('UnsupportedOperationException', `The operation is not supported for directory ${id}.`);
  }
}

/** One directory that is not registered fails the whole call, however many others are. */
function refuseUnregistered({ accountId, region, input }: Call, estate: Estate): void {
  const registered = estate.list(accountId, region, 'WorkspaceDirectory').map(({ DirectoryId }) => DirectoryId);
  const lost = textsAt(input, 'ResourceIds').find((id) => !registered.includes(id));
  if (lost !== undefined) {
    throw new AwsError('ResourceNotFoundException', `The resource ${lost} could not be found.`);
  }
}
