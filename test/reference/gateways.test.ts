import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import dcv from '../../rules/reference/dcv-gateways.json' with { type: 'json' };
import accelerator from '../../rules/reference/global-accelerator.json' with { type: 'json' };
import health from '../../rules/reference/health-checks.json' with { type: 'json' };
import pcoip from '../../rules/reference/pcoip-gateways.json' with { type: 'json' };
import { about, address, byRegion, host, network, ports, remarks, source, sources, unique } from './shapes.ts';

const ranges = byRegion(z.strictObject({ ipv4: unique(network).min(1), ipv6: unique(network).length(1) }));

const shapes = {
  pcoip: z.strictObject({ source, about, ports, ranges, remarks }),
  dcv: z.strictObject({
    ...{ source: sources, about, ports, webAccessPorts: ports, ranges, remarks },
    ...{ domains: byRegion(host), fipsDomains: byRegion(host) },
  }),
  health: z.strictObject({
    ...{ source, about, remarks, ports: z.strictObject({ pcoip: ports, dcv: ports }) },
    servers: byRegion(z.strictObject({ host, addresses: unique(address).min(2) })),
  }),
  accelerator: z.strictObject({ source, about, endpointRanges: byRegion(unique(network)) }),
};

describe('gateways and health checks', () => {
  test('have the shape that readers rely on', () => {
    expect(shapes.pcoip.parse(pcoip)).toEqual(pcoip);
    expect(shapes.dcv.parse(dcv)).toEqual(dcv);
    expect(shapes.health.parse(health)).toEqual(health);
    expect(shapes.accelerator.parse(accelerator)).toEqual(accelerator);
  });

  test('have as many entries as the guide', () => {
    expect(counts(pcoip.ranges)).toEqual({
      ...{ 'us-east-1': [4, 1], 'us-west-2': [3, 1], 'ap-south-1': [1, 1], 'ap-northeast-2': [3, 1] },
      ...{ 'ap-southeast-1': [3, 1], 'ap-southeast-2': [3, 1], 'ap-northeast-1': [3, 1], 'ca-central-1': [3, 1] },
      ...{ 'eu-central-1': [3, 1], 'eu-west-1': [2, 1], 'eu-west-2': [3, 1], 'eu-west-3': [1, 1], 'sa-east-1': [3, 1] },
      ...{ 'af-south-1': [1, 1], 'il-central-1': [1, 1], 'us-gov-west-1': [1, 1], 'us-gov-east-1': [1, 1] },
    });
    expect(counts(dcv.ranges)).toEqual({
      ...{ 'us-east-1': [2, 1], 'us-east-2': [1, 1], 'us-west-2': [1, 1], 'ap-south-1': [1, 1] },
      ...{ 'ap-northeast-2': [1, 1], 'ap-southeast-1': [1, 1], 'ap-southeast-2': [1, 1], 'ap-northeast-1': [1, 1] },
      ...{ 'ca-central-1': [1, 1], 'eu-central-1': [1, 1], 'eu-west-1': [1, 1], 'eu-west-2': [1, 1] },
      ...{ 'eu-west-3': [1, 1], 'sa-east-1': [1, 1], 'af-south-1': [1, 1], 'il-central-1': [1, 1] },
      ...{ 'us-gov-west-1': [3, 1], 'us-gov-east-1': [1, 1] },
    });
    expect(Object.entries(health.servers).map(([region, { addresses }]) => [region, addresses.length])).toEqual([
      ...[
        ['us-east-1', 6],
        ['us-west-2', 6],
        ['ap-south-1', 2],
        ['ap-northeast-2', 4],
        ['ap-southeast-1', 4],
      ],
      ...[
        ['ap-southeast-2', 2],
        ['ap-northeast-1', 2],
        ['ca-central-1', 4],
        ['eu-central-1', 4],
        ['eu-west-1', 3],
      ],
      ...[
        ['eu-west-2', 4],
        ['eu-west-3', 3],
        ['sa-east-1', 4],
        ['af-south-1', 3],
        ['il-central-1', 3],
      ],
      ...[
        ['us-gov-west-1', 6],
        ['us-gov-east-1', 2],
      ],
    ]);
  });

  test('have a DCV domain named after each Region that offers WorkSpaces, and a FIPS one where there are FIPS endpoints', () => {
    const regions = Object.keys(pcoip.ranges);
    expect(dcv.domains).toEqual(named(regions, (region) => `*.prod.${region}.highlander.aws.a2z.com`));
    const fips = ['us-east-1', 'us-west-2', 'us-gov-west-1', 'us-gov-east-1'];
    expect(dcv.fipsDomains).toEqual(named(fips, (region) => `*.wsp-fips.prod.${region}.highlander.aws.a2z.com`));
  });

  test('share no range between Regions, save the addresses that a remark tells of', () => {
    const gateways = [...Object.values(pcoip.ranges), ...Object.values(dcv.ranges)];
    const all = [
      ...gateways.flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6]),
      ...Object.values(accelerator.endpointRanges).flat(),
    ];
    expect(all.filter((range, index) => all.indexOf(range) !== index)).toEqual([]);
    const checks = Object.values(health.servers).flatMap(({ addresses }) => addresses);
    const twice = checks.filter((one, index) => checks.indexOf(one) !== index);
    expect(twice).toEqual(health.servers['eu-west-3'].addresses);
    expect(health.remarks['eu-west-3']).toBe('The guide prints the addresses of Tel Aviv for this Region.');
  });

  test('give the accelerators two neighbouring networks in each Region, and none in GovCloud', () => {
    const rows = Object.entries(accelerator.endpointRanges);
    expect(rows.filter(([, list]) => list.length === 0).map(([region]) => region)).toEqual([
      'us-gov-west-1',
      'us-gov-east-1',
    ]);
    const third = rows.flatMap(([, list]) => list.map((range) => Number(/^93\.77\.(\d+)\.0\/24$/.exec(range)?.[1])));
    expect(third.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, index) => 128 + index));
  });
});

const counts = (
  rows: Readonly<Record<string, { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] }>>,
) => named(Object.keys(rows), (region) => [rows[region]?.ipv4.length, rows[region]?.ipv6.length]);

const named = <T>(regions: readonly string[], of: (region: string) => T) =>
  Object.fromEntries(regions.map((region) => [region, of(region)]));
