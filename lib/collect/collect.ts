import { setTimeout as sleep } from 'node:timers/promises';
import type { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import type { ResourceType } from '../snapshot/index.ts';
import { allEnded } from './all-ended.ts';
import { type Ask, askAws } from './ask.ts';
import { collectClientProperties } from './client-properties.ts';
import { collectNetwork } from './collect-network.ts';
import { collectConnectionStatus } from './connection-status.ts';
import { collectCertificates } from './directory-certificates.ts';
import { collectClientAuthenticationSettings, collectDomainControllers, collectTrusts } from './directory-details.ts';
import { collectDirectoryDescriptions } from './directory-service.ts';
import { collectAddresses, collectNatGateways } from './ec2.ts';
import { Limiter } from './limiter.ts';
import { Named } from './named.ts';
import { collectOptional } from './optional.ts';
import type { OptionalClients } from './optional-collection.ts';
import { unreadOf } from './outcome.ts';
import type { OnProgress } from './progress.ts';
import { collectWorkspaceBundles } from './workspace-bundles.ts';
import { type Collection, collectWorkspaceDirectories, collectWorkspaces } from './workspaces.ts';
import { collectAccountLinks, collectWorkspacesAccount } from './workspaces-account.ts';
import { collectConnectionAliases, collectIpGroups, collectWorkspaceImages } from './workspaces-lists.ts';

/** The clients of one account and Region. */
export interface Clients {
  readonly workspaces: WorkSpacesClient;
  readonly directoryService: DirectoryServiceClient;
  readonly ec2: EC2Client;
  /** Of services that only some rules read; needed when something of them is wanted. */
  readonly optional?: OptionalClients | undefined;
}

export interface CollectOptions {
  readonly clients: Clients;
  readonly add: (type: ResourceType, resource: object) => Promise<void>;
  /** Where pages come from; AWS when absent. */
  readonly ask?: Ask | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Only these directories, instead of all of the Region. */
  readonly directories?: readonly string[] | undefined;
  /** Operations that rules in force read. Optional ones are asked only when they are among them. */
  readonly wanted?: ReadonlySet<string> | undefined;
  /** Waits between calls of which AWS allows only a few a second; sleeps when absent. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/**
 * Calls under way at the same time, per service. The pace within that is set by the client's own adaptive rate
 * limiter, which all calls of a service share because they share the client.
 */
const callsAtOnce = 4;

/**
 * Reads everything the rules need of one account and Region.
 *
 * @returns how completely each operation was read, sorted by operation; a failed one never stops the others
 * @throws what `add` throws, and what `ask` throws that is no CallFailure; then nothing of it is under way any more
 */
export async function collect(options: CollectOptions): Promise<readonly OperationCoverage[]> {
  const { clients, add, ask = askAws, onProgress = () => {}, directories } = options;
  const named = new Named();
  const addNamed: typeof add = async (type, resource) => {
    named.resource(resource);
    await add(type, resource);
  };
  const from = <Client>(client: Client): Collection<Client> => {
    return { client, named, directories, port: { add: addNamed, ask, onProgress, limiter: new Limiter(callsAtOnce) } };
  };
  const [workspaces, directoryService, ec2] = [
    from(clients.workspaces),
    from(clients.directoryService),
    from(clients.ec2),
  ];

  const desktopsRead = collectWorkspaces(workspaces);
  const [registered, desktops, described, ipGroups, ...others] = await allEnded([
    collectWorkspaceDirectories(workspaces),
    desktopsRead,
    collectDirectoryDescriptions(directoryService),
    collectIpGroups(workspaces),
    collectConnectionStatus(workspaces, desktopsRead),
    collectWorkspaceImages(workspaces),
    collectConnectionAliases(workspaces),
    collectAccountLinks(workspaces),
    collectWorkspacesAccount(workspaces),
    collectAddresses(ec2),
    collectNatGateways(ec2),
  ]);
  const ofDirectories = unreadOf(registered, described);
  const [network, certificates, ...details] = await allEnded([
    collectNetwork(ec2, { registered, described, desktops, ipGroups }),
    collectCertificates(directoryService, ofDirectories),
    collectDomainControllers(directoryService, ofDirectories),
    collectTrusts(directoryService, ofDirectories),
    collectClientAuthenticationSettings(directoryService, ofDirectories),
    collectWorkspaceBundles(workspaces, unreadOf(desktops)),
    collectClientProperties(workspaces, unreadOf(registered)),
  ]);
  const fleet = [registered, desktops, described, ipGroups, ...others, ...network, ...certificates, ...details];
  const optional = await collectOptional(options.wanted ?? new Set(), {
    ...{ clients: clients.optional, named, wait: options.wait ?? (async (ms) => void (await sleep(ms))) },
    isLimited: directories !== undefined,
    unread: (...operations) => unreadOf(...fleet.filter(({ operation }) => operations.includes(operation))),
    port: () => ({ add, ask, onProgress, limiter: new Limiter(callsAtOnce) }),
  });
  return [...fleet, ...optional].sort((a, b) => (a.operation < b.operation ? -1 : 1));
}
