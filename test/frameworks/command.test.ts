import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AssessedControl, frameworkReportSchema } from '../../lib/frameworks/index.ts';
import { run } from '../cli/run.ts';
import { demo, makeWorkplace } from '../cli/workplace.ts';

/** Findings accepted until their day; an item that is attested, and one whose attestation is over. */
const configuration = `
rules: { demo-group-rules: { enabled: false } }
exceptions:
  - { rule: demo-ip-groups, subject: "d-2", reason: Reviewed, owner: us, expires: 2027-03-31 }
attestations:
  - { item: copies-encrypted, who: us, when: 2026-12-01, evidence: "https://example.com/1", expires: 2027-12-31 }
  - { item: boundary-monitored, who: us, when: 2026-01-01, evidence: "https://example.com/2", expires: 2026-12-31 }
`;

let workplace: Awaited<ReturnType<typeof makeWorkplace>>;
beforeAll(async () => {
  workplace = await makeWorkplace({ 'accepted.yaml': configuration });
});
afterAll(() => workplace.remove());

const evaluate = (...argv: readonly string[]) => run(['evaluate', ...argv], workplace.cwd);
const json = ['--framework', 'fedramp-moderate', '--format', 'json', ...demo];

/** Controls that a rule of the demonstration pack speaks of. */
const spokenOf = (controls: readonly AssessedControl[]) =>
  controls
    .filter(({ rules }) => rules.some(({ ruleId }) => ruleId.startsWith('demo-')))
    .map(({ id, coverage, status, reason }) => [id, coverage, status, reason]);

test('a custom rule makes the controls that it names not satisfied, and the exit status is that of its findings', async () => {
  const { status, stdout, stderr } = await evaluate('small.ndjson', ...json);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const report = frameworkReportSchema.parse(JSON.parse(stdout));
  expect(spokenOf(report.controls)).toEqual([
    ['AC-17', 'partial', 'not-satisfied', 'findings'],
    ['SC-7', 'partial', 'not-satisfied', 'findings'],
    ['SC-28', 'partial', 'not-satisfied', 'findings'],
  ]);
});

test('exceptions and attestations of the configuration are in it', async () => {
  const { status, stdout } = await evaluate(
    'small.ndjson',
    ...json,
    '--config',
    'accepted.yaml',
    '--fail-on',
    'medium',
  );
  expect(status).toBe(1);
  const report = frameworkReportSchema.parse(JSON.parse(stdout));
  expect(spokenOf(report.controls)).toEqual([
    ['AC-17', 'partial', 'not-satisfied', 'findings-excepted'],
    ['SC-7', 'partial', 'not-satisfied', 'findings-excepted'],
    ['SC-28', 'partial', 'not-satisfied', 'findings'],
  ]);
  expect(report.manualItems.filter(({ attestation }) => attestation !== null).map(({ id }) => id)).toEqual([
    'copies-encrypted',
  ]);
  expect(report.expired.map(({ item }) => item)).toEqual(['boundary-monitored']);
});

test('what was not read leaves controls without a verdict, and exits 3', async () => {
  const { status, stdout } = await evaluate('denied.ndjson', ...json);
  const report = frameworkReportSchema.parse(JSON.parse(stdout));
  expect({ status, unseen: report.unseen }).toEqual({ status: 3, unseen: ['workspaces:DescribeIpGroups'] });
  expect(spokenOf(report.controls).map(([id, , , reason]) => [id, reason])).toEqual([
    ['AC-17', 'insufficient-data'],
    ['SC-7', 'insufficient-data'],
    ['SC-28', 'insufficient-data'],
  ]);
});

test('two runs are the same, byte for byte', async () => {
  const [first, second] = [await evaluate('small.ndjson', ...json), await evaluate('small.ndjson', ...json)];
  expect(first.stdout).toBe(second.stdout);
});

test('with --out, standard output stays empty', async () => {
  const { stdout } = await evaluate('small.ndjson', ...json, '--out', 'report.json');
  expect(stdout).toBe('');
  const written = await readFile(join(workplace.cwd, 'report.json'), 'utf8');
  expect(frameworkReportSchema.parse(JSON.parse(written)).framework.id).toBe('fedramp-moderate');
});

test('an unknown framework is told before anything is read', async () => {
  expect(await evaluate('no-such-file.ndjson', '--framework', 'dod-srg-il6')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'wsaudit: --framework dod-srg-il6: no framework is named "dod-srg-il6" (did you mean "dod-srg-il4"?). Known: nist-800-53-rev5, fedramp-moderate, fedramp-high, dod-srg-il4, dod-srg-il5.\n',
  });
});
