import { overlapCidr, parseCidr } from 'cidr-tools';
import byol from '../../../rules/reference/byol.json' with { type: 'json' };
import management from '../../../rules/reference/management-interface.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type Cidr, covers, toCidr } from '../arithmetic/addresses.ts';
import { type FactTable, seen } from '../define.ts';
import { byolAccountTypeOf } from '../joins/byol-links.ts';
import { type Taker, takersOf } from '../joins/management-ranges.ts';
import * as op from '../operations.ts';
import type { VpcContext } from './context.ts';

/** The range for management interfaces that the account chose; null for the target of a link that has none itself. */
function rangeOf({ estate }: VpcContext): Cidr | null | Unknown {
  const [account] = estate.snapshot.resources.WorkspacesAccount.items;
  const unread = estate.unread('WorkspacesAccount');
  if (account === undefined && unread !== undefined) return unread;
  const path = 'DedicatedTenancyManagementCidrRange';
  const text = account?.DedicatedTenancyManagementCidrRange;
  if (text) return toCidr(text) ?? new Unknown(`${path} is no network: "${text}"`);
  const type = byolAccountTypeOf(estate);
  return type === 'TARGET_ACCOUNT' ? null : isUnknown(type) ? type : new Unknown(`${path} is absent`);
}

const ofRange =
  <T>(read: (range: Cidr, context: VpcContext) => T | Unknown) =>
  (context: VpcContext): T | null | Unknown => {
    const range = rangeOf(context);
    return isUnknown(range) || range === null ? range : read(range, context);
  };

/** What of a VPC can meet the ranges of BYOL. */
interface Met {
  readonly ranges: readonly Cidr[];
  readonly networks: readonly Taker[];
  /** Without those to the networks of the VPC itself. */
  readonly routes: readonly Taker[];
}

/** The same for lists, of which one without a range is empty. */
const listOfRange =
  (read: (met: Met) => readonly string[]) =>
  (context: VpcContext): readonly string[] | Unknown => {
    const range = rangeOf(context);
    if (isUnknown(range)) return range;
    if (range === null) return [];
    const { list, unknown } = takersOf(context.estate, context.id);
    const networks = list.filter(({ of }) => of === context.id);
    const own = networks.map(({ cidr }) => cidr);
    const routes = list.filter(({ cidr, of }) => of !== context.id && !own.includes(cidr));
    return seen(read({ ranges: [range, ...management.byol.pcoip], networks, routes }), unknown);
  };

const overlaps = ({ cidr }: Taker, ranges: readonly Cidr[]): boolean =>
  ranges.some((range) => overlapCidr(range, cidr));
const isWithin = ({ cidr }: Taker, ranges: readonly Cidr[]): boolean => ranges.some((range) => covers([range], cidr));

const route = ({ cidr, of }: Taker): string => `${cidr} (${of})`;

const blocks: readonly Cidr[] = byol.managementSupernets;

/** What the management range of BYOL WorkSpaces meets in the VPC. */
export const byolRangeFacts: FactTable<VpcContext> = {
  'byol.managementRange': {
    type: 'string',
    about:
      'Range that the account chose for management interfaces of BYOL WorkSpaces; null for the target of an account ' +
      'link that has none itself.',
    from: [op.account],
    nullable: true,
    read: ofRange((range) => range),
  },
  'byol.managementRange.prefixLength': {
    type: 'number',
    about: 'Its prefix length.',
    from: [op.account],
    nullable: true,
    read: ofRange((range) => Number(parseCidr(range).prefix)),
  },
  'byol.managementRange.block': {
    type: 'string',
    about: 'The block, of those that the service takes ranges from, in which all of it lies; null when it is in none.',
    from: [op.account],
    nullable: true,
    read: ofRange((range) => blocks.find((block) => covers([block], range)) ?? null),
  },
  'byol.managementRange.vpcNetworks': {
    type: 'list',
    about: 'Networks of the VPC that overlap it, or 54.239.224.0/20, which BYOL uses besides.',
    from: [op.account, op.vpcs],
    read: listOfRange(({ ranges, networks }) =>
      networks.filter((network) => overlaps(network, ranges)).map(({ cidr }) => cidr),
    ),
  },
  'byol.managementRange.routesWithin': {
    type: 'list',
    about:
      'Routes of the VPC to a part or all of these ranges, with their table; without local and default routes and ' +
      'those to gateway endpoints.',
    from: [op.account, op.routeTables, op.prefixLists],
    read: listOfRange(({ ranges, routes }) => routes.filter((one) => isWithin(one, ranges)).map(route)),
  },
  'byol.managementRange.routesAcross': {
    type: 'list',
    about: 'The same, to more than these ranges: summary routes that take them in.',
    from: [op.account, op.routeTables, op.prefixLists],
    read: listOfRange(({ ranges, routes }) =>
      routes.filter((one) => overlaps(one, ranges) && !isWithin(one, ranges)).map(route),
    ),
  },
};
