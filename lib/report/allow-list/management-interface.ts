import management from '../../../rules/reference/management-interface.json' with { type: 'json' };
import type { Entry, StreamingProtocol } from './entry.ts';
import { type Port, portEntry, protocolOf } from './interface-ports.ts';
import { rowOf } from './regions.ts';

const sectionOf = (fact: string): string => management.source.find(({ facts }) => facts.includes(fact))?.section ?? '';

/** What the management interface (eth0) of a WorkSpace needs, at each address that it can have. */
export function managementInterface(region: string): readonly Entry[] {
  const ports: readonly Port[] = management.ports;
  const section = sectionOf('ports');
  const inward = ports.filter(({ direction }) => direction === 'in');
  const outward = ports.filter(({ direction }) => direction === 'out');
  return [
    ...addresses(region).flatMap((address) => inward.flatMap((port) => opened(port, address, region, section))),
    ...outward.map((port) => portEntry(port, 'from management interface', port.destination ?? null, region, section)),
  ];
}

/** Addresses that management interfaces can have. */
interface Address {
  readonly cidr: string | null;
  readonly protocol?: StreamingProtocol | undefined;
  readonly when?: string | undefined;
  readonly remark?: string | undefined;
}

function addresses(region: string): readonly Address[] {
  const ranges = rowOf<{ readonly common: readonly string[]; readonly dcv: readonly string[] }>(
    management.ranges,
    region,
  );
  const { pcoip, dcv } = management.byol;
  const dcvOnly = { protocol: 'dcv' } as const;
  const common = ranges?.common.map((cidr) => ({ cidr })) ?? [
    { cidr: null, remark: 'The guide lists no range for this Region.' },
  ];
  return [
    ...common,
    ...(ranges?.dcv ?? []).map((cidr) => ({ cidr, ...dcvOnly, remark: rangeRemark(region, cidr) })),
    ...['<byol-management-range>', ...pcoip].map((cidr) => ({ cidr, when: 'BYOL' })),
    ...dcv.filter((cidr) => !pcoip.includes(cidr)).map((cidr) => ({ cidr, ...dcvOnly, when: 'BYOL' })),
  ];
}

/** A remark is on the range that it begins with. */
function rangeRemark(region: string, cidr: string): string | undefined {
  const remark = rowOf<string>(management.remarks, region);
  return remark?.startsWith(cidr) === true ? remark : undefined;
}

function opened(port: Port, address: Address, region: string, section: string): readonly Entry[] {
  const wanted = protocolOf(port.protocol);
  if (wanted !== undefined && address.protocol !== undefined && wanted !== address.protocol) return [];
  const when = [address.when, port.when].filter((text) => text !== undefined).join(', ');
  const both = { ...port, protocol: wanted ?? address.protocol, when: when === '' ? undefined : when };
  return [portEntry({ ...both, remark: address.remark }, 'to management interface', address.cidr, region, section)];
}
