import type { DirectoryDescription } from '@aws-sdk/client-directory-service';
import type { Workspace, WorkspaceDirectory, WorkspacesIpGroup } from '@aws-sdk/client-workspaces';
import { NamedIdentity } from './named-identity.ts';

/** What the resources read first name, and the reads that follow ask for. */
export class Named {
  /** Subnets that directories use. */
  readonly directorySubnetIds = new Set<string>();
  /** Subnets that WorkSpaces are in: after a directory was registered again, not always one of the directory's. */
  readonly workspaceSubnetIds = new Set<string>();
  readonly vpcIds = new Set<string>();
  readonly securityGroupIds = new Set<string>();
  /** Prefix lists in rules of security groups, and in routes. */
  readonly prefixListIds = new Set<string>();
  readonly vpcEndpointIds = new Set<string>();
  /** Single IPv4 addresses in rules of IP groups. */
  readonly publicIps = new Set<string>();
  /** Whether some IP group rule covers more than one address. */
  hasAddressRange = false;
  /** Whether some account is linked with this one, or was, or is about to be. */
  hasAccountLinks = false;
  readonly workspaceIds = new Set<string>();
  /** Ids of everything that was read. */
  readonly ids = new Set<string>();
  /** Keys that encrypt volumes: by ARN, id or alias, as the WorkSpace names them. */
  readonly volumeKeyIds = new Set<string>();
  /** Bundles that WorkSpaces were made from. */
  readonly bundleIds = new Set<string>();
  /** Directories that WorkSpaces uses without managing them itself, except those of Pools and those on their way out. */
  readonly clientDirectoryIds = new Set<string>();
  /** The types of the directories that Directory Service knows. */
  readonly directoryTypes = new Map<string, string | undefined>();
  /** What directories say of how users sign in. */
  readonly identity = new NamedIdentity();

  /** Takes note of the id of any resource, and of the ids beside it. */
  resource(resource: object): void {
    for (const value of Object.values(resource)) {
      if (typeof value === 'string' && /^[a-z]{1,6}-[0-9a-z]+$/.test(value)) this.ids.add(value);
    }
  }

  directory(directory: WorkspaceDirectory): void {
    this.identity.directory(directory);
    if (hasClients(directory)) add(this.clientDirectoryIds, directory.DirectoryId);
    for (const id of directory.SubnetIds ?? []) this.directorySubnetIds.add(id);
    add(this.securityGroupIds, directory.WorkspaceSecurityGroupId);
    add(this.securityGroupIds, directory.WorkspaceCreationProperties?.CustomSecurityGroupId);
    for (const endpoint of directory.WorkspaceAccessProperties?.AccessEndpointConfig?.AccessEndpoints ?? []) {
      add(this.vpcEndpointIds, endpoint.VpcEndpointId);
    }
  }

  /** A directory shared by another account has no settings of its own; its owner's VPC is not in this account. */
  directoryDescription(description: DirectoryDescription): void {
    if (description.DirectoryId !== undefined) this.directoryTypes.set(description.DirectoryId, description.Type);
    for (const settings of [description.VpcSettings, description.ConnectSettings]) {
      for (const id of settings?.SubnetIds ?? []) this.directorySubnetIds.add(id);
      add(this.vpcIds, settings?.VpcId);
      add(this.securityGroupIds, settings?.SecurityGroupId);
    }
  }

  /**
   * The directories to ask Directory Service about: those in use that it knows, but for what another account shares,
   * whose owner alone may ask, and for types that cannot have what is asked for.
   */
  directoriesToDescribe(without: readonly string[] = []): string[] {
    const refused = ['SharedMicrosoftAD', ...without];
    return [...this.directoryTypes]
      .filter(([id, type]) => this.clientDirectoryIds.has(id) && !refused.includes(type ?? ''))
      .map(([id]) => id);
  }

  workspace(workspace: Workspace): void {
    add(this.workspaceIds, workspace.WorkspaceId);
    add(this.volumeKeyIds, workspace.VolumeEncryptionKey);
    add(this.workspaceSubnetIds, workspace.SubnetId);
    add(this.bundleIds, workspace.BundleId);
  }

  ipGroup(group: WorkspacesIpGroup): void {
    for (const { ipRule } of group.userRules ?? []) {
      // Only IPv4 addresses are ever associated with an interface's private address.
      if (ipRule === undefined || ipRule.includes(':')) continue;
      const [address = '', length] = ipRule.trim().split('/');
      if (length === undefined || length === '32') add(this.publicIps, address);
      else this.hasAddressRange = true;
    }
  }
}

/** Ids of directories that WorkSpaces manages itself (Entra ID, Identity Center, custom) start with `wsd-`. */
const hasClients = ({ DirectoryId = '', WorkspaceType, State }: WorkspaceDirectory): boolean =>
  !DirectoryId.startsWith('wsd-') && WorkspaceType !== 'POOLS' && State !== 'DEREGISTERING' && State !== 'DEREGISTERED';

function add(ids: Set<string>, id: string | undefined): void {
  if (id !== undefined && id !== '') ids.add(id);
}
