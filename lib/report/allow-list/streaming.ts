import dcv from '../../../rules/reference/dcv-gateways.json' with { type: 'json' };
import accelerator from '../../../rules/reference/global-accelerator.json' with { type: 'json' };
import health from '../../../rules/reference/health-checks.json' with { type: 'json' };
import pcoip from '../../../rules/reference/pcoip-gateways.json' with { type: 'json' };
import { type Entry, entry, portsText, type StreamingProtocol, type Wish } from './entry.ts';
import { fipsRegions, rowOf } from './regions.ts';

/** What clients reach to stream a desktop: health checks, gateways, accelerators. */
export const streaming = (wish: Wish): readonly Entry[] => [
  ...healthChecks(wish.region, 'pcoip'),
  ...healthChecks(wish.region, 'dcv'),
  ...pcoipGateways(wish.region),
  ...dcvGateways(wish.region),
  ...accelerators(wish.region),
  ...dcvDomains(wish),
];

interface Streams {
  readonly purpose: string;
  readonly protocol: StreamingProtocol;
  readonly ports: readonly (readonly number[])[];
  readonly section: string;
  readonly transport?: string;
  readonly when?: string | undefined;
  readonly remark?: string | undefined;
}

/** One entry per destination; a Region without any is told. */
function listed(region: string, destinations: readonly string[] | undefined, streams: Streams): readonly Entry[] {
  const { ports, remark, transport = 'TCP/UDP', ...given } = streams;
  const row = (destination: string | null, said: string | undefined) =>
    entry({
      ...{ region, direction: 'from client', destination, transport, ports: portsText(ports) },
      ...{ ...given, remark: said },
    });
  if (destinations === undefined) return [row(null, 'The guide lists none for this Region.')];
  return destinations.map((destination) => row(destination, remark));
}

function healthChecks(region: string, protocol: StreamingProtocol): readonly Entry[] {
  const servers = rowOf<{ readonly host: string; readonly addresses: readonly string[] }>(health.servers, region);
  return listed(region, servers && [servers.host, ...servers.addresses], {
    ...{ purpose: 'Health checks', protocol, ports: health.ports[protocol], section: health.source.section },
    remark: rowOf<string>(health.remarks, region),
  });
}

interface Ranges {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
}

function pcoipGateways(region: string): readonly Entry[] {
  const ranges = rowOf<Ranges>(pcoip.ranges, region);
  return listed(region, ranges && [...ranges.ipv4, ...ranges.ipv6], {
    ...{ purpose: 'PCoIP gateways', protocol: 'pcoip', ports: pcoip.ports, section: pcoip.source.section },
    remark: rowOf<string>(pcoip.remarks, region),
  });
}

const sectionOf = (fact: string): string => dcv.source.find(({ facts }) => facts.includes(fact))?.section ?? '';

function dcvGateways(region: string): readonly Entry[] {
  const ranges = rowOf<Ranges>(dcv.ranges, region);
  const cidrs = ranges && [...ranges.ipv4, ...ranges.ipv6];
  const common = { purpose: 'DCV gateways', protocol: 'dcv', remark: rowOf<string>(dcv.remarks, region) } as const;
  const browsers = { transport: 'TCP', when: 'Web Access, where port 4195 is blocked' };
  return [
    ...listed(region, cidrs, { ...common, ports: dcv.ports, section: sectionOf('ranges') }),
    ...listed(region, cidrs ?? [], {
      ...{ ...common, ...browsers, ports: dcv.webAccessPorts, section: sectionOf('webAccessPorts') },
    }),
  ];
}

/** A Region with an empty row has no accelerator endpoints at all, so that there is nothing to open. */
function accelerators(region: string): readonly Entry[] {
  const ipv4 = rowOf<readonly string[]>(accelerator.endpointRanges, region) ?? [];
  const ipv6 = ipv4.length === 0 ? [] : ['<ip-ranges:GLOBALACCELERATOR:GLOBAL>'];
  return listed(region, [...ipv4, ...ipv6], {
    ...{ purpose: 'AWS Global Accelerator endpoints', protocol: 'dcv', when: 'AWS Global Accelerator' },
    ...{ ports: dcv.ports, section: accelerator.source.section },
  });
}

function dcvDomains({ region, fips }: Wish): readonly Entry[] {
  const rows = (domains: Readonly<Record<string, string>>, when?: string) => {
    const domain = rowOf(domains, region);
    return listed(region, domain === undefined ? undefined : [domain], {
      ...{ purpose: 'DCV gateways', protocol: 'dcv', ports: dcv.ports, section: sectionOf('domains'), when },
    });
  };
  if (fips) return rows(dcv.fipsDomains);
  return [...rows(dcv.domains), ...(fipsRegions.includes(region) ? rows(dcv.fipsDomains, 'FIPS endpoints') : [])];
}
