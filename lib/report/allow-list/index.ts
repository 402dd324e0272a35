import { clientDomains } from './client-domains.ts';
import { clientPorts } from './client-ports.ts';
import { directions, type Entry, type Wish } from './entry.ts';
import { managementInterface } from './management-interface.ts';
import { primaryInterface } from './primary-interface.ts';
import { streaming } from './streaming.ts';

export { allowListCsv } from './csv.ts';
export type { Entry, StreamingProtocol, Wish } from './entry.ts';
export { allowListJson } from './json.ts';
export { allowListRegions, fipsRegions } from './regions.ts';

/**
 * What a firewall must let through for a Region: by direction, then in the order of the tables.
 *
 * What the guide does not give is an entry without destination or ports, whose remark says so.
 */
export function allowList(wish: Wish): readonly Entry[] {
  const { region, protocol } = wish;
  const clients = [...clientPorts(wish), ...clientDomains(wish), ...streaming(wish)];
  const entries = [...clients, ...managementInterface(region), ...primaryInterface(region)];
  const wanted = entries.filter((entry) => protocol === undefined || (entry.protocol ?? protocol) === protocol);
  return directions.flatMap((direction) => wanted.filter((entry) => entry.direction === direction));
}
