import type { Unknown } from '../../model/unknown.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import type { Estate } from '../estate.ts';

/** Networks of a VPC, of both families. A range that was taken from it stays in its list for a while, as disassociated. */
export function networksOfVpc(estate: Estate, vpcId: string): string[] | Unknown {
  const vpc = estate.index.vpcs.get(vpcId);
  if (vpc === undefined) return estate.notReturned('Vpc', vpcId);
  const isAssociated = (state: string | null | undefined) => (state ?? 'associated') === 'associated';
  const ipv4 = (vpc.CidrBlockAssociationSet ?? []).filter((set) => isAssociated(set.CidrBlockState?.State));
  const ipv6 = (vpc.Ipv6CidrBlockAssociationSet ?? []).filter((set) => isAssociated(set.Ipv6CidrBlockState?.State));
  const all = [vpc.CidrBlock, ...ipv4.map((set) => set.CidrBlock), ...ipv6.map((set) => set.Ipv6CidrBlock)];
  return all.flatMap((cidr) => toCidr(cidr ?? '') ?? []);
}
