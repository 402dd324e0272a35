import { isUnknown, type Unknown } from '../model/unknown.ts';
import type { WorkspacesIpGroup } from '../snapshot/index.ts';
import { resolveAddresses } from './account-addresses.ts';
import { isDocumentation, isReserved, touchesReserved } from './addresses.ts';
import { both, counted, type FactTable, seen, sorted } from './define.ts';
import { elasticIpFacts } from './elastic-ips.ts';
import type { Estate } from './estate.ts';
import { directoriesOfGroup, findIpGroup, holdsNoIpv4, type IpRule, rangesOfGroup, rulesOfGroup } from './ip-rules.ts';
import { ipGroupIdsOf } from './joins.ts';
import {
  addressesNotOwned,
  isEnded,
  natGatewaysWithin,
  publicAddressesOf,
  scalesAddresses,
  stateOf,
} from './nat-gateways.ts';
import * as op from './operations.ts';
import { redundantRanges } from './redundant-ranges.ts';

/** An IP access control group; unknown when a directory names it and it was not read. */
export interface IpGroupContext {
  readonly estate: Estate;
  readonly id: string;
  readonly group: WorkspacesIpGroup | Unknown;
}

const rulesOf = ({ group }: IpGroupContext): readonly IpRule[] | Unknown =>
  isUnknown(group) ? group : rulesOfGroup(group);

const associated = ({ estate, id }: IpGroupContext): readonly string[] | Unknown =>
  seen(
    directoriesOfGroup(estate, id).map((directory) => directory.DirectoryId),
    estate.unread('WorkspaceDirectory') ?? estate.limited,
  );

/** Rules of a kind, as written; unknown when none is seen and one cannot be read as an address. */
function rulesWhere(context: IpGroupContext, test: (cidr: string) => boolean): readonly string[] | Unknown {
  const rules = rulesOf(context);
  if (isUnknown(rules)) return rules;
  const found = rules.filter(({ cidr }) => cidr !== undefined && test(cidr)).map(({ text }) => text);
  return seen(found, rangesOfGroup(context.group).unknown);
}

/** Directories of the group of which every group satisfies `test`, so that a sibling does not help. */
function directoriesWhereAll(context: IpGroupContext, test: (rules: readonly IpRule[]) => boolean): string[] | Unknown {
  const { estate, id } = context;
  const found: string[] = [];
  let unknown: Unknown | undefined = estate.unread('WorkspaceDirectory') ?? estate.limited;
  for (const directory of directoriesOfGroup(estate, id)) {
    const siblings = ipGroupIdsOf(estate, directory).map((groupId) => findIpGroup(estate, groupId));
    const rules = siblings.map((group) => (isUnknown(group) ? group : rulesOfGroup(group)));
    const unread = rules.find(isUnknown);
    if (rules.some((list) => !isUnknown(list) && !test(list))) continue;
    if (unread === undefined) found.push(directory.DirectoryId);
    else unknown = both(unknown, unread);
  }
  return found.length > 0 || unknown === undefined ? sorted(found) : unknown;
}

const ruleFacts: FactTable<IpGroupContext> = {
  id: { type: 'string', about: 'Group id.', from: [op.ipGroups], read: ({ id }) => id },
  directoryIds: {
    type: 'list',
    about: 'Registered directories that the group is associated with.',
    from: [op.directories],
    read: associated,
  },
  referencedBy: {
    type: 'list',
    about: 'All directories that the group is associated with, also those on their way out.',
    from: [op.directories],
    read: ({ estate, id }) =>
      seen(
        estate.snapshot.resources.WorkspaceDirectory.items
          .filter((directory) => (directory.ipGroupIds ?? []).includes(id))
          .map((directory) => directory.DirectoryId),
        estate.unread('WorkspaceDirectory') ?? estate.limited,
      ),
  },
  registeredDirectoryCount: {
    type: 'number',
    about: 'Registered directories of the Region.',
    from: [op.directories],
    read: ({ estate }) =>
      counted(estate.registeredDirectories.length, estate.unread('WorkspaceDirectory') ?? estate.limited),
  },
  ruleCount: {
    type: 'number',
    about: 'Rules of the group; unknown when the answer has no list of rules.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : rules.length;
    },
  },
  rules: {
    type: 'list',
    about: 'The rules as they are written.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : sorted(rules.map(({ text }) => text));
    },
  },
  'rules.redundant': {
    type: 'list',
    about: 'Rules that another rule of the group contains.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : redundantRanges(rules);
    },
  },
  'rules.reserved': {
    type: 'list',
    about: 'Rules that lie wholly in ranges that are never the source of a client (RFC 6890).',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, isReserved),
  },
  'rules.partlyReserved': {
    type: 'list',
    about: 'Rules that hold such ranges beside public ones.',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, (cidr) => touchesReserved(cidr) && !isReserved(cidr)),
  },
  'rules.documentation': {
    type: 'list',
    about: 'Rules in ranges set aside for documentation (RFC 5737).',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, isDocumentation),
  },
  'directories.withOnlyEmptyGroups': {
    type: 'list',
    about: 'Directories of the group all of whose groups are without rules.',
    from: [op.directories, op.ipGroups],
    read: (context) => directoriesWhereAll(context, (rules) => rules.length === 0),
  },
  'directories.withOnlyReservedRules': {
    type: 'list',
    about: 'Directories of the group all of whose rules lie in reserved ranges.',
    from: [op.directories, op.ipGroups],
    read: (context) =>
      directoriesWhereAll(context, (rules) => rules.every(({ cidr }) => cidr !== undefined && isReserved(cidr))),
  },
  'directories.preferringUdp': {
    type: 'list',
    about: 'Directories of the group that prefer UDP for streaming.',
    from: [op.directories],
    read: ({ estate, id }) =>
      sorted(
        directoriesOfGroup(estate, id)
          .filter((d) => d.StreamingProperties?.StreamingExperiencePreferredProtocol === 'UDP')
          .map((d) => d.DirectoryId),
      ),
  },
};

