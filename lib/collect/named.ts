import type { DirectoryDescription } from '@aws-sdk/client-directory-service';
import type { Workspace, WorkspaceDirectory, WorkspacesIpGroup } from '@aws-sdk/client-workspaces';

/** What the resources read first name, and the reads that follow ask for. */
export class Named {
  /** Subnets that directories use. */
  readonly directorySubnetIds = new Set<string>();
  /** Subnets that WorkSpaces are in: after a directory was registered again, not always one of the directory's. */
  readonly workspaceSubnetIds = new Set<string>();
  readonly vpcIds = new Set<string>();
  readonly securityGroupIds = new Set<string>();
  readonly prefixListIds = new Set<string>();
  readonly vpcEndpointIds = new Set<string>();
  /** Single IPv4 addresses in rules of IP groups. */
  readonly publicIps = new Set<string>();
  /** Whether some IP group rule covers more than one address. */
  hasAddressRange = false;

  directory(directory: WorkspaceDirectory): void {
    for (const id of directory.SubnetIds ?? []) this.directorySubnetIds.add(id);
    add(this.securityGroupIds, directory.WorkspaceSecurityGroupId);
    add(this.securityGroupIds, directory.WorkspaceCreationProperties?.CustomSecurityGroupId);
    for (const endpoint of directory.WorkspaceAccessProperties?.AccessEndpointConfig?.AccessEndpoints ?? []) {
      add(this.vpcEndpointIds, endpoint.VpcEndpointId);
    }
  }

  /** A directory shared by another account has no settings of its own; its owner's VPC is not in this account. */
  directoryDescription(description: DirectoryDescription): void {
    for (const settings of [description.VpcSettings, description.ConnectSettings]) {
      for (const id of settings?.SubnetIds ?? []) this.directorySubnetIds.add(id);
      add(this.vpcIds, settings?.VpcId);
      add(this.securityGroupIds, settings?.SecurityGroupId);
    }
  }

  workspace(workspace: Workspace): void {
    add(this.workspaceSubnetIds, workspace.SubnetId);
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

function add(ids: Set<string>, id: string | undefined): void {
  if (id !== undefined && id !== '') ids.add(id);
}
