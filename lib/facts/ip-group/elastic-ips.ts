import { isUnknown, Unknown } from '../../model/unknown.ts';
import { familyOf, isSingleAddress } from '../arithmetic/addresses.ts';
import { both, type FactTable, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { rangesOfGroup } from '../joins/ip-rules.ts';
import * as op from '../operations.ts';
import type { IpGroupContext } from './context.ts';

/** The single IPv4 addresses that a group's rules name, by what they are to the account. */
interface NamedAddresses {
  /** Elastic IPs of the account that are associated with something. */
  readonly inUse: string[];
  /** Elastic IPs of the account that are associated with nothing. */
  readonly idle: string[];
  /** Elastic IPs at the time of the baseline that are the account's no longer. */
  readonly released: string[];
  /** Why an address may be missing above. */
  readonly unknown: Unknown | undefined;
  /** Why one may be the account's all the same. */
  readonly unread: Unknown | undefined;
}

function namedAddresses({ estate, group }: IpGroupContext): NamedAddresses {
  const inUse: string[] = [];
  const idle: string[] = [];
  const released: string[] = [];
  const ranges = rangesOfGroup(group);
  let unknown = ranges.unknown;
  let unread: Unknown | undefined;
  for (const cidr of ranges.cidrs) {
    if (!isSingleAddress(cidr) || familyOf(cidr) !== 'IPv4') continue;
    const address = cidr.slice(0, cidr.indexOf('/'));
    const elastic = estate.index.addresses.get(address);
    if (elastic === undefined) unread = estate.unread('Address');
    const former = elastic === undefined ? wasOurs(estate, address) : false;
    if (elastic !== undefined) (elastic.AssociationId ? inUse : idle).push(address);
    else if (isUnknown(former)) unknown = both(unknown, former);
    else if (former) released.push(address);
  }
  return { inUse, idle, released, unknown, unread };
}

function wasOurs(estate: Estate, address: string): boolean | Unknown {
  const unread = estate.unread('Address');
  if (unread !== undefined) return unread;
  if (estate.baseline === undefined)
    return new Unknown(`no baseline says whether ${address} was an Elastic IP of the account`);
  if (estate.baseline.index.addresses.has(address)) return true;
  const then = estate.baseline.unread('Address');
  return then === undefined ? false : new Unknown(`in the baseline, ${then.reason}`);
}

const list = (about: string, pick: (named: NamedAddresses) => string[]) => ({
  type: 'list' as const,
  about,
  from: [op.ipGroups, op.addresses],
  read: (context: IpGroupContext) => {
    const named = namedAddresses(context);
    return seen(pick(named), named.unknown);
  },
});

export const elasticIpFacts: FactTable<IpGroupContext> = {
  'elasticIps.named': list(
    'Single addresses in the rules that are, or at the baseline were, Elastic IPs of the account.',
    ({ inUse, idle, released }) => [...inUse, ...idle, ...released],
  ),
  'elasticIps.idle': {
    ...list('Those that are associated with nothing.', ({ idle }) => idle),
    read: (context) => {
      const { idle, unread } = namedAddresses(context);
      return seen(idle, unread);
    },
  },
  'elasticIps.released': list("Those that are the account's no longer.", ({ released }) => released),
  'elasticIps.provenReleased': {
    ...list('The same, as far as it is proven.', ({ released }) => released),
    read: (context) => seen(namedAddresses(context).released, undefined),
  },
};
