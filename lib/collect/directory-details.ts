import {
  type ClientAuthenticationSettingInfo,
  type DirectoryServiceClient,
  type DomainController,
  paginateDescribeClientAuthenticationSettings,
  paginateDescribeDomainControllers,
  paginateDescribeTrusts,
  type Trust,
} from '@aws-sdk/client-directory-service';
import type { OperationCoverage } from '../model/coverage.ts';
import type { Operation } from './operation-reader.ts';
import { paged } from './page.ts';
import { readEach } from './read-each.ts';
import type { Collection } from './workspaces.ts';

/** How Directory Service says that a directory of this type cannot have what was asked for. */
export const unsupported = 'UnsupportedOperationException';

const describeDomainControllers: Operation<DomainController> = {
  name: 'ds:DescribeDomainControllers',
  type: 'DomainController',
  idOf: (controller) => controller.DomainControllerId,
  none: [unsupported],
};

const describeTrusts: Operation<Trust> = {
  name: 'ds:DescribeTrusts',
  type: 'Trust',
  idOf: (trust) => trust.TrustId,
  none: [unsupported],
};

const describeClientAuthenticationSettings: Operation<ClientAuthenticationSettingInfo & InDirectory> = {
  name: 'ds:DescribeClientAuthenticationSettings',
  type: 'ClientAuthenticationSetting',
  idOf: ({ DirectoryId, Type }) => (Type === undefined ? undefined : `${DirectoryId} ${Type}`),
  none: [unsupported],
};

/** The IAM actions called here. */
export const directoryDetailActions = [
  describeDomainControllers,
  describeTrusts,
  describeClientAuthenticationSettings,
].map(({ name }) => name);

interface InDirectory {
  readonly DirectoryId: string;
}

/** Adds the directory that was asked about, which not every answer names. */
export const inDirectory = <Part extends object>(DirectoryId: string, parts: readonly Part[]): (Part & InDirectory)[] =>
  parts.map((part) => ({ ...part, DirectoryId }));

/** Only a Managed Microsoft AD has controllers to describe, and trusts. A type that is not known yet may have, too. */
const withoutControllers = ['SimpleAD', 'ADConnector'];

/** The domain controllers of the directories in use. */
export async function collectDomainControllers(
  { client, port, named }: Collection<DirectoryServiceClient>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const request = (DirectoryId: string) =>
    paged(paginateDescribeDomainControllers, { client }, { DirectoryId }, (output) => output.DomainControllers);
  const ids = named.directoriesToDescribe(withoutControllers);
  return await readEach({ ...describeDomainControllers, request, join: inDirectory }, port, ids, unread);
}

/** The trusts of the directories in use. */
export async function collectTrusts(
  { client, port, named }: Collection<DirectoryServiceClient>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const request = (DirectoryId: string) =>
    paged(paginateDescribeTrusts, { client }, { DirectoryId }, ({ Trusts }) => Trusts);
  const ids = named.directoriesToDescribe(withoutControllers);
  return await readEach({ ...describeTrusts, request, join: inDirectory }, port, ids, unread);
}

/** How clients of the directories in use may sign in, besides with a password. */
export async function collectClientAuthenticationSettings(
  { client, port, named }: Collection<DirectoryServiceClient>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const request = (DirectoryId: string) =>
    paged(
      paginateDescribeClientAuthenticationSettings,
      { client },
      { DirectoryId },
      (output) => output.ClientAuthenticationSettingsInfo,
    );
  const operation = { ...describeClientAuthenticationSettings, request, join: inDirectory };
  return await readEach(operation, port, named.directoriesToDescribe(), unread);
}
