import { excludeCidr } from 'cidr-tools';
import { anywhere, type Cidr, covers, openFamilies } from './addresses.ts';

/** An entry of a network ACL for IPv4, of one direction. */
export interface AclEntry {
  readonly number: number;
  readonly allows: boolean;
  /** A protocol number, or -1 for all. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly cidr: Cidr;
}

/** A range of ports, both ends included. */
export type PortRange = readonly [from: number, to: number];

const tcp = ['6', '-1'];

/**
 * The ports of `range` that the entries do not let TCP pass to or from every IPv4 address. Entries are asked in the
 * order of their numbers and the first match counts. Denials of parts of the internet ahead of an allowance are a block
 * list and do not count, unless together they leave nothing of it.
 *
 * @returns ranges in order
 */
export function portsShut(entries: readonly AclEntry[], [from, to]: PortRange): PortRange[] {
  const able = inOrder(entries).filter((entry) => tcp.includes(entry.protocol) && entry.from <= to && entry.to >= from);
  const edges = able.flatMap((entry) => [entry.from, entry.to + 1]).filter((port) => port > from && port <= to);
  const starts = [...new Set([from, ...edges])].sort((a, b) => a - b);
  const shut: [number, number][] = [];
  starts.forEach((start, index) => {
    if (isOpen(able.filter((entry) => entry.from <= start && start <= entry.to))) return;
    const end = (starts[index + 1] ?? to + 1) - 1;
    const last = shut.at(-1);
    if (last !== undefined && last[1] === start - 1) last[1] = end;
    else shut.push([start, end]);
  });
  return shut;
}

/** Entries that deny some of the ports to or from a part of the internet, and are asked before the last allowance. */
export function blockList(entries: readonly AclEntry[], [from, to]: PortRange): AclEntry[] {
  const able = inOrder(entries).filter((entry) => tcp.includes(entry.protocol) && entry.from <= to && entry.to >= from);
  const last = able.findLastIndex(({ allows }) => allows);
  return able.filter(({ allows, cidr }, index) => !allows && cidr !== anywhere.IPv4 && index < last);
}

const inOrder = (entries: readonly AclEntry[]): AclEntry[] => entries.toSorted((a, b) => a.number - b.number);

/** Whether entries for one port, in order, let all of IPv4 pass but for a block list. */
function isOpen(entries: readonly AclEntry[]): boolean {
  const allowed: Cidr[] = [];
  const denied: Cidr[] = [];
  for (const { allows, cidr } of entries) {
    if (allows) allowed.push(cidr);
    else if (cidr === anywhere.IPv4) break;
    else denied.push(...(allowed.length === 0 ? [cidr] : excludeCidr(cidr, allowed)));
  }
  return covers(allowed, anywhere.IPv4) && !openFamilies(denied).includes('IPv4');
}
