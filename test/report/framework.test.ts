import { expect, test } from 'vitest';
import { findFramework, frameworkReportSchema, readManualItems, readMapping } from '../../lib/frameworks/index.ts';
import { frameworkFormats } from '../../lib/report/framework.ts';
import { finding } from '../findings/result.ts';
import { assessed, parseScenarios } from '../frameworks/scenario.ts';
import { reportOf } from './report.ts';

const options = { all: false, width: 100, color: false, program: 'wsaudit' };
const text = (pieces: Iterable<string>): string => [...pieces].join('');
const sectionsOf = (source: string) => parseScenarios(source)[0]?.sections ?? new Map<string, string>();

const small = sectionsOf(`Small.
---- controls
AC-1 full rules one
AC-2 partial rules two manual item
AC-3 none
AU-1 none
---- results
one NON_COMPLIANT ws-1 HIGH
two COMPLIANT ws-1
`);

test('the whole table', () => {
  expect(text(frameworkFormats.table(assessed(small), options))).toBe(
    `WorkSpaces Auditor 9.9.9: Made-up Framework
  111122223333 us-east-1, captured 2027-01-31T12:00:00Z
  packs: some-pack 1.0.0
  source: Made up, 1; checked on 2027-01-01
  found: 1 not satisfied, 0 satisfied, 3 not assessed

NOT SATISFIED  1 control

  AC-1  Title of AC-1 (full)
    1 finding of 1 rule, the worst HIGH.
    HIGH           one: 1 finding
                   111122223333 us-east-1: ws-1

NOT ASSESSED  3 controls

  No finding, but not proven: 1 control
    AC-2  Title of AC-2 (partial)
      No finding, but rules cover it in part: 1 of 1 manual item not attested. A reason.

  This tool has nothing to say about 2 controls: AC 1, AU 1.

MANUAL ITEMS  0 of 1 item attested
  Not assessed by this tool; wsaudit.yaml takes attestations.

  Group
    [ ] item
        Title of item: AC-2

TOTAL  4 controls
  not satisfied  1
  satisfied      0
  not assessed   3 (2 without a rule or manual item, 1 without a finding but not proven)

NEXT
  wsaudit evaluate FILE              the findings themselves, each with its mend
  … --all                            name the controls without a rule or manual item
  … --format json --out report.json  every control with its rules, subjects and manual items
`,
  );
});

test('with --all, controls that nothing speaks of are named', () => {
  const table = text(frameworkFormats.table(assessed(small), { ...options, all: true }));
  expect(table).toContain('\n  This tool has nothing to say about 2 controls: AC-3, AU-1.\n');
  expect(table).not.toContain('--all');
});

test('what limits the report stands at its top', () => {
  const il5 = findFramework('dod-srg-il5');
  const report = assessed(small, {
    framework: il5,
    unlisted: ['workspaces:DescribeWorkspaces'],
    limited: new Set(['111122223333 us-east-1']),
    scope: { include: ['d-1*', '*'], exclude: ['d-12'] },
  });
  const lines = text(frameworkFormats.table(report, options)).split('\n');
  expect(lines.slice(3, lines.indexOf(''))).toEqual([
    '  source: DISA Cloud Service Provider SRG, Appendix D, Table D-1 (FedRAMP+ controls), V1R6, 10',
    '  December 2025; checked on 2026-11-23',
    '  found: 1 not satisfied, 0 satisfied, 420 not assessed',
    '  ! Controls that CNSSI 1253 adds for national security systems are not listed: no public source',
    '    could be had. Impact Level 5 asks for more than this list.',
    '  ! DoD-specific parameter values are not judged.',
    '  ! Unverified, because sources do not agree: SC-18(2), SC-18(3), SC-18(4).',
    '  ! Not completely read: workspaces:DescribeWorkspaces.',
    '  ! Only some directories were read: 111122223333 us-east-1.',
    '  ! Only directories in scope count: d-1*, not d-12.',
  ]);
});

