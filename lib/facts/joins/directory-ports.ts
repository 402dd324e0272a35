import table from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import { sorted } from '../define.ts';
import { formatPort, portOf } from '../security-group/ports.ts';

export type Ports = ReturnType<typeof portOf>;

/** Ports of the guide's list that the controllers' group of a new directory leaves closed, and must not be edited for. */
export const closedByService: readonly Ports[] = table.closedByService.map(portOf);

/** The rest of the list: what is between WorkSpaces and controllers is open when AWS Directory Service made it. */
export const openedByService: readonly Ports[] = table.controllerPorts.map(portOf).flatMap(withoutClosed);

/** All ports that must be open between WorkSpaces and controllers. */
export const controllerPorts: readonly Ports[] = [...openedByService, ...closedByService];

/** What an AD Connector itself asks of the domain's DNS servers and controllers. */
export const connectorPorts: readonly Ports[] = table.connectorPorts.map(portOf);

/** The parts of a range that remain: `udp 137-138` without `udp 137` is `udp 138`. */
function withoutClosed(ports: Ports): Ports[] {
  return closedByService
    .filter(({ protocol }) => protocol === ports.protocol)
    .reduce<Ports[]>((parts, hole) => parts.flatMap((part) => cut(part, hole)), [ports]);
}

function cut(part: Ports, hole: Ports): Ports[] {
  if (hole.to < part.from || hole.from > part.to) return [part];
  const rest = [
    { ...part, to: hole.from - 1 },
    { ...part, from: hole.to + 1 },
  ];
  return rest.filter(({ from, to }) => from <= to);
}

/** Peers of which some are closed: `tcp 88` when all are, else one by one, `tcp 88 to 10.0.1.10`. */
export function closedTo(ports: Ports, closed: readonly string[], all: readonly string[], word: 'to' | 'from') {
  const name = formatPort(ports);
  return closed.length === all.length ? [name] : sorted(closed).map((peer) => `${name} ${word} ${peer}`);
}
