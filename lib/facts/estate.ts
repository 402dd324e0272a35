import type { SubjectType } from '../model/subject.ts';
import { Unknown } from '../model/unknown.ts';
import {
  type NetworkInterface,
  operationOf,
  type Resources,
  type ResourceType,
  type Snapshot,
  type Workspace,
  type WorkspaceDirectory,
} from '../snapshot/index.ts';
import { associationsOf } from './joins/associations.ts';
import type { FactParameters } from './parameters.ts';

/** Of a kind of subject and an id in the baseline. */
export type Accepts = (type: SubjectType, id: string) => boolean;

/** What a snapshot's facts are read from: its resources by id, what could not be read, parameters, and the baseline. */
export class Estate {
  readonly snapshot: Snapshot;
  readonly parameters: FactParameters;
  /** An older snapshot of the same account and Region. */
  readonly baseline: Estate | undefined;
  readonly index: Index;
  /** The other accounts and Regions of the same audit; what spans Regions is only known of these. */
  others: readonly Estate[] = [];

  /** Whether somebody accepted a subject as the baseline has it; not so while the auditor itself recorded it. */
  readonly isAccepted: Accepts;

  constructor(snapshot: Snapshot, parameters: FactParameters, baseline?: Snapshot, accepted: Accepts = () => true) {
    this.snapshot = snapshot;
    this.parameters = parameters;
    this.index = indexOf(snapshot.resources);
    this.isAccepted = accepted;
    this.baseline = baseline === undefined ? undefined : new Estate(baseline, parameters);
  }

  get accountId(): string {
    return this.snapshot.header.accountId;
  }

  get region(): string {
    return this.snapshot.header.region;
  }

  /** @returns why what is not in the snapshot of this type may exist all the same, or undefined when all was read */
  unread(type: ResourceType): Unknown | undefined {
    return this.unreadOperation(operationOf(type));
  }

  /** The same for what a per-resource operation was asked about one resource: failing for others loses nothing of it. */
  unreadOf(type: ResourceType, id: string): Unknown | undefined {
    const coverage = this.snapshot.coverage.get(operationOf(type));
    const isOthers = coverage?.status === 'partial' && coverage.resources !== undefined;
    return isOthers && !coverage.resources.includes(id) ? undefined : this.unread(type);
  }

  unreadOperation(operation: string): Unknown | undefined {
    const coverage = this.snapshot.coverage.get(operation);
    if (coverage?.status === 'complete') return undefined;
    const detail = coverage?.errorCode === undefined ? '' : ` (${coverage.errorCode})`;
    return new Unknown(`${operation} ${howRead[coverage?.status ?? 'skipped']}${detail}`, [operation]);
  }

  /** @returns why a resource that is named elsewhere is not here */
  notReturned(type: ResourceType, id: string): Unknown {
    return this.unread(type) ?? new Unknown(`${operationOf(type)} did not return ${id}`);
  }

  /** Set when only some directories of the Region were read on purpose: Region-wide statements are then unknown. */
  get limited(): Unknown | undefined {
    const only = this.snapshot.header.scope?.directories;
    return only === undefined ? undefined : new Unknown(`the snapshot covers only ${only.join(', ')}${notWhole}`);
  }

  /** Directories that are not on their way out; one of an unknown state counts. */
  get registeredDirectories(): readonly WorkspaceDirectory[] {
    return this.index.registeredDirectories;
  }

  /** WorkSpaces of a directory that are not on their way out. */
  liveWorkspaces(directoryId: string): readonly Workspace[] {
    return this.index.liveWorkspaces.get(directoryId) ?? [];
  }

  /** Interfaces with this primary private address in this subnet. */
  interfacesAt(subnetId: string, address: string): readonly NetworkInterface[] {
    return this.index.interfacesByAddress.get(`${subnetId} ${address}`) ?? [];
  }
}

const notWhole = ', not the whole Region';

/** Whether a reason, or one of several, is that only some directories were read on purpose; see {@link Estate.limited}. */
export const tellsLimit = (reason: string): boolean => reason.includes(notWhole);

/** Lets estates of one audit see each other. */
export function introduce(estates: readonly Estate[]): void {
  for (const estate of estates) estate.others = estates.filter((other) => other !== estate);
}

const howRead = {
  complete: 'was read',
  partial: 'was read in part only',
  denied: 'was denied',
  failed: 'failed',
  skipped: 'was not read',
} as const;

type Index = ReturnType<typeof indexOf>;

function indexOf(resources: Resources) {
  const leaving = (directory: WorkspaceDirectory) => /^DEREGISTER(ING|ED)$/.test(directory.State ?? '');
  const gone = (workspace: Workspace) => /^TERMINAT(ING|ED)$/.test(workspace.State ?? '');
  const live = resources.Workspace.items.filter((workspace) => !gone(workspace));
  return {
    directories: by(resources.WorkspaceDirectory.items, (r) => r.DirectoryId),
    registeredDirectories: resources.WorkspaceDirectory.items.filter((directory) => !leaving(directory)),
    descriptions: by(resources.DirectoryDescription.items, (r) => r.DirectoryId),
    workspaces: by(resources.Workspace.items, (r) => r.WorkspaceId),
    liveWorkspaces: group(live, (r) => r.DirectoryId ?? ''),
    liveWorkspacesBySubnet: group(live, (r) => r.SubnetId ?? ''),
    connectionStatuses: by(resources.WorkspaceConnectionStatus.items, (r) => r.WorkspaceId),
    bundles: by(resources.WorkspaceBundle.items, (r) => r.BundleId),
    images: by(resources.WorkspaceImage.items, (r) => r.ImageId),
    ipGroups: by(resources.WorkspacesIpGroup.items, (r) => r.groupId),
    securityGroups: by(resources.SecurityGroup.items, (r) => r.GroupId),
    securityGroupsByName: group(resources.SecurityGroup.items, (r) => r.GroupName ?? ''),
    interfacesByAddress: group(resources.NetworkInterface.items, (r) => `${r.SubnetId} ${r.PrivateIpAddress}`),
    associations: resources.NetworkInterface.items.flatMap(associationsOf),
    subnets: by(resources.Subnet.items, (r) => r.SubnetId),
    vpcs: by(resources.Vpc.items, (r) => r.VpcId),
    addresses: by(resources.Address.items, (r) => r.PublicIp ?? ''),
    allocations: by(resources.Address.items, (r) => r.AllocationId ?? ''),
    vpcEndpoints: by(resources.VpcEndpoint.items, (r) => r.VpcEndpointId),
    prefixLists: by(resources.ManagedPrefixListEntries.items, (r) => r.PrefixListId),
  };
}

const by = <R>(items: readonly R[], idOf: (resource: R) => string): ReadonlyMap<string, R> =>
  new Map(items.map((resource) => [idOf(resource), resource]));

const group = <R>(items: readonly R[], keyOf: (resource: R) => string): ReadonlyMap<string, readonly R[]> =>
  Map.groupBy(items, keyOf);