test('an unverified control is marked where it stands', () => {
  const controls = findFramework('dod-srg-il4').controls.filter(({ id }) => id === 'AU-5(1)');
  const report = assessed(
    sectionsOf('Unverified.\n---- controls\nAU-5(1) supporting rules one\n---- results\none NON_COMPLIANT ws-1\n'),
    { framework: { ...findFramework('dod-srg-il4'), controls } },
  );
  expect(text(frameworkFormats.table(report, options))).toContain(
    '\n  AU-5(1)  Storage Capacity Warning (supporting) [unverified] The Mission Owner SRG Overview of the\n           same date names it for Impact Levels 5 and 6 only.\n',
  );
});

/** Every rule of the mapping has findings on a dozen subjects, or is clean. */
const everything = (framework: string, status: 'NON_COMPLIANT' | 'COMPLIANT', attested: boolean) => {
  const mapping = readMapping();
  const rules = [...new Set(mapping.flatMap((control) => control.rules))];
  const ids = Array.from({ length: 12 }, (_, index) => `ws-0123456789abcdef${index}`);
  return assessed(new Map(), {
    ...{ framework: findFramework(framework), mapping, manualItems: readManualItems() },
    ...{ rules: rules.map((id) => ({ id, controls: [] })), inForce: new Set(rules) },
    report: reportOf(rules.flatMap((ruleId) => ids.map((id) => finding({ ruleId, id, status })))),
    attestations: attested
      ? readManualItems().map(({ id }) => ({
          ...{ item: id, who: 'desktop-platform', when: '2026-12-01', expires: '2027-12-31' },
          evidence: `https://evidence.example.com/${id}`,
        }))
      : [],
  });
};

test.each(['nist-800-53-rev5', 'fedramp-moderate', 'fedramp-high', 'dod-srg-il4', 'dod-srg-il5'])(
  'no line of %s is wider than the terminal, between 80 and 120 columns',
  (framework) => {
    for (const [width, widest] of [
      ...[
        [40, 80],
        [80, 80],
        [97, 97],
        [120, 120],
        [300, 120],
      ],
    ] as const) {
      for (const report of [everything(framework, 'NON_COMPLIANT', false), everything(framework, 'COMPLIANT', true)]) {
        const lines = text(frameworkFormats.table(report, { ...options, all: true, width })).split('\n');
        expect(lines.filter((line) => line.length > widest)).toEqual([]);
      }
    }
  },
);

test('with all rules clean and all items attested, exactly the partly covered controls of FedRAMP High are satisfied', () => {
  const report = everything('fedramp-high', 'COMPLIANT', true);
  const partial = readMapping().flatMap(({ id, coverage }) => (coverage === 'partial' ? [id] : []));
  expect(report.controls.flatMap(({ id, status }) => (status === 'satisfied' ? [id] : []))).toEqual(partial);
  expect(report.summary.byReason).toEqual({
    ...{ findings: 0, 'findings-excepted': 0, rules: 0, 'rules-and-attestations': 20, 'no-finding': 45 },
    ...{ 'insufficient-data': 0, 'not-in-force': 0, 'not-applicable': 0, 'manual-items': 2, 'not-covered': 343 },
  });
});

test('without attestations none is', () => {
  expect(everything('fedramp-high', 'COMPLIANT', false).summary.byStatus).toEqual({
    ...{ 'not-satisfied': 0, satisfied: 0, 'not-assessed': 410 },
  });
});

test('JSON holds the whole report, a control a line', () => {
  const report = assessed(small);
  const json = text(frameworkFormats.json(report, options));
  expect(frameworkReportSchema.parse(JSON.parse(json))).toEqual(report);
  expect(json.split('\n').filter((line) => line.startsWith('{"id":"A'))).toHaveLength(4);
});

test('NDJSON holds a control a line', () => {
  const report = assessed(small);
  const lines = text(frameworkFormats.ndjson(report, options)).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(report.controls);
});

test('names cannot move the cursor', () => {
  const report = assessed(
    sectionsOf(
      'Names.\n---- controls\nAC-1 partial rules one manual item\n---- results\none NON_COMPLIANT ws-\u001b[2J\n---- attestations\nitem until 2027-12-31\n',
    ),
    { scope: { include: ['d-\u202e'], exclude: [] } },
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(text(frameworkFormats.table(report, options))).not.toMatch(/[\u001b\u202e]/);
});
