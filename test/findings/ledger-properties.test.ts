import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ledger, ledgerSchema, type Run, remember } from '../../lib/findings/index.ts';
import { coverageStatuses } from '../../lib/model/coverage.ts';
import { statuses } from '../../lib/model/outcome.ts';
import { place } from './ledger-run.ts';
import { exception, finding } from './result.ts';

const listing = 'workspaces:DescribeWorkspaces';
const reads = new Map([
  ['rule-a', [listing]],
  ['rule-b', ['ec2:DescribeSubnets', 'ec2:DescribeVpcs']],
]);
const pairs = [...reads.keys()].flatMap((ruleId) => ['ws-1', 'ws-2', 'ws-3'].map((id) => ({ ruleId, id })));

const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });

/** Everything about a run but its time. */
const anyRun = fc.record({
  coverage: fc
    .tuple(
      ...[listing, ...(reads.get('rule-b') ?? [])].map((operation) =>
        mostly(...coverageStatuses).map((status) => [operation, { operation, status, count: 0 }] as const),
      ),
    )
    .map((entries) => new Map(entries)),
  results: fc
    .tuple(
      ...pairs.map(({ ruleId, id }) =>
        fc
          .option(
            fc.record({
              status: fc.constantFrom(...statuses),
              exception: mostly(null, exception(false), exception(true)),
            }),
          )
          .map((changes) => (changes === null ? [] : [finding({ ...changes, ruleId, id })])),
      ),
    )
    .map((all) => all.flat()),
  unlisted: mostly<readonly string[]>([], [listing]),
  rules: mostly(reads, new Map([...reads].slice(0, 1))),
  directories: mostly<readonly string[] | undefined>(undefined, ['d-1']),
  excluded: mostly('', 'ws-2'),
});

const timed = (
  { directories, excluded, ...rest }: typeof anyRun extends fc.Arbitrary<infer T> ? T : never,
  day: number,
): Run => ({
  ...rest,
  inScope: ({ id }) => id !== excluded,
  sha256: `day ${day}`,
  header: {
    ...place,
    capturedAt: new Date(Date.UTC(2027, 0, 1 + day)).toISOString(),
    ...(directories === undefined ? {} : { scope: { directories: [...directories] } }),
  },
});

const history = (check: (previous: Ledger | undefined, run: Run) => Ledger) =>
  fc.assert(
    fc.property(fc.array(anyRun, { minLength: 2, maxLength: 12 }), (runs) => {
      let ledger: Ledger | undefined;
      for (const [day, run] of runs.entries()) ledger = check(ledger, timed(run, day));
    }),
  );

test('no finding is resolved by a run that did not completely read what its rule reads', () => {
  let resolved = 0;
  history((previous, run) => {
    const { ledger, events } = remember(previous, run);
    for (const event of events) {
      if (event.kind !== 'resolved') continue;
      resolved += 1;
      const { ruleId, subject } = event.finding.result;
      const now = run.results.find((result) => result.ruleId === ruleId && result.subject.id === subject.id);
      const needed = [...(reads.get(ruleId) ?? []), ...(now === undefined ? [listing] : [])];
      expect(needed.map((operation) => run.coverage.get(operation)?.status)).toEqual(needed.map(() => 'complete'));
      expect(run.rules.has(ruleId)).toBe(true);
      expect(['COMPLIANT', 'NOT_APPLICABLE', undefined]).toContain(now?.status);
      if (now === undefined) expect([run.header.scope, run.inScope(subject)]).toEqual([undefined, true]);
    }
    return ledger;
  });
  expect(resolved).toBeGreaterThan(20);
});

test('the same run twice changes nothing and tells the same news', () => {
  history((previous, run) => {
    const { ledger, events } = remember(previous, run);
    const stored = ledgerSchema.parse(JSON.parse(JSON.stringify(ledger)));
    const again = remember(stored, run);
    expect(again.ledger).toBe(stored);
    expect(again.events).toEqual(events.filter(({ kind }) => kind !== 'stillOpen'));
    return ledger;
  });
});

test('another snapshot that shows the same is no news', () => {
  history((previous, run) => {
    const { ledger } = remember(previous, run);
    const { events } = remember(ledger, { ...run, sha256: 'another' });
    expect(events.filter(({ kind }) => kind !== 'stillOpen')).toEqual([]);
    return ledger;
  });
});

test('gaps are open exactly while an operation was not completely read, and limited runs leave them alone', () => {
  history((previous, run) => {
    const { ledger } = remember(previous, run);
    if (run.header.scope !== undefined) expect(ledger.gaps).toEqual(previous?.gaps ?? []);
    const open = ledger.gaps.flatMap(({ gap, state }) => (state === 'open' ? [gap.operation] : []));
    expect(open).toEqual(ledger.coverage.flatMap((each) => (each.status === 'complete' ? [] : [each.operation])));
    return ledger;
  });
});

test('every open finding has one event, nothing is forgotten, and first sights never move', () => {
  history((previous, run) => {
    const { ledger, events } = remember(previous, run);
    const told = events.flatMap((event) => ('finding' in event ? [event.finding] : []));
    const changed = ledger.findings.filter(
      ({ state, resolvedAt }) => state === 'open' || resolvedAt === ledger.capturedAt,
    );
    expect(told).toEqual(changed);
    const firstSeen = new Map(ledger.findings.map((each) => [each.id, each.firstSeen]));
    for (const each of previous?.findings ?? []) expect(firstSeen.get(each.id)).toBe(each.firstSeen);
    return ledger;
  });
});

test('in whatever order runs are entered, what is known of a finding never becomes older', () => {
  let overtaken = 0;
  const known = ({ findings }: Ledger) =>
    new Map(findings.map(({ id, lastSeen, resolvedAt }) => [id, [lastSeen, resolvedAt ?? ''].sort().at(-1)]));
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRun, fc.nat(4)), { minLength: 2, maxLength: 8 }), (runs) => {
      let ledger: Ledger | undefined;
      for (const [index, [any, day]] of runs.entries()) {
        const run = { ...timed(any, day), sha256: `run ${index}` };
        const whole = ledger?.wholeAt ?? '';
        if (run.header.capturedAt < whole) {
          expect(() => remember(ledger, run)).toThrow('take a new snapshot');
          continue;
        }
        if (run.header.capturedAt < (ledger?.capturedAt ?? '')) overtaken += 1;
        const before = ledger === undefined ? new Map() : known(ledger);
        ledger = remember(ledger, run).ledger;
        const after = known(ledger);
        for (const [id, at] of before) expect((after.get(id) ?? '') >= at).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(overtaken).toBeGreaterThan(0);
});
