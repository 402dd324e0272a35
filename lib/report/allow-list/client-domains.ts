import data from '../../../rules/reference/client-domains.json' with { type: 'json' };
import features from '../../../rules/reference/regional-features.json' with { type: 'json' };
import { type Entry, entry, type Wish } from './entry.ts';
import { fipsRegions, offersWorkspaces, partitionOf } from './regions.ts';

interface Domain {
  readonly purpose: string;
  readonly host: string | null;
  readonly path?: string | undefined;
  readonly fips?: string | undefined;
  readonly partition?: string | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly except?: Readonly<Record<string, string | undefined>> | undefined;
  readonly protocol?: string | undefined;
  readonly when?: string | undefined;
  readonly section?: string | undefined;
  readonly remark?: string | undefined;
}

const domains: readonly Domain[] = data.domains;

/** The domains that clients reach on port 443, and those that other Regions have and this one lacks. */
export function clientDomains(wish: Wish): readonly Entry[] {
  const lacked = new Set<string>();
  return domains.flatMap((domain) => {
    const missing = lackOf(domain, wish.region);
    if (missing === undefined) return holds(domain, wish.region) ? hostsOf(domain, wish) : [];
    // Several domains of one purpose, all lacking: once is enough.
    if (lacked.has(domain.purpose)) return [];
    lacked.add(domain.purpose);
    return [row(domain, wish.region, null, domain.when, missing)];
  });
}

function holds({ partition, regions }: Domain, region: string): boolean {
  if (regions !== undefined) return regions.includes(region);
  return partition === undefined || partition === partitionOf(region);
}

/** Why a Region lacks a domain that its neighbours have; undefined when it does not, or when they have it not either. */
function lackOf({ host, partition, regions, except }: Domain, region: string): string | undefined {
  const everywhere = partition === undefined && host?.includes('{region}') !== true;
  if (regions !== undefined || everywhere) return undefined;
  if (partition !== undefined && partition !== partitionOf(region)) return undefined;
  return except?.[region] ?? (offersWorkspaces(region) ? undefined : 'The guide lists none for this Region.');
}

function hostsOf(domain: Domain, { region, fips }: Wish): readonly Entry[] {
  const fipsHost = fipsRegions.includes(region) ? domain.fips : undefined;
  const plain = fips && fipsHost !== undefined ? [] : [row(domain, region, domain.host, domain.when)];
  const and = domain.when === undefined || fips ? domain.when : `${domain.when} with FIPS endpoints`;
  const validated =
    fipsHost === undefined ? [] : [row(domain, region, fipsHost, fips ? and : (and ?? 'FIPS endpoints'))];
  return [...plain, ...validated];
}

function row(domain: Domain, region: string, host: string | null, when: string | undefined, lack?: string): Entry {
  const { purpose, path, protocol, section, remark } = domain;
  return entry({
    ...{ region, direction: 'from client', purpose, transport: 'TCP/UDP', ports: '443', when },
    destination: host === null ? null : host.replaceAll('{region}', region),
    path: host === null ? null : path?.replaceAll('{region}', region),
    protocol: protocol === 'pcoip' ? 'pcoip' : null,
    section: sectionOf(section),
    remark: lack ?? remark ?? smartCardRemark(when, region),
  });
}

const sectionOf = (name: string | undefined): string =>
  data.source.find(({ facts }) => facts.includes(name === undefined ? 'domains' : `domains.${name}`))?.section ?? '';

const smartCardRemark = (when: string | undefined, region: string): string | undefined =>
  when !== 'smart cards' || features.smartCardPreSession.includes(region)
    ? undefined
    : 'The guide lists the domain, but does not offer pre-session smart cards in this Region.';
