import { expect, test } from 'vitest';
import { answer, type Judged, noFilter, renderText } from '../../../lib/chat/index.ts';
import {
  before,
  directory,
  east,
  found,
  gapOf,
  lastNight,
  partsOf,
  placeOf,
  remembered,
  rememberedGap,
} from './memory.ts';

const ask = (parts: ReturnType<typeof partsOf>, { directories }: { readonly directories: (typeof directory)[] }) =>
  answer({ kind: 'status', of: { ...noFilter, directories } }, parts);

const judged: Judged = {
  ...{ ...east, capturedAt: before(0.5), snapshot: 'snapshots/a', report: 'reports/a', coverage: [] },
  results: [found('ws-1')],
};

test('a directory is told from its newest look', async () => {
  const ledger = placeOf({ findings: [remembered(found('ws-1'), before(9)), remembered(found('ws-7'))] });
  const { reply, data } = await ask(partsOf([ledger], { directory: async () => judged }), { directories: [directory] });
  expect(renderText(reply)).toBe(`d-90671a2b3c: 1 open finding: 1 high

Directory d-90671a2b3c (corp.example.com) in 111122223333, us-east-1.
Seen as it was 12 hours ago (2027-02-02 05:00 UTC).
The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).

Most severe:
- HIGH demo-encrypted on ws-1 in 111122223333, us-east-1, first found 9 days ago

Evidence of the last run: https://example.com/runs/night-2/

Next:
- findings d-90671a2b3c`);
  expect(data).toMatchObject({ open: 1, places: { total: 1, items: [{ directory: 'd-90671a2b3c', unjudged: 0 }] } });
});

test.each<[string, Partial<Judged>, string]>([
  ['sound', {}, 'clean'],
  ['not judged for want of a setting', { results: [found('ws-1', { status: 'INSUFFICIENT_DATA' })] }, 'clean'],
  [
    'not judged because something was not read',
    { results: [found('ws-1', { status: 'INSUFFICIENT_DATA', missing: ['ec2:DescribeVpcs'] })] },
    'unsure',
  ],
  ['denied what somebody asked', { coverage: [gapOf()] }, 'unsure'],
  ['partly read', { coverage: [gapOf({ status: 'partial' })] }, 'unsure'],
  [
    'spared what only whole Regions need',
    { coverage: [gapOf({ status: 'skipped', operation: 'ec2:DescribeAddresses' })] },
    'clean',
  ],
  [
    'without a list of its WorkSpaces',
    { coverage: [gapOf({ status: 'skipped', operation: 'workspaces:DescribeWorkspaces' })] },
    'unsure',
  ],
  ['too old', { capturedAt: before(1.1) }, 'unsure'],
  ['not in the newest whole look', { capturedAt: '2027-02-02T02:00:00Z' }, 'unsure'],
])('a directory that is %s', async (_, changes, mood) => {
  const held = { ...judged, results: [], ...changes };
  const { reply } = await ask(partsOf([placeOf()], { directory: async () => held }), { directories: [directory] });
  expect(reply.mood).toBe(mood);
});

test('a directory that a newer look did not see is not said to be gone: the list may have been denied', async () => {
  const held = { ...judged, results: [], capturedAt: '2027-02-02T02:00:00Z' };
  const denied = rememberedGap(gapOf({ operation: 'workspaces:DescribeWorkspaceDirectories' }));
  const ledger = placeOf({ gaps: [rememberedGap(), denied] });
  const { reply, data } = await ask(partsOf([ledger], { directory: async () => held }), { directories: [directory] });
  expect([reply.sections[0]?.lines.at(-1), reply.next]).toEqual([
    ['Not known for sure: a newer look, 14 hours ago, did not see it; 1 operation not completely read.'],
    ['coverage 111122223333 us-east-1'],
  ]);
  expect(data).toMatchObject({ outcome: 'unsure', unread: 1, places: { items: [{ absentAt: lastNight }] } });
});

test('beyond five directories fewer should be named, and nothing is clean', async () => {
  const directories = Array.from({ length: 7 }, (_, n) => ({ ...directory, id: `d-${n}` }));
  const held = { ...judged, results: [] };
  const { reply } = await ask(partsOf([placeOf()], { directory: async () => held }), { directories });
  expect([reply.mood, reply.sections[0]?.lines.at(-1), reply.sections[1]?.lines.length]).toEqual([
    'unsure',
    ['2 more directories not looked up: name fewer.'],
    5,
  ]);
});
