import { setTimeout as sleep } from 'node:timers/promises';
import type { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import type { ResourceType } from '../snapshot/index.ts';
import { allEnded } from './all-ended.ts';
import { type Ask, askAws } from './ask.ts';
import { collectDirectoryDescriptions } from './directory-service.ts';
import { collectAddresses, collectNatGateways, collectVpcEndpoints } from './ec2.ts';
import { collectNetworkInterfaces } from './ec2-interfaces.ts';
import { collectPrefixListEntries } from './ec2-prefix-lists.ts';
import { collectSecurityGroups } from './ec2-security-groups.ts';
import { collectRouteTables, collectSubnets, collectVpcs } from './ec2-vpcs.ts';
import { Limiter } from './limiter.ts';
import { Named } from './named.ts';
import { collectOptional, type OptionalClients } from './optional.ts';
import type { OnProgress } from './progress.ts';
import { type Collection, collectIpGroups, collectWorkspaceDirectories, collectWorkspaces } from './workspaces.ts';

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
  const from = <Client>(client: Client): Collection<Client> => {
    return { client, named, directories, port: { add, ask, onProgress, limiter: new Limiter(callsAtOnce) } };
  };
  const [workspaces, directoryService, ec2] = [
    from(clients.workspaces),
    from(clients.directoryService),
    from(clients.ec2),
  ];

  const [registered, desktops, ipGroups, described, addresses, natGateways] = await allEnded([
    collectWorkspaceDirectories(workspaces),
    collectWorkspaces(workspaces),
    collectIpGroups(workspaces),
    collectDirectoryDescriptions(directoryService),
    collectAddresses(ec2),
    collectNatGateways(ec2),
  ]);
  const [endpoints, subnets, interfaces] = await allEnded([
    collectVpcEndpoints(ec2, unread(registered)),
    collectSubnets(ec2, unread(registered, described)),
    collectNetworkInterfaces(ec2, unread(registered, described, desktops, ipGroups)),
  ]);
  const [vpcs, routeTables, groups] = await allEnded([
    collectVpcs(ec2, unread(registered, described, subnets)),
    collectRouteTables(ec2, unread(registered, described, subnets)),
    // Interfaces name further groups only where groups are shared between VPCs: what they add is a bonus, and not
    // having read them all leaves no directory's group in doubt.
    collectSecurityGroups(ec2, unread(registered, described, subnets, endpoints)),
  ]);
  const prefixLists = await collectPrefixListEntries(ec2, unread(groups));
  const fleet = [
    ...[registered, desktops, ipGroups, described, addresses, natGateways],
    ...[endpoints, subnets, interfaces, vpcs, routeTables, groups, prefixLists],
  ];
  const others = await collectOptional(options.wanted ?? new Set(), {
    ...{
      clients: clients.optional,
      named,
      wait: options.wait ?? (async (milliseconds) => void (await sleep(milliseconds))),
    },
    unread: (...operations) => unread(...fleet.filter(({ operation }) => operations.includes(operation))),
    port: () => ({ add, ask, onProgress, limiter: new Limiter(callsAtOnce) }),
  });
  return [...fleet, ...others].sort((a, b) => (a.operation < b.operation ? -1 : 1));
}

/** The operations among `coverage` that may have left something unnamed. */
const unread = (...coverage: readonly OperationCoverage[]): string[] =>
  coverage.filter(({ status }) => status !== 'complete').map(({ operation }) => operation);
