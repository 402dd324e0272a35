import { type Entry, entry, portsText, type StreamingProtocol } from './entry.ts';

/** A port of a network interface, as the tables have it. */
export interface Port {
  readonly direction: string;
  readonly transport: string;
  readonly ports: readonly (readonly number[])[];
  readonly purpose: string;
  readonly destination?: string | undefined;
  readonly protocol?: string | undefined;
  readonly when?: string | undefined;
  readonly remark?: string | undefined;
}

/** One port of an interface of a WorkSpace as an entry; what the table leaves out is said. */
export function portEntry(
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

/** The open spelling of a table as a protocol. */
export const protocolOf = (name: string | undefined): StreamingProtocol | undefined =>
  name === 'dcv' || name === 'pcoip' ? name : undefined;
