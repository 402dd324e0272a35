import data from '../../../rules/reference/client-ports.json' with { type: 'json' };
import fipsTable from '../../../rules/reference/fips.json' with { type: 'json' };
import features from '../../../rules/reference/regional-features.json' with { type: 'json' };
import saml from '../../../rules/reference/saml.json' with { type: 'json' };
import { type Entry, entry, portsText, type Wish } from './entry.ts';
import { rowOf } from './regions.ts';

interface Opening {
  readonly purpose: string;
  readonly transport: string;
  readonly ports: readonly (readonly number[])[];
  readonly destination?: string | undefined;
  /** Service and Region of entries of ip-ranges.json. */
  readonly ipRanges?: readonly (readonly string[])[] | undefined;
}

/** What client applications and browsers reach beside the domains of the service. */
export function clientPorts({ region, fips }: Wish): readonly Entry[] {
  return [
    ...openings(data.client, region, sectionOf('client')),
    ...openings(data.webAccess, region, sectionOf('webAccess'), 'Web Access'),
    ...turnServers(region),
    ...relayStates(region, fips),
  ];
}

const sectionOf = (fact: string): string => data.source.find(({ facts }) => facts.includes(fact))?.section ?? '';

const openings = (all: readonly Opening[], region: string, section: string, when?: string): readonly Entry[] =>
  all.flatMap(({ purpose, transport, ports, destination, ipRanges = [] }) => {
    const sets = ipRanges.map(([service, of]) => `<ip-ranges:${service}:${of === '{region}' ? region : of}>`);
    const destinations = new Set(destination === undefined ? sets : [destination, ...sets]);
    return [...destinations].map((one) =>
      entry({
        ...{ region, direction: 'from client', purpose, destination: one, transport, section, when },
        ports: portsText(ports),
      }),
    );
  });

function turnServers(region: string): readonly Entry[] {
  const host = rowOf<string>(data.turnServers, region);
  if (host === undefined && features.webAccessPcoipUnsupported.includes(region)) return [];
  const noted = host === undefined ? 'The guide lists none for this Region.' : 'The guide names no port.';
  return [
    entry({
      ...{
        region,
        direction: 'from client',
        purpose: 'Web Access TURN servers',
        protocol: 'pcoip',
        when: 'Web Access',
      },
      ...{ destination: host ?? null, transport: 'TCP/UDP', ports: null, section: sectionOf('turnServers') },
      remark: [noted, rowOf<string>(data.remarks, region)].filter((text) => text !== undefined).join(' '),
    }),
  ];
}

function relayStates(region: string, fips: boolean): readonly Entry[] {
  const ordinary = rowOf<string>(saml.relayStateHosts, region);
  const validated = rowOf<string>(fipsTable.relayStateHosts, region);
  const row = (destination: string | null, when: string, remark?: string) =>
    entry({
      ...{ region, direction: 'from client', purpose: 'SAML 2.0 relay state', destination, when, remark },
      ...{ transport: 'TCP', ports: '443', section: saml.source.section },
    });
  if (fips) return validated === undefined ? [] : [row(validated, 'SAML 2.0')];
  if (ordinary === undefined) return [row(null, 'SAML 2.0', 'The guide does not offer SAML 2.0 in this Region.')];
  return [
    row(ordinary, 'SAML 2.0'),
    ...(validated === undefined ? [] : [row(validated, 'SAML 2.0 with FIPS endpoints')]),
  ];
}
