import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import zones from '../../rules/reference/availability-zones.json' with { type: 'json' };
import domains from '../../rules/reference/client-domains.json' with { type: 'json' };
import ports from '../../rules/reference/client-ports.json' with { type: 'json' };
import fips from '../../rules/reference/fips.json' with { type: 'json' };
import saml from '../../rules/reference/saml.json' with { type: 'json' };
import {
  about,
  byRegion,
  host,
  hostTemplate,
  placeholder,
  ports as portRanges,
  region,
  remarks,
  source,
  sources,
  transport,
  unique,
} from './shapes.ts';

const text = z.string().min(1);

const domain = z
  .strictObject({
    ...{ purpose: text, host: z.union([hostTemplate, z.string().startsWith('<directory-id>.'), z.null()]) },
    ...{ path: z.string().startsWith('/').optional(), fips: hostTemplate.optional() },
    ...{ partition: z.enum(['aws', 'aws-us-gov']).optional(), regions: unique(region).min(1).optional() },
    ...{ except: byRegion(text).optional(), protocol: z.literal('pcoip').optional(), when: text.optional() },
    ...{ section: z.enum(['pcoip', 'region']).optional(), remark: text.optional() },
  })
  .refine(
    ({ regions, partition, except }) => regions === undefined || (partition === undefined && except === undefined),
  )
  .refine(
    ({ host: known, remark }) => known !== null || remark !== undefined,
    'a host that is not kept needs its reason',
  );

const openings = z.array(
  z.strictObject({
    ...{ purpose: text, transport, ports: portRanges, destination: z.union([host, placeholder]).optional() },
    ipRanges: z
      .array(z.tuple([z.enum(['AMAZON', 'EC2', 'S3']), z.union([region, z.enum(['GLOBAL', '{region}'])])]))
      .optional(),
  }),
);

const shapes = {
  domains: z.strictObject({ source: sources, about, domains: unique(domain) }),
  ports: z.strictObject({
    source: sources,
    about,
    client: openings,
    webAccess: openings,
    turnServers: byRegion(host),
    remarks,
  }),
  saml: z.strictObject({ source, about, regions: unique(region), relayStateHosts: byRegion(host) }),
  fips: z.strictObject({ source, about, endpointRegions: unique(region), relayStateHosts: byRegion(host) }),
};

describe('what clients reach', () => {
  test('has the shape that readers rely on', () => {
    expect(shapes.domains.safeParse(domains).error).toBeUndefined();
    expect(shapes.ports.parse(ports)).toEqual(ports);
    expect(shapes.saml.parse(saml)).toEqual(saml);
    expect(shapes.fips.parse(fips)).toEqual(fips);
  });

  test('has as many domains of each purpose as the guide', () => {
    const purposes = Map.groupBy(domains.domains, ({ purpose }) => purpose);
    expect(Object.fromEntries([...purposes].map(([purpose, all]) => [purpose, all.length]))).toEqual({
      ...{
        CAPTCHA: 1,
        'Client auto-update': 3,
        'Connectivity check': 1,
        'Client metrics': 1,
        'Client metrics (IPv6)': 1,
      },
      ...{ 'Dynamic messaging': 1, 'Dynamic messaging (IPv6)': 1, 'Directory settings: authentication': 1 },
      ...{ 'Directory settings: macOS clients': 1, 'Directory settings': 3, 'Login page graphics (legacy)': 1 },
      ...{ 'Login page graphics': 5, 'Login page style sheet': 3, 'Login page script': 10, 'Forrester log service': 1 },
      ...{ 'Pre-session smart cards': 7, 'Registration dependency': 1, 'User login pages': 12, 'WS broker': 1 },
      ...{ 'WS broker (IPv6)': 1, 'WorkSpaces API': 1, 'WorkSpaces API (IPv6)': 1, 'Session broker (PCM)': 1 },
      ...{ 'Session broker (PCM) (IPv6)': 1, 'SAML 2.0 sign-in': 1 },
    });
    expect(Object.keys(ports.turnServers)).toHaveLength(12);
  });

  test('names a login page script, or the reason why not, once for each commercial Region', () => {
    const commercial = Object.keys(zones.supportedZoneIds).filter((code) => !code.startsWith('us-gov-'));
    const named = domains.domains
      .filter(({ purpose }) => purpose === 'Login page script')
      .flatMap(({ regions }) => regions ?? []);
    expect(named.toSorted()).toEqual(commercial.toSorted());
  });

  test('has a relay state for each Region with SAML 2.0, named after it', () => {
    const suffixOf = (code: string) => (code.startsWith('us-gov-') ? 'amazonaws-us-gov.com' : 'aws.amazon.com');
    expect(saml.regions).toHaveLength(16);
    expect(saml.relayStateHosts).toEqual(
      Object.fromEntries(saml.regions.map((code) => [code, `workspaces.euc-sso.${code}.${suffixOf(code)}`])),
    );
    expect(fips.relayStateHosts).toEqual(
      Object.fromEntries(
        fips.endpointRegions.map((code) => [code, `workspaces.euc-sso-fips.${code}.${suffixOf(code)}`]),
      ),
    );
  });
});
