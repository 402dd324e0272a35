import { describe, expect, it } from 'vitest';
import { beforeBaseline, cut, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { directory, routeTables, subnet } from './fleet-builders.ts';
import type { Case, Line, Scene } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'management-route-change-after-registration';
const says = (status: string) => ({ 'vpc-0a': status });
const passes = says('COMPLIANT');
const fails = says('NON_COMPLIANT MEDIUM');
const nothing = says('NOT_APPLICABLE');
const table = (...cidrs: readonly string[]): Line => ({
  type: 'RouteTable',
  resource: {
    ...{ RouteTableId: 'rtb-0a', VpcId: 'vpc-0a', Associations: [{ Main: true }] },
    Routes: [
      { DestinationCidrBlock: '10.20.0.0/16', GatewayId: 'local', State: 'active' },
      ...cidrs.map((DestinationCidrBlock) => ({ DestinationCidrBlock, GatewayId: 'vgw-1', State: 'active' })),
    ],
  },
});
const vpc: Line = {
  type: 'Vpc',
  resource: { VpcId: 'vpc-0a', CidrBlock: '10.20.0.0/16', CidrBlockAssociationSet: [{ CidrBlock: '10.20.0.0/16' }] },
};
const scene = (...cidrs: readonly string[]): Scene => ({
  lines: [directory({ Tenancy: 'SHARED' }), subnet('subnet-0a'), subnet('subnet-0b'), vpc, table(...cidrs)],
});
const since = (then: readonly string[], now: readonly string[]): Case => ({
  ...scene(...now),
  baseline: scene(...then),
});
const made = (destinationCidrBlock: string, name = 'CreateRoute', routeTableId = 'rtb-0a', at?: string) =>
  event(name, {
    request: { routeTableId, destinationCidrBlock, gatewayId: 'vgw-1' },
    ...(at === undefined ? {} : { at }),
  });
const [taken, dcv, free] = ['198.19.0.0/16', '10.99.0.0/16', '100.64.0.0/16'];

describe(rule, () => {
  itJudges(rule, {
    'fails a route on a management range that the baseline did not have': [refused(since([], [taken])), fails],
    'fails one on a range used for DCV': [refused(since([], [dcv])), fails],
    'fails one that overlaps it in part': [refused(since([], ['198.19.4.0/24'])), fails],
    'passes a new route elsewhere': [refused(since([], [free])), passes],
    'leaves out a VPC without a new route': [refused(since([taken], [taken])), nothing],
    'does not care for a default route': [refused(since([], ['0.0.0.0/0'])), nothing],
    'fails a route that CloudTrail shows being made, without a baseline': [
      withEvents(scene(taken), made(taken)),
      fails,
    ],
    'fails one that was replaced': [withEvents(scene(taken), made(taken, 'ReplaceRoute')), fails],
    'passes one that CloudTrail shows elsewhere': [withEvents(scene(free), made(free)), passes],
    'does not care for a route that is gone again': [withEvents(scene(), made(taken)), nothing],
    'does not care for another route table': [withEvents(scene(taken), made(taken, 'CreateRoute', 'rtb-9')), nothing],
    'does not care for one of before the baseline': [
      withEvents(since([taken], [taken]), made(taken, 'CreateRoute', 'rtb-0a', beforeBaseline)),
      nothing,
    ],
    'does not count a call that failed': [
      withEvents(
        scene(taken),
        event('CreateRoute', {
          request: { routeTableId: 'rtb-0a', destinationCidrBlock: taken },
          body: { errorCode: 'X' },
        }),
      ),
      nothing,
    ],
    'cannot tell without baseline and CloudTrail': [refused(scene(taken)), says(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell where nobody asked CloudTrail': [unasked(scene(taken)), says(`INSUFFICIENT_DATA ${trail}`)],
    'fails what was seen, whatever was not': [
      cut(scene(taken), '2026-11-01T00:00:00Z', ['ReplaceRoute'], made(taken)),
      fails,
    ],
    'cannot tell while routes were not read': [
      { ...refused(since([], [])), coverage: { [routeTables]: 'denied' } },
      says(`INSUFFICIENT_DATA ${routeTables}`),
    ],
    'cannot tell what is new against a baseline without routes': [
      refused({ ...scene(taken), baseline: { ...scene(), coverage: { [routeTables]: 'denied' } } }),
      says(`INSUFFICIENT_DATA ${trail}`),
    ],
    'leaves out a VPC whose directories are on dedicated hardware': [
      refused({
        lines: [directory({ Tenancy: 'DEDICATED' }), ...scene(taken).lines.slice(1)],
        baseline: scene(),
      }),
      nothing,
    ],
    'does not know the ranges of every Region': [
      refused({ ...since([], [taken]), region: 'us-east-2' }),
      says('INSUFFICIENT_DATA'),
    ],
  });

  it('names the route, and who made it', async () => {
    const result = await onlyResult(rule, withEvents(scene(taken), made(taken)));
    expect(result).toMatchObject({
      reason: 'Added routes that overlap management ranges of us-east-1: 198.19.0.0/16 of rtb-0a.',
      evidence: {
        'routes.changesSeen': [
          'CreateRoute by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z',
        ],
      },
    });
  });
});
