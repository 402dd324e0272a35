import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import byol from '../../rules/reference/byol.json' with { type: 'json' };
import management from '../../rules/reference/management-interface.json' with { type: 'json' };
import primary from '../../rules/reference/primary-interface.json' with { type: 'json' };
import {
  about,
  address,
  byRegion,
  network,
  placeholder,
  ports,
  protocol,
  region,
  remarks,
  source,
  sources,
  transport,
  unique,
} from './shapes.ts';

const openings = z.array(
  z.strictObject({
    ...{ direction: z.enum(['in', 'out']), transport, ports, purpose: z.string().min(1) },
    ...{ destination: z.union([network, address, placeholder]).optional(), protocol: protocol.optional() },
    ...{ when: z.string().min(1).optional(), remark: z.string().min(1).optional() },
  }),
);

const shapes = {
  management: z.strictObject({
    ...{ source: sources, about, remarks, ports: openings },
    ranges: byRegion(z.strictObject({ common: unique(network).min(1), dcv: unique(network).min(1) })),
    byol: z.strictObject({ pcoip: unique(network), dcv: unique(network) }),
  }),
  primary: z.strictObject({ source, about, internet: openings }),
  byol: z.strictObject({
    ...{ source, about, minimumNonGpu: z.int(), minimumByRegion: byRegion(z.int()) },
    minimumGpu: z.strictObject({ alwaysOn: z.int(), autoStop: z.int() }),
    ...{
      managementSupernets: unique(network),
      managementPrefixLength: z.literal(16),
      graphicsUnsupported: unique(region),
    },
  }),
};

describe('interfaces of a WorkSpace', () => {
  test('have the shape that readers rely on', () => {
    expect(shapes.management.parse(management)).toEqual(management);
    expect(shapes.primary.parse(primary)).toEqual(primary);
    expect(shapes.byol.parse(byol)).toEqual(byol);
  });

  test('have as many management ranges in each Region as the guide', () => {
    const rows = Object.entries(management.ranges).map(([code, { common, dcv }]) => [code, common.length, dcv.length]);
    expect(rows).toEqual([
      ...[
        ['us-east-1', 3, 1],
        ['us-west-2', 3, 1],
        ['ap-south-1', 1, 1],
        ['ap-northeast-2', 1, 1],
      ],
      ...[
        ['ap-southeast-1', 1, 1],
        ['ap-southeast-2', 3, 1],
        ['ap-northeast-1', 1, 1],
        ['ca-central-1', 1, 1],
      ],
      ...[
        ['eu-central-1', 1, 1],
        ['eu-west-1', 3, 1],
        ['eu-west-2', 1, 1],
        ['eu-west-3', 1, 1],
        ['sa-east-1', 1, 1],
      ],
      ...[
        ['af-south-1', 2, 1],
        ['il-central-1', 1, 1],
        ['us-gov-west-1', 1, 2],
        ['us-gov-east-1', 1, 1],
      ],
    ]);
  });

  test('take 10.0.0.0/8 for DCV everywhere, and public address space in one Region alone', () => {
    const further = Object.entries(management.ranges).map(([code, { dcv }]) => [
      code,
      dcv.filter((cidr) => cidr !== '10.0.0.0/8'),
    ]);
    expect(further.filter(([, ranges]) => ranges?.length !== 0)).toEqual([['us-gov-west-1', ['192.169.0.0/16']]]);
    expect(Object.values(management.ranges).filter(({ dcv }) => !dcv.includes('10.0.0.0/8'))).toEqual([]);
  });

  test('have as many ports as the guide lists', () => {
    expect(management.ports.filter(({ direction }) => direction === 'in')).toHaveLength(6);
    expect(management.ports.filter(({ direction }) => direction === 'out')).toHaveLength(11);
    expect(primary.internet).toHaveLength(2);
  });

  test('keep the minimums and supernets of BYOL', () => {
    const { source: _, about: __, ...facts } = byol;
    expect(facts).toEqual({
      ...{ minimumNonGpu: 50, minimumByRegion: { 'af-south-1': 400 }, minimumGpu: { alwaysOn: 4, autoStop: 20 } },
      managementSupernets: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15'],
      ...{ managementPrefixLength: 16, graphicsUnsupported: ['af-south-1', 'il-central-1'] },
    });
    expect(management.byol).toEqual({ pcoip: ['54.239.224.0/20'], dcv: ['54.239.224.0/20', '10.0.0.0/8'] });
  });
});
