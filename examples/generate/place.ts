import type { OperationCoverage } from '../../lib/model/coverage.ts';
import type { SnapshotOrigin } from '../../lib/snapshot/index.ts';
import { Further } from './further.ts';
import { alphanumeric, hex, momentBefore } from './seeds.ts';
import type * as shapes from './shapes.ts';

/** Of the same place there are two snapshots: how it was some weeks ago, and how it is now. */
export type Era = 'baseline' | 'now';

export const capturedAt: Record<Era, string> = {
  baseline: '2026-10-25T03:00:00.000Z',
  now: '2026-11-22T03:00:00.000Z',
};

/** For what is launched after the baseline was taken. */
export const sinceBaseline = { end: '2026-11-20T00:00:00.000Z', days: 21 };

/** One account and Region, filled by the builders and then written as one snapshot. */
export class Place {
  readonly origin: SnapshotOrigin;
  readonly era: Era;
  readonly directories: shapes.Directory[] = [];
  workspaces: shapes.Workspace[] = [];
  readonly ipGroups: shapes.IpGroup[] = [];
  readonly directoryDescriptions: shapes.DirectoryDescription[] = [];
  readonly subnets: shapes.Subnet[] = [];
  readonly vpcs: shapes.Vpc[] = [];
  readonly routeTables: shapes.RouteTable[] = [];
  securityGroups: shapes.SecurityGroup[] = [];
  interfaces: shapes.NetworkInterface[] = [];
  readonly natGateways: shapes.NatGateway[] = [];
  addresses: shapes.Address[] = [];
  endpoints: shapes.VpcEndpoint[] = [];
  readonly prefixLists: shapes.PrefixList[] = [];
  /** Everything else, by the snapshot's types. */
  readonly further = new Further();
  /** Operations that AWS refused; their resources are not in the file. */
  readonly refused: OperationCoverage[] = [];
  /** When what is being built was launched: at most so many days before the end. */
  launches = { end: '2026-10-20T00:00:00.000Z', days: 600 };
  readonly #taken = new Map<string, number>();

  constructor(partition: string, accountId: string, region: string, era: Era) {
    this.origin = { partition, accountId, region, capturedAt: capturedAt[era] };
    this.era = era;
  }

  /** An EC2 id: `prefix` and 17 hexadecimal digits, the same in both eras. */
  ec2Id(prefix: string, label: string): string {
    return `${prefix}-${hex(this.#label(prefix, label), 17)}`;
  }

  /** A WorkSpaces id: `prefix` and 9 letters or digits, the same in both eras. */
  workspacesId(prefix: string, label: string): string {
    return `${prefix}-${alphanumeric(this.#label(prefix, label), 9)}`;
  }

  /** A Directory Service id: ten digits of which the Region's first ones repeat. */
  directoryId(label: string): string {
    return `d-${hex(this.#label('directories', ''), 4)}${hex(this.#label('d', label), 6)}`;
  }

  /** A moment at which something of this label may have been launched. */
  launchOf(label: string): Date {
    return momentBefore(label, this.launches.end, this.launches.days);
  }

  arn(service: string, resource: string): string {
    const { partition, region, accountId } = this.origin;
    return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  }

  /** The next free address of a subnet (a /24): its 10th and up. */
  nextAddress(subnet: shapes.Subnet): string {
    const host = this.#taken.get(subnet.SubnetId) ?? 10;
    this.#taken.set(subnet.SubnetId, host + 1);
    return subnet.CidrBlock.replace(/\.0\/24$/, `.${host}`);
  }

  directory(alias: string): shapes.Directory {
    return found(alias, this.directories, (one) => one.Alias);
  }

  description(alias: string): shapes.DirectoryDescription {
    return found(this.directory(alias).DirectoryId, this.directoryDescriptions, (one) => one.DirectoryId);
  }

  workspace(userName: string): shapes.Workspace {
    return found(userName, this.workspaces, (one) => one.UserName);
  }

  interfaceOf(userName: string): shapes.NetworkInterface {
    const { IpAddress, SubnetId } = this.workspace(userName);
    return found(`${SubnetId} ${IpAddress}`, this.interfaces, (one) => `${one.SubnetId} ${one.PrivateIpAddress}`);
  }

  ipGroup(name: string): shapes.IpGroup {
    return found(name, this.ipGroups, (one) => one.groupName);
  }

  securityGroup(name: string): shapes.SecurityGroup {
    return found(name, this.securityGroups, (one) => one.GroupName);
  }

  members(alias: string): shapes.SecurityGroup {
    return this.securityGroup(`${this.directory(alias).DirectoryId}_workspacesMembers`);
  }

  controllers(alias: string): shapes.SecurityGroup {
    return this.securityGroup(`${this.directory(alias).DirectoryId}_controllers`);
  }

  subnet(name: string): shapes.Subnet {
    return found(name, this.subnets, (one) => one.Tags?.find(({ Key }) => Key === 'Name')?.Value);
  }

  vpc(name: string): shapes.Vpc {
    return found(name, this.vpcs, (one) => one.Tags?.find(({ Key }) => Key === 'Name')?.Value);
  }

  routeTable(name: string): shapes.RouteTable {
    return found(name, this.routeTables, (one) => one.Tags?.find(({ Key }) => Key === 'Name')?.Value);
  }

  address(publicIp: string): shapes.Address {
    return found(publicIp, this.addresses, (one) => one.PublicIp);
  }

  #label(prefix: string, label: string): string {
    return `${this.origin.accountId} ${this.origin.region} ${prefix} ${label}`;
  }
}

function found<T>(name: string, items: readonly T[], nameOf: (item: T) => string | undefined): T {
  const item = items.find((one) => nameOf(one) === name);
  if (item === undefined) throw new Error(`the example has no "${name}"`);
  return item;
}
