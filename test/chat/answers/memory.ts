import { readFile } from 'node:fs/promises';
import type { AnswerParts, Memory, PlaceMemory, RunMemory } from '../../../lib/chat/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import { parsePack } from '../../../lib/engine/index.ts';
import { fingerprint, type LedgerFinding, type LedgerGap } from '../../../lib/findings/index.ts';
import type { CoverageGap, Report, Result } from '../../../lib/model/report.ts';
import { finding } from '../../findings/result.ts';
import { reportOf } from '../../report/report.ts';

const file = new URL('../../cli/fixtures/demo.json', import.meta.url);

/** A pack of three rules: demo-encrypted (HIGH), demo-group-rules (LOW, with a parameter), demo-ip-groups (MEDIUM). */
export const demo = parsePack(await readFile(file, 'utf8'), 'demo.json');

/** When questions are asked: fourteen hours after the last look. */
export const now = new Date('2027-02-02T17:00:00.000Z');
export const lastNight = '2027-02-02T03:00:00.000Z';
/** Some days before the question. */
export const before = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

export const east = { accountId: '111122223333', region: 'us-east-1' };
export const west = { accountId: '444455556666', region: 'us-west-2' };
type Place = typeof east;

/** An open finding on a WorkSpace or another id, of the demo pack. */
export const found = (id: string, changes: Partial<Result> = {}, place: Place = east): Result =>
  finding({
    ...{ ruleId: 'demo-encrypted', packId: 'demo', title: 'Root volumes are encrypted', remediation: 'Rebuild it.' },
    ...{ reason: 'The root volume is not encrypted.', subject: { type: 'workspace', id, arn: `arn:${id}`, ...place } },
    ...changes,
  });

/** As the ledger remembers it. */
export const remembered = (result: Result, firstSeen = before(3)): LedgerFinding => ({
  ...{ id: fingerprint(result.ruleId, result.subject), state: 'open', result, firstSeen, lastSeen: lastNight },
  ...{ resolvedAt: null, reopened: 0, published: {} },
});

export const gapOf = (changes: Partial<CoverageGap> = {}): CoverageGap => ({
  ...{ ...east, operation: 'ec2:DescribeVpcs', status: 'denied', errorCode: 'UnauthorizedOperation' },
  ...changes,
});

export const rememberedGap = (gap: CoverageGap = gapOf(), firstSeen = before(5)): LedgerGap => ({
  ...{ gap, state: 'open', firstSeen, lastSeen: lastNight, resolvedAt: null, published: {} },
});

/** A place that was completely read last night, and where nothing is open. */
export const placeOf = (changes: Partial<PlaceMemory> = {}): PlaceMemory => ({
  ...{ ...east, capturedAt: lastNight, wholeAt: lastNight, findings: [], gaps: [], unjudged: 0 },
  ...changes,
});

export const directory = { id: 'd-90671a2b3c', name: 'corp.example.com', ...east };
export const lastRun = {
  ...{
    run: 'night-2',
    startedAt: '2027-02-02T02:59:00.000Z',
    finishedAt: '2027-02-02T03:20:00.000Z',
    targets: 1,
    lost: [],
  },
};

/** A memory of some places; whatever else it should hold is given. */
export const partsOf = (places: readonly PlaceMemory[], changes: Partial<Memory> = {}): AnswerParts => ({
  now,
  evidenceUrl: (key) => `https://example.com/${key}`,
  memory: {
    packs: [demo],
    configuration: defaultConfiguration,
    vocabulary: async () => ({
      rules: demo.rules.map(({ id, title, packId, severity }) => ({ id, title, packId, severity })),
      packs: [{ id: demo.id, title: demo.title }],
      directories: [directory],
      places: places.map(({ accountId, region }) => ({ accountId, region })),
    }),
    places: async ({ accounts, regions }) =>
      places.filter(
        ({ accountId, region }) =>
          (accounts.length === 0 || accounts.includes(accountId)) && (regions.length === 0 || regions.includes(region)),
      ),
    lastRun: async () => lastRun,
    directory: async () => undefined,
    replay: async () => [],
    run: async () => undefined,
    ...changes,
  },
});

/** An audit of one place. */
export const runOf = (
  results: readonly Result[],
  changes: Partial<RunMemory> = {},
  report: Partial<Report> = {},
): RunMemory => ({
  ...{ run: 'ask-1', startedAt: '2027-02-02T16:50:00.000Z', finishedAt: '2027-02-02T16:55:00.000Z', lost: [] },
  judged: [
    {
      ...{ ...east, snapshot: 'snapshots/a.ndjson.gz', reportKey: 'reports/a.json.gz', appeared: 1, resolved: 2 },
      report: reportOf(results, report),
    },
  ],
  ...changes,
});

export const noList = { total: 0, omitted: 0, items: [] };
