import { isUnknown, Unknown } from '../../model/unknown.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import { admits, admitsSomewhere, known, mapRules, type RuleSet } from '../arithmetic/rule-sets.ts';
import type { SecurityRule } from '../arithmetic/security-rules.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { closedTo, type Ports } from './directory-ports.ts';
import { knownGroupIdsOf } from './interfaces.ts';

/** Ports that rules leave closed, and why there may be more. */
export interface Closed {
  readonly ports: readonly string[];
  readonly unknown: Unknown | undefined;
}

export const together = (parts: readonly Closed[]): Closed => ({
  ports: parts.flatMap(({ ports }) => ports),
  unknown: combined(parts.flatMap(({ unknown }) => unknown ?? [])),
});

/** Ports that some of the addresses, as `10.0.1.10`, are not reached on. */
export function closedToSome(set: RuleSet, ports: readonly Ports[], addresses: readonly string[]): Closed {
  return together(
    ports.map((port) => {
      const verdicts = addresses.map((address) => ({
        address,
        open: admits(set, { ...port, peer: toCidr(address) ?? address }),
      }));
      const closed = verdicts.filter(({ open }) => open === false).map(({ address }) => address);
      return {
        ports: closed.length === 0 ? [] : closedTo(port, closed, addresses, 'to'),
        unknown: combined(verdicts.flatMap(({ open }) => (isUnknown(open) ? open : []))),
      };
    }),
  );
}

/**
 * Ports to servers of which only these addresses are known. One that is closed to every destination is closed to them
 * too; one that is open, but not to all these addresses, may or may not be open to the servers.
 */
export function closedToOthers(set: RuleSet, ports: readonly Ports[], addresses: readonly string[]): Closed {
  return together(
    ports.map((port) => {
      const here = closedToSome(set, [port], addresses);
      if (here.ports.length === 0) return here;
      const [name = ''] = closedTo(port, addresses, addresses, 'to');
      if (admitsSomewhere(set, port) === false) return { ports: [name], unknown: undefined };
      const reason = `${name} is open, but not to every DNS server: confirm that it is open to the domain controllers`;
      return { ports: [], unknown: new Unknown(reason) };
    }),
  );
}

/** Replaces security groups that rules name by those of `addresses` that an interface with the group holds. */
export function withGroupMembers(
  estate: Estate,
  set: RuleSet,
  vpcId: string | Unknown,
  addresses: readonly string[],
): RuleSet {
  return mapRules(set, (rule) => {
    if (!rule.peer.startsWith('sg-')) return known([rule]);
    const members = addresses.map((address) => memberOf(estate, rule, vpcId, address));
    // The rule itself stays: it leads somewhere, even if to none of these addresses.
    return {
      certain: [rule, ...members.flatMap(({ certain }) => certain)],
      possible: [rule, ...members.flatMap(({ possible }) => possible)],
      unknown: combined(members.flatMap(({ unknown }) => unknown ?? [])),
    };
  });
}

/** The rule for one address, when the interface that holds it carries the rule's group. */
function memberOf(estate: Estate, rule: SecurityRule, vpcId: string | Unknown, address: string): RuleSet {
  const peer = toCidr(address) ?? address;
  if (isUnknown(vpcId)) return { certain: [], possible: [{ ...rule, peer }], unknown: vpcId };
  const eni = estate.snapshot.resources.NetworkInterface.items.find(
    ({ VpcId, PrivateIpAddress, PrivateIpAddresses }) =>
      VpcId === vpcId &&
      (PrivateIpAddress === address || (PrivateIpAddresses ?? []).some((one) => one.PrivateIpAddress === address)),
  );
  // Not every interface of a VPC is collected: one that was not returned may exist all the same.
  const groupIds =
    eni === undefined
      ? (estate.unread('NetworkInterface') ?? new Unknown(`no interface with the address ${address} was returned`))
      : knownGroupIdsOf(eni);
  if (isUnknown(groupIds)) return { certain: [], possible: [{ ...rule, peer }], unknown: groupIds };
  return known(groupIds.includes(rule.peer) ? [{ ...rule, peer }] : []);
}
