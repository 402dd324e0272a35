import directory from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import primary from '../../../rules/reference/primary-interface.json' with { type: 'json' };
import { type Entry, entry, portsText } from './entry.ts';
import { type Port, portEntry } from './interface-ports.ts';

/** What the primary interface (eth1) of a WorkSpace needs: the internet, and its directory. */
export function primaryInterface(region: string): readonly Entry[] {
  const { section } = primary.source;
  const internet: readonly Port[] = primary.internet;
  return [
    ...internet.map((port) => {
      const direction = port.direction === 'in' ? 'to primary interface' : 'from primary interface';
      return portEntry(port, direction, port.destination ?? null, region, section);
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