/** Resolving addresses goes through all of the account's; three facts read the outcome. */
const resolutions = new WeakMap<IpGroupContext, ReturnType<typeof resolveAddresses>>();

function resolutionOf(context: IpGroupContext): ReturnType<typeof resolveAddresses> {
  let resolution = resolutions.get(context);
  if (resolution === undefined) {
    const ranges = rangesOfGroup(context.group);
    const { unknown, ...addresses } = resolveAddresses(context.estate, ranges.cidrs);
    const why = ranges.unknown === undefined ? unknown : both(unknown, ranges.unknown);
    resolution = { ...addresses, unknown: holdsNoIpv4(ranges) ? undefined : why };
    resolutions.set(context, resolution);
  }
  return resolution;
}

const resolved = (member: 'resolved' | 'autoAssigned' | 'serviceManaged', about: string) => ({
  type: 'list' as const,
  about,
  from: [op.ipGroups, op.addresses, op.interfaces],
  read: (context: IpGroupContext) => seen(resolutionOf(context)[member], resolutionOf(context).unknown),
});

const addressFacts: FactTable<IpGroupContext> = {
  'addresses.ofAccount': resolved('resolved', 'Public addresses of the account, in this Region, inside the rules.'),
  'addresses.autoAssigned': resolved(
    'autoAssigned',
    'Those that Amazon assigned to an interface, and that are lost when it stops or is replaced.',
  ),
  'addresses.serviceManaged': resolved(
    'serviceManaged',
    'Elastic IPs inside the rules that a load balancer or database service manages and may replace.',
  ),
};

const gatewaysOf = ({ estate, group }: IpGroupContext) => {
  const ranges = rangesOfGroup(group);
  const unread = holdsNoIpv4(ranges) ? undefined : estate.unread('NatGateway');
  return {
    gateways: natGatewaysWithin(estate, ranges.cidrs),
    unknown: unread === undefined ? ranges.unknown : both(ranges.unknown, unread),
  };
};

const natFacts: FactTable<IpGroupContext> = {
  'natGateways.ids': {
    type: 'list',
    about: 'NAT gateways with a public address inside the rules; deleted ones while nothing else holds the address.',
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      return seen(
        gateways.map((gateway) => gateway.NatGatewayId),
        unknown,
      );
    },
  },
  'natGateways.ended': {
    type: 'list',
    about: 'Those that are deleted, being deleted or failed.',
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      // Whether a deleted gateway's address has moved on stands in the addresses.
      const unread = gateways.some(isEnded) ? context.estate.unread('Address') : undefined;
      const ended = gateways.filter(isEnded).map((gateway) => gateway.NatGatewayId);
      return unread ?? seen(ended, gateways.map(stateOf).find(isUnknown) ?? unknown);
    },
  },
  'natGateways.scaling': {
    type: 'list',
    about: 'Regional ones to which AWS adds addresses by itself.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const verdicts = gateways.map((gateway) => ({ id: gateway.NatGatewayId, scales: scalesAddresses(gateway) }));
      const odd = verdicts.map(({ scales }) => scales).find(isUnknown);
      return seen(
        verdicts.filter(({ scales }) => scales === true).map(({ id }) => id),
        odd ?? unknown,
      );
    },
  },
  'natGateways.addressesNotOwned': {
    type: 'list',
    about: "Their public addresses that are not Elastic IPs of the account's own.",
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const checks = gateways.filter((gateway) => !isEnded(gateway)).map((g) => addressesNotOwned(context.estate, g));
      const odd = checks.map((check) => check.unknown).find(isUnknown);
      return seen(
        checks.flatMap((check) => check.addresses),
        odd ?? unknown,
      );
    },
  },
  'natGateways.withSeveralAddresses': {
    type: 'list',
    about: 'Those in service that have more than one public address, with the number.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const several = gateways.filter((gateway) => !isEnded(gateway) && publicAddressesOf(gateway).length > 1);
      return seen(
        several.map((gateway) => `${gateway.NatGatewayId} (${publicAddressesOf(gateway).length} addresses)`),
        unknown,
      );
    },
  },
  'natGateways.inService': {
    type: 'list',
    about: 'Those that are not deleted, being deleted or failed.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      return seen(
        gateways.filter((gateway) => !isEnded(gateway)).map((gateway) => gateway.NatGatewayId),
        unknown,
      );
    },
  },
};

/** Everything a rule can read of an IP access control group. */
export const ipGroupFacts: FactTable<IpGroupContext> = {
  ...ruleFacts,
  ...addressFacts,
  ...natFacts,
  ...elasticIpFacts,
};
