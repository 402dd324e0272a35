import type { EC2Client } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { allEnded } from './all-ended.ts';
import { collectNetworkInterfaces } from './ec2-interfaces.ts';
import { collectNetworkAcls } from './ec2-network-acls.ts';
import { collectPrefixListEntries } from './ec2-prefix-lists.ts';
import { collectSecurityGroups } from './ec2-security-groups.ts';
import { collectVpcEndpoints } from './ec2-vpc-endpoints.ts';
import { collectRouteTables, collectSubnets, collectVpcs } from './ec2-vpcs.ts';
import { unreadOf } from './outcome.ts';
import type { Collection } from './workspaces.ts';

/** How what names parts of the network was read. */
export interface NetworkNames {
  readonly registered: OperationCoverage;
  readonly described: OperationCoverage;
  readonly desktops: OperationCoverage;
  readonly ipGroups: OperationCoverage;
}

/** The network around directories and WorkSpaces. Each operation asks for what the ones before it named. */
export async function collectNetwork(
  ec2: Collection<EC2Client>,
  { registered, described, desktops, ipGroups }: NetworkNames,
): Promise<readonly OperationCoverage[]> {
  const [subnets, interfaces] = await allEnded([
    collectSubnets(ec2, unreadOf(registered, described)),
    collectNetworkInterfaces(ec2, unreadOf(registered, described, desktops, ipGroups)),
  ]);
  const ofVpcs = unreadOf(registered, described, subnets);
  const [vpcs, routeTables, networkAcls, endpoints] = await allEnded([
    collectVpcs(ec2, ofVpcs),
    collectRouteTables(ec2, ofVpcs),
    collectNetworkAcls(ec2, ofVpcs),
    collectVpcEndpoints(ec2, ofVpcs),
  ]);
  // Interfaces name further groups only where groups are shared between VPCs: what they add is a bonus, and not having
  // read them all leaves no directory's group in doubt.
  const groups = await collectSecurityGroups(ec2, unreadOf(registered, described, subnets, endpoints));
  const prefixLists = await collectPrefixListEntries(ec2, unreadOf(groups, routeTables));
  return [subnets, interfaces, vpcs, routeTables, networkAcls, endpoints, groups, prefixLists];
}
