import directory from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import management from '../../../rules/reference/management-interface.json' with { type: 'json' };
import primary from '../../../rules/reference/primary-interface.json' with { type: 'json' };
import { type Entry, entry, portsText, type StreamingProtocol } from './entry.ts';
import { rowOf } from './regions.ts';

interface Port {
  readonly direction: string;
  readonly transport: string;
  readonly ports: readonly (readonly number[])[];
  readonly purpose: string;
  readonly destination?: string | undefined;
  readonly protocol?: string | undefined;
  readonly when?: string | undefined;
  readonly remark?: string | undefined;
}

/** What the two network interfaces of a WorkSpace need. */
export const interfaces = (region: string): readonly Entry[] => [...managementPorts(region), ...primaryPorts(region)];

const sectionOf = (fact: string): string => management.source.find(({ facts }) => facts.includes(fact))?.section ?? '';

function managementPorts(region: string): readonly Entry[] {
  const ports: readonly Port[] = management.ports;
  const section = sectionOf('ports');
  const inward = ports.filter(({ direction }) => direction === 'in');
  const outward = ports.filter(({ direction }) => direction === 'out');
  return [
    ...addresses(region).flatMap((address) => inward.flatMap((port) => opened(port, address, region, section))),
    ...outward.map((port) => row(port, 'from management interface', port.destination ?? null, region, section)),
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
  return [row({ ...both, remark: address.remark }, 'to management interface', address.cidr, region, section)];
}

function row(
  port: Port,
  direction: Entry['direction'],
  destination: string | null,
  region: string,
  section: string,
): Entry {
  const { purpose, transport, ports, protocol, when, remark } = port;
  const open = [
    ...(direction.startsWith('from') && destination === null ? ['The guide names no destination.'] : []),
    ...(ports.length === 0 ? ['The guide names no port.'] : []),
  ];
  const said = [remark, ...open].filter((text) => text !== undefined);
  return entry({
    ...{ region, direction, purpose, destination, transport, ports: portsText(ports), when, section },
    protocol: protocolOf(protocol),
    remark: said.length === 0 ? null : said.join(' '),
  });
}

const protocolOf = (name: string | undefined): StreamingProtocol | undefined =>
  name === 'dcv' || name === 'pcoip' ? name : undefined;

function primaryPorts(region: string): readonly Entry[] {
  const { section } = primary.source;
  const internet: readonly Port[] = primary.internet;
  return [
    ...internet.map((port) => {
      const direction = port.direction === 'in' ? 'to primary interface' : 'from primary interface';
      return row(port, direction, port.destination ?? null, region, section);
    }),
    ...directory.controllerPorts.map(([transport, from, to]) =>
      entry({
        ...{ region, direction: 'from primary interface', purpose: 'Directory controllers', section },
        ...{ destination: '<directory-controllers>', transport: `${transport}`.toUpperCase() },
        ports: portsText([[Number(from), Number(to)]]),
      }),
    ),
  ];
}
