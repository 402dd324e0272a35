import { both, type FactTable, seen } from '../define.ts';
import { resolveAddresses } from '../joins/account-addresses.ts';
import { holdsNoIpv4, rangesOfGroup } from '../joins/ip-rules.ts';
import * as op from '../operations.ts';
import type { IpGroupContext } from './context.ts';

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

/** What the addresses in the rules are to the account. */
export const addressFacts: FactTable<IpGroupContext> = {
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
