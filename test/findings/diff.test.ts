import { expect, test } from 'vitest';
import { diff, type Side, summarize } from '../../lib/findings/index.ts';
import type { CoverageGap, Report, Result } from '../../lib/model/report.ts';
import { exception, finding } from './result.ts';

const place = { accountId: '111122223333', region: 'us-east-1' };
const read = 'workspaces:DescribeWorkspaces';
const operations = new Map([['some-rule', [read]]]);
const gap: CoverageGap = { ...place, operation: read, status: 'denied' };

const report = (results: readonly Result[], coverage: readonly CoverageGap[] = []): Report => ({
  ...{ formatVersion: 1, generator: 'test', packs: [], exceptions: [], coverage, results },
  snapshots: [{ ...place, capturedAt: '2027-01-31T12:00:00Z', sha256: '' }],
  summary: summarize(results),
});

const snapshot = (results: readonly Result[], coverage: readonly CoverageGap[] = []): Side => ({
  report: report(results, coverage),
  ruleIds: new Set(['some-rule']),
  limited: new Set(),
});

const outcome = (before: Side, after: Side) => {
  const { diff: found, undecided } = diff(before, after, operations);
  return { ...found, undecided: undecided.map(({ why }) => why) };
};

const none = { appeared: [], resolved: [], changed: [], coverage: { lost: [], regained: [] }, undecided: [] };
const unknown = finding({ status: 'INSUFFICIENT_DATA', missing: [read], reason: 'Not read.' });
const sound = finding({ status: 'COMPLIANT', reason: 'Fine.' });
const gone: Result[] = [];

test.each([
  ['the same finding', [finding()], [finding()], none],
  ['a finding on a new subject', gone, [finding()], { ...none, appeared: [finding()] }],
  ['a finding on what was sound', [sound], [finding()], { ...none, appeared: [finding()] }],
  ['a finding on what was not known', [unknown], [finding()], { ...none, appeared: [finding()] }],
  ['a finding that is mended', [finding()], [sound], { ...none, resolved: [finding()] }],
  ['a finding whose subject is gone', [finding()], gone, { ...none, resolved: [finding()] }],
  [
    'a finding that cannot be judged any more is not resolved',
    [finding()],
    [unknown],
    { ...none, changed: [{ before: finding(), after: unknown }] },
  ],
  [
    'a finding of another severity',
    [finding()],
    [finding({ severity: 'LOW' })],
    { ...none, changed: [{ before: finding(), after: finding({ severity: 'LOW' }) }] },
  ],
  [
    'a finding that was excepted',
    [finding()],
    [finding({ exception: exception(false) })],
    { ...none, changed: [{ before: finding(), after: finding({ exception: exception(false) }) }] },
  ],
  ['what is sound with other numbers', [sound], [{ ...sound, reason: 'Still fine.' }], none],
  ['what is known again', [unknown], [sound], { ...none, changed: [{ before: unknown, after: sound }] }],
])('%s', (_, before, after, expected) => {
  expect(outcome(snapshot(before), snapshot(after))).toEqual(expected);
});

test('a subject that is gone proves nothing while what the rule reads was not read', () => {
  expect(outcome(snapshot([finding()]), snapshot([], [gap]))).toEqual({
    ...none,
    coverage: { lost: [gap], regained: [] },
    undecided: [`NEW did not completely read ${read}`],
  });
});

test('coverage that is back', () => {
  expect(outcome(snapshot([], [gap]), snapshot([])).coverage).toEqual({ lost: [], regained: [gap] });
});

test.each<[string, Partial<Side>, string]>([
  [
    'an account that is not covered',
    { report: { ...report([]), snapshots: [] } },
    'NEW does not cover account 111122223333, us-east-1',
  ],
  [
    'a snapshot of some directories',
    { limited: new Set(['111122223333 us-east-1']) },
    'NEW covers only some directories of account 111122223333, us-east-1',
  ],
  ['a rule that is not in force', { ruleIds: new Set() }, 'the rule some-rule is not in force in NEW'],
  ['a report without results of the rule', { ruleIds: undefined }, 'NEW has no result of the rule some-rule'],
  [
    'a report without --all and without the pack',
    { ruleIds: undefined, report: { ...report([]), summary: summarize([sound]) } },
    'the pack some-pack is not in force in NEW',
  ],
])('nothing is resolved by %s', (_, changes, why) => {
  expect(outcome(snapshot([finding()]), { ...snapshot([]), ...changes })).toEqual({ ...none, undecided: [why] });
});

const packs = [{ id: 'some-pack', version: '1.0.0', sha256: '' }];

test('a report with --all in which the rule judged other subjects proves that a subject is gone', () => {
  const others = report([{ ...sound, subject: { ...sound.subject, id: 'ws-9' } }]);
  const after = { report: { ...others, packs }, ruleIds: undefined, limited: new Set<string>() };
  expect(outcome(snapshot([finding()]), after)).toEqual({ ...none, resolved: [finding()] });
});

test('a report without --all, of the same pack and with everything read, resolves what it lists no more', () => {
  const after = {
    report: { ...report([]), packs, summary: summarize([sound]) },
    ruleIds: undefined,
    limited: new Set<string>(),
  };
  expect(outcome(snapshot([finding()]), after)).toEqual({ ...none, resolved: [finding()] });
});
