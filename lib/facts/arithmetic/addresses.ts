import { isIPv4, isIPv6 } from 'node:net';
import { excludeCidr, mergeCidr, normalizeCidr, overlapCidr, parseCidr } from 'cidr-tools';
import reserved from '../../../rules/reference/reserved-addresses.json' with { type: 'json' };

/** IPv4 or IPv6 network in canonical form, such as `198.51.100.0/24`. */
export type Cidr = string;

export const anywhere = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;
export type Family = keyof typeof anywhere;

/** IPv4 space that can be the source of a client on the internet: all of it but RFC 6890's special ranges. */
const publicIpv4 = excludeCidr(anywhere.IPv4, reserved.neverASource);
/** IPv6 global unicast, RFC 4291. */
const publicIpv6 = ['2000::/3'];

export const familyOf = (cidr: Cidr): Family => (cidr.includes(':') ? 'IPv6' : 'IPv4');

/**
 * Reads an address or network strictly: `300.1.1.1`, `1.2.3` and `10.0.0.0/33` are refused. A bare address is one
 * address; host bits below the mask are ignored.
 *
 * @returns the canonical network, or undefined when the text is none
 */
export function toCidr(text: string): Cidr | undefined {
  const [ip = '', prefix, ...more] = text.trim().split('/');
  const width = isIPv4(ip) ? 32 : isIPv6(ip) && !ip.includes('%') ? 128 : 0;
  if (width === 0 || more.length > 0) return undefined;
  if (prefix === undefined) return normalizeCidr(`${ip}/${width}`);
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > width) return undefined;
  return normalizeCidr(`${ip}/${Number(prefix)}`);
}

export const isSingleAddress = (cidr: Cidr): boolean => cidr.endsWith(familyOf(cidr) === 'IPv4' ? '/32' : '/128');

/** Whether the union of `ranges` contains all of `cidr`. */
export function covers(ranges: readonly Cidr[], cidr: Cidr): boolean {
  if (ranges.length === 0) return false;
  if (ranges.includes(cidr)) return true;
  const { start, end, version } = parseCidr(cidr);
  return blocksOf(ranges).some((block) => block.version === version && block.start <= start && end <= block.end);
}

/**
 * Merging is the expensive half of the question, and the same ranges are asked about many addresses. Merged networks
 * are aligned blocks, and no aligned network spans two of them unless they had been merged.
 */
function blocksOf(ranges: readonly Cidr[]): readonly Block[] {
  let blocks = merged.get(ranges);
  if (blocks === undefined) {
    blocks = mergeCidr([...ranges]).map(parseCidr);
    merged.set(ranges, blocks);
  }
  return blocks;
}

type Block = ReturnType<typeof parseCidr>;
const merged = new WeakMap<readonly Cidr[], readonly Block[]>();

/** Families of which `ranges` together admit every address a client on the internet can have. */
export function openFamilies(ranges: readonly Cidr[]): Family[] {
  const open: Family[] = [];
  if (publicIpv4.every((part) => covers(ranges, part))) open.push('IPv4');
  if (publicIpv6.every((part) => covers(ranges, part))) open.push('IPv6');
  return open;
}

/** Whether all of `cidr` lies in IPv4 ranges that are never the source of a client. */
export const isReserved = (cidr: Cidr): boolean => familyOf(cidr) === 'IPv4' && covers(reserved.neverASource, cidr);

/** Whether some of `cidr` lies in such ranges. */
export const touchesReserved = (cidr: Cidr): boolean =>
  familyOf(cidr) === 'IPv4' && overlapCidr(cidr, reserved.neverASource);

/** Whether all of `cidr` lies in the ranges set aside for documentation (RFC 5737). */
export const isDocumentation = (cidr: Cidr): boolean =>
  familyOf(cidr) === 'IPv4' && covers(reserved.documentation, cidr);
