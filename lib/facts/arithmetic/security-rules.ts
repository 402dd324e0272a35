import type { IpPermission } from '../../snapshot/index.ts';
import { anywhere, type Cidr, covers as coversCidr, toCidr } from './addresses.ts';

/**
 * One security group rule with one peer. `from`–`to` are ports; for ICMP they are `type * 256 + code`, so that a type
 * without a code is a range like any other; for protocols without ports they are the whole range.
 */
export interface SecurityRule {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or another protocol's number. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** A network, or the id of a security group or prefix list. */
  readonly peer: string;
}

export const highestPort = 65_535;
const names: { readonly [number: string]: string } = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
  all: '-1',
};

/** Whether a peer is a network, and one that can be read: there is no arithmetic with `10.0.0.0/33`. */
export function isNetwork(peer: string): boolean {
  if (!peer.includes('/')) return false;
  let known = networks.get(peer);
  if (known === undefined) {
    known = toCidr(peer) !== undefined;
    networks.set(peer, known);
  }
  return known;
}

/** The peers of a fleet's rules repeat, and reading one is the costliest part of comparing rules. */
const networks = new Map<string, boolean>();

/** Flattens EC2's permissions to one rule per peer. A CIDR that cannot be read stays as it is written. */
export function rulesOf(permissions: readonly IpPermission[] | null | undefined): SecurityRule[] {
  return (permissions ?? []).flatMap((permission) => {
    const range = rangeOf(permission);
    return peersOf(permission).map((peer) => ({ ...range, peer }));
  });
}

function peersOf(permission: IpPermission): string[] {
  const cidrs = [
    ...(permission.IpRanges ?? []).map((range) => range.CidrIp),
    ...(permission.Ipv6Ranges ?? []).map((range) => range.CidrIpv6),
  ];
  const ids = [
    ...(permission.PrefixListIds ?? []).map((list) => list.PrefixListId),
    ...(permission.UserIdGroupPairs ?? []).map((pair) => pair.GroupId),
  ];
  const isText = (value: string | null | undefined): value is string => typeof value === 'string';
  return [...cidrs.filter(isText).map((cidr) => toCidr(cidr) ?? cidr), ...ids.filter(isText)];
}

function rangeOf({ IpProtocol, FromPort, ToPort }: IpPermission): Omit<SecurityRule, 'peer'> {
  const protocol = names[IpProtocol ?? '-1'] ?? IpProtocol ?? '-1';
  const from = FromPort ?? -1;
  const to = ToPort ?? -1;
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    if (from < 0) return { protocol, from: 0, to: highestPort };
    return to < 0
      ? { protocol, from: from * 256, to: from * 256 + 255 }
      : { protocol, from: from * 256 + to, to: from * 256 + to };
  }
  if ((protocol === 'tcp' || protocol === 'udp') && from >= 0) return { protocol, from, to: Math.max(from, to) };
  return { protocol, from: 0, to: highestPort };
}

const admits = (rule: SecurityRule, protocol: string): boolean => rule.protocol === protocol || rule.protocol === '-1';

/** Whether `rules` together admit everything that `rule` admits: every port of it, for every address of its peer. */
export function covers(rules: readonly SecurityRule[], rule: SecurityRule): boolean {
  const able = rules.filter((other) => admits(other, rule.protocol) && other.to >= rule.from && other.from <= rule.to);
  const starts = [rule.from, ...able.flatMap((other) => [other.from, other.to + 1])].filter(
    (port) => port >= rule.from && port <= rule.to,
  );
  return [...new Set(starts)].every((port) => {
    const peers = able.filter((other) => other.from <= port && port <= other.to).map((other) => other.peer);
    if (peers.includes(rule.peer)) return true;
    return isNetwork(rule.peer) && coversCidr(peers.filter(isNetwork), rule.peer);
  });
}

/** The rules of `rules` that `others` together do not cover. */
export const beyond = (rules: readonly SecurityRule[], others: readonly SecurityRule[]): SecurityRule[] =>
  rules.filter((rule) => !covers(others, rule));

/** Whether a rule admits some port of `from`–`to` of a protocol. */
export const touches = (rule: SecurityRule, protocol: string, from: number, to: number): boolean =>
  admits(rule, protocol) && rule.from <= to && rule.to >= from;

/** Whether every port of `from`–`to` passes, each from or to some peer. */
export function passesSomewhere(rules: readonly SecurityRule[], protocol: string, from: number, to: number): boolean {
  const peerless = rules.map((rule) => ({ ...rule, peer: 'any' }));
  return covers(peerless, { protocol, from, to, peer: 'any' });
}

/** Whether some rule, or several together, admit a port from every address of IPv4 or of IPv6. */
export function isOpenToAnywhere(rules: readonly SecurityRule[], protocol: string, port: number): boolean {
  return Object.values(anywhere).some((peer) => covers(rules, { protocol, from: port, to: port, peer }));
}

/** Whether any port of any protocol is open to every address of IPv4 or of IPv6. */
export function hasPortOpenToAnywhere(rules: readonly SecurityRule[]): boolean {
  return rules.some(({ protocol, from }) => isOpenToAnywhere(rules, protocol, from));
}

/** Replaces prefix lists by their entries; `entriesOf` returns undefined for a list that was not read. */
export function expandPrefixLists(
  rules: readonly SecurityRule[],
  entriesOf: (prefixListId: string) => readonly Cidr[] | undefined,
): { rules: SecurityRule[]; unread: string[] } {
  const unread: string[] = [];
  const expanded = rules.flatMap((rule) => {
    if (!rule.peer.startsWith('pl-')) return [rule];
    const entries = entriesOf(rule.peer);
    if (entries === undefined) unread.push(rule.peer);
    return (entries ?? []).map((peer) => ({ ...rule, peer }));
  });
  return { rules: expanded, unread };
}

/** A rule as people write it: `tcp 1024-65535 10.0.0.0/16`, `all 0.0.0.0/0`, `icmp sg-0a1b`. */
export function formatRule({ protocol, from, to, peer }: SecurityRule): string {
  const whole = from === 0 && to === highestPort;
  const name = protocol === '-1' ? 'all' : protocol;
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    const type = Math.floor(from / 256);
    return whole ? `${name} ${peer}` : `${name} type ${type}${from === to ? ` code ${from % 256}` : ''} ${peer}`;
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return `${name} ${peer}`;
  return `${name} ${from === to ? from : `${from}-${to}`} ${peer}`;
}

/** Reads what {@link formatRule} writes, but for single ICMP types. @returns undefined when the text is no rule */
export function parseRule(text: string): SecurityRule | undefined {
  const match = /^(all|[a-z0-9]+)(?:\s+(\d+)(?:-(\d+))?)?\s+(\S+)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, name = '', first, last, peer = ''] = match;
  const protocol = names[name] ?? name;
  const where = /^(sg|pl)-/.test(peer) ? peer : toCidr(peer);
  if (where === undefined) return undefined;
  const from = first === undefined ? 0 : Number(first);
  const to = last !== undefined ? Number(last) : first === undefined ? highestPort : from;
  return { protocol, from, to, peer: where };
}
