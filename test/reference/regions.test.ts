import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import levels from '../../rules/reference/authorization-levels.json' with { type: 'json' };
import zones from '../../rules/reference/availability-zones.json' with { type: 'json' };
import fips from '../../rules/reference/fips.json' with { type: 'json' };
import clients from '../../rules/reference/fips-clients.json' with { type: 'json' };
import limits from '../../rules/reference/limits.json' with { type: 'json' };
import features from '../../rules/reference/regional-features.json' with { type: 'json' };
import table from '../../rules/reference/regions.json' with { type: 'json' };
import { about, byRegion, knownRegions, protocol, region, source, sources, unique } from './shapes.ts';

const bounds = z.tuple([z.int(), z.int()]);

const shapes = {
  zones: z.strictObject({
    source,
    about,
    supportedZoneIds: byRegion(unique(z.string().regex(/^[a-z]+\d-az\d$/)).min(2)),
  }),
  features: z.strictObject({
    ...{ source: sources, about, smartCardPreSession: unique(region), webAccessPcoipUnsupported: unique(region) },
    webAccessAmazonLinuxDcv: unique(region),
    // China is in no other table.
    entraAndCustomDirectoriesUnsupported: unique(z.union([region, z.literal('cn-northwest-1')])),
  }),
  clients: z.strictObject({
    ...{ source, about, unlistedDeviceTypes: unique(z.string().startsWith('DeviceType')) },
    clients: z.array(
      z.strictObject({
        ...{ name: z.string(), deviceType: z.string().startsWith('DeviceType'), protocol: protocol.optional() },
        minimum: z
          .string()
          .regex(/^\d+\.\d+\.\d+$/)
          .nullable(),
      }),
    ),
  }),
  levels: z.strictObject({
    source: z.strictObject({ section: z.string(), url: z.url(), origin: z.literal('practice') }),
    ...{ about, verified: z.literal(false) },
    regions: z.record(z.enum(['fedramp-moderate', 'fedramp-high', 'dod-il2', 'dod-il4', 'dod-il5']), unique(region)),
  }),
  limits: z.strictObject({
    ...{ source: sources, about, idleDirectoryDays: z.int() },
    ipGroups: z.strictObject({ perDirectory: z.int(), perRegion: z.int(), rulesPerGroup: z.int() }),
    trustedDevices: z.strictObject({ rootCertificates: z.int() }),
    radius: z.strictObject({ timeoutSeconds: bounds, retries: bounds, defaultPort: z.int() }),
  }),
};

describe('what Regions offer', () => {
  test('has the shape that readers rely on', () => {
    expect(shapes.zones.parse(zones)).toEqual(zones);
    expect(shapes.features.parse(features)).toEqual(features);
    expect(shapes.clients.parse(clients)).toEqual(clients);
    expect(shapes.levels.parse(levels)).toEqual(levels);
    expect(shapes.limits.parse(limits)).toEqual(limits);
  });

  test('has zones for the Regions that offer WorkSpaces, in the order of the Regions', () => {
    const offering = Object.entries(table.regions).flatMap(([code, { offersWorkspaces }]) =>
      offersWorkspaces ? [code] : [],
    );
    expect(Object.keys(zones.supportedZoneIds)).toEqual(offering);
    expect(knownRegions.filter((code) => !offering.includes(code))).toEqual(['us-east-2']);
  });

  test('has as many zones in each Region as the guide, with the prefix of the Region, in order', () => {
    const rows = Object.entries(zones.supportedZoneIds);
    expect(rows.map(([code, ids]) => [code, ids.length, ids[0]?.replace(/-az\d$/, '')])).toEqual([
      ...[
        ['us-east-1', 3, 'use1'],
        ['us-west-2', 3, 'usw2'],
        ['ap-south-1', 3, 'aps1'],
        ['ap-northeast-2', 2, 'apne2'],
      ],
      ...[
        ['ap-southeast-1', 2, 'apse1'],
        ['ap-southeast-2', 2, 'apse2'],
        ['ap-northeast-1', 2, 'apne1'],
      ],
      ...[
        ['ca-central-1', 2, 'cac1'],
        ['eu-central-1', 2, 'euc1'],
        ['eu-west-1', 3, 'euw1'],
        ['eu-west-2', 2, 'euw2'],
      ],
      ...[
        ['eu-west-3', 3, 'euw3'],
        ['sa-east-1', 2, 'sae1'],
        ['af-south-1', 3, 'afs1'],
        ['il-central-1', 3, 'ilc1'],
      ],
      ...[
        ['us-gov-west-1', 3, 'usgw1'],
        ['us-gov-east-1', 3, 'usge1'],
      ],
    ]);
    for (const [, ids] of rows) {
      expect(ids).toEqual(ids.toSorted());
      expect(new Set(ids.map((id) => id.replace(/-az\d$/, ''))).size).toBe(1);
    }
  });

  test('puts GovCloud, and nothing else, into its partition', () => {
    const partitions = Object.entries(table.regions).map(([code, { partition }]) => [code, partition]);
    expect(partitions).toEqual(knownRegions.map((code) => [code, code.startsWith('us-gov-') ? 'aws-us-gov' : 'aws']));
  });

  test('keeps the closed lists of Regions', () => {
    const { source: _, about: __, ...facts } = features;
    expect(facts).toEqual({
      smartCardPreSession: [
        ...[
          'ap-southeast-2',
          'ap-northeast-1',
          'eu-west-1',
          'us-gov-east-1',
          'us-gov-west-1',
          'us-east-1',
          'us-west-2',
        ],
      ],
      webAccessPcoipUnsupported: [
        ...['us-gov-west-1', 'us-gov-east-1', 'ap-south-1', 'af-south-1', 'eu-central-1', 'il-central-1'],
      ],
      webAccessAmazonLinuxDcv: ['us-gov-west-1'],
      entraAndCustomDirectoriesUnsupported: ['af-south-1', 'il-central-1', 'cn-northwest-1'],
    });
    const endpoints = Object.entries(table.regions).flatMap(([code, row]) => (row.fips.workspaces ? [code] : []));
    expect(fips.endpointRegions).toEqual(endpoints);
    expect(levels.regions).toEqual({
      ...{ 'fedramp-moderate': endpoints, 'dod-il2': endpoints },
      ...{ 'fedramp-high': endpoints.slice(2), 'dod-il4': endpoints.slice(2), 'dod-il5': endpoints.slice(2) },
    });
  });

  test('keeps the numbers of the service', () => {
    const { source: _, about: __, ...facts } = limits;
    expect(facts).toEqual({
      ...{ ipGroups: { perDirectory: 25, perRegion: 100, rulesPerGroup: 10 }, trustedDevices: { rootCertificates: 2 } },
      ...{ radius: { timeoutSeconds: [1, 50], retries: [0, 10], defaultPort: 1812 }, idleDirectoryDays: 30 },
    });
    expect(clients.clients.map(({ name, minimum }) => `${name} ${minimum}`)).toEqual([
      ...['Windows 2.4.3', 'macOS 2.4.3', 'macOS 5.21.0', 'Linux 3.0.0', 'iOS 2.4.1', 'Android 2.4.1'],
      ...['Fire Tablet 2.4.1', 'ChromeOS 2.4.1', 'Web Access null'],
    ]);
  });
});
