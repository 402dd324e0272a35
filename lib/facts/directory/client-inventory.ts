import table from '../../../rules/reference/fips-clients.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, sorted } from '../define.ts';
import * as op from '../operations.ts';
import type { FactParameters } from '../parameters.ts';
import type { DirectoryContext } from './context.ts';
import { deviceFacts } from './devices.ts';

type Entry = FactParameters['clientInventory'][number];

interface Floor {
  readonly name: string;
  readonly protocol: string | undefined;
  readonly minimum: string;
}

/** The lowest versions of the clients of some device types; Web Access has none. */
const floorsOf = (devices: readonly string[]): Floor[] =>
  table.clients.flatMap(({ name, deviceType, minimum, ...rest }) => {
    const protocol = 'protocol' in rest ? rest.protocol : undefined;
    return minimum !== null && devices.includes(deviceType.replace(/^DeviceType/, ''))
      ? [{ name, protocol, minimum }]
      : [];
  });

/** The API calls DCV WSP. */
const protocolOf = (name: string): string => (name.toLowerCase() === 'wsp' ? 'dcv' : name.toLowerCase());

const holdsFor = (floor: Floor, { platform, protocol }: Entry): boolean =>
  floor.name.toLowerCase() === platform.toLowerCase() &&
  (floor.protocol === undefined || protocol === undefined || protocolOf(protocol) === floor.protocol);

/** Part by part as numbers: 5.9 is older than 5.21. */
function isBelow(version: string, minimum: string): boolean {
  const [own, least] = [version, minimum].map((text) => text.split('.').map(Number));
  for (const [index, part] of (least ?? []).entries()) {
    const difference = (own?.[index] ?? 0) - part;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const tellFloor = ({ name, protocol, minimum }: Floor): string =>
  `${name} ${minimum}${protocol === undefined ? '' : ` (${protocol === 'dcv' ? 'DCV' : 'PCoIP'})`}`;

const tellEntry = ({ platform, protocol, clientVersion }: Entry): string =>
  `${platform} ${clientVersion}${protocol === undefined ? '' : ` (${protocol})`}`;

function belowMinimum(context: DirectoryContext): string[] | Unknown {
  const devices = deviceFacts['devices.allowed']?.read(context);
  if (devices === undefined || isUnknown(devices) || !Array.isArray(devices)) {
    return isUnknown(devices) ? devices : new Unknown('it is not known which client types may connect');
  }
  const inventory = context.estate.parameters.clientInventory;
  const floors = floorsOf(devices.map(String));
  const below = inventory.filter((entry) =>
    floors.some((floor) => holdsFor(floor, entry) && isBelow(entry.clientVersion, floor.minimum)),
  );
  if (below.length > 0) return sorted(below.map(tellEntry));
  const untold = floors.filter((floor) => !inventory.some((entry) => holdsFor(floor, entry)));
  if (untold.length === 0) return [];
  const wanted = untold.map(tellFloor).join(', ');
  return new Unknown(`the parameter clientInventory tells no versions of clients that may connect: at least ${wanted}`);
}

/** Versions of clients, which no API tells. */
export const clientInventoryFacts: FactTable<DirectoryContext> = {
  'clients.belowMinimum': {
    type: 'list',
    about:
      'Clients in the parameter clientInventory that may connect and are older than FIPS endpoint encryption takes; unknown when there are none and the version of a client that may connect is not told.',
    from: [op.directories],
    read: belowMinimum,
  },
};
