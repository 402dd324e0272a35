import { expect, test } from 'vitest';
import { findFramework, frameworkReportSchema } from '../../lib/frameworks/index.ts';
import { InputError } from '../../lib/model/errors.ts';
import { finding } from '../findings/result.ts';
import { reportOf } from '../report/report.ts';
import { assessed, parseScenarios } from './scenario.ts';

const sectionsOf = (text: string) => parseScenarios(text)[0]?.sections ?? new Map<string, string>();

const mixed = sectionsOf(`Mixed.
---- controls
AC-1 partial rules one two manual item
AC-2 none
---- results
one NON_COMPLIANT ws-2 HIGH excepted
one COMPLIANT ws-1
two INSUFFICIENT_DATA ws-1 HIGH missing ec2:DescribeVpcs
---- attestations
item until 2027-12-31
item until 2026-12-31
`);

test('the whole report', () => {
  const place = { accountId: '111122223333', region: 'us-east-1' };
  const attestation = { who: 'us', when: '2026-12-01', evidence: 'https://example.com/42' };
  expect(assessed(mixed)).toEqual({
    formatVersion: 1,
    generator: 'workspaces-auditor/9.9.9',
    framework: {
      ...{ id: 'made-up', title: 'Made-up Framework', unlisted: [] },
      source: {
        ...{ publication: 'Made up', version: '1', checkedAgainst: 'nothing', checkedOn: '2027-01-01', checked: 0 },
      },
    },
    snapshots: [{ ...place, capturedAt: '2027-01-31T12:00:00Z', sha256: 'aa' }],
    packs: [{ id: 'some-pack', version: '1.0.0', sha256: 'bb' }],
    summary: {
      controls: 2,
      byStatus: { 'not-satisfied': 1, satisfied: 0, 'not-assessed': 1 },
      byReason: {
        ...{ findings: 0, 'findings-excepted': 1, rules: 0, 'rules-and-attestations': 0, 'no-finding': 0 },
        ...{ 'insufficient-data': 0, 'not-in-force': 0, 'not-applicable': 0, 'manual-items': 0, 'not-covered': 1 },
      },
      ...{ unverified: 0, manualItems: 1, attested: 1 },
    },
    unseen: [],
    limited: [],
    scope: { include: ['*'], exclude: [] },
    coverage: [],
    expired: [{ item: 'item', ...attestation, expires: '2026-12-31' }],
    manualItems: [
      {
        ...{ id: 'item', group: 'Group', title: 'Title of item', check: 'Look.', section: null, controls: ['AC-1'] },
        attestation: { ...attestation, expires: '2027-12-31' },
      },
    ],
    controls: [
      {
        ...{ id: 'AC-1', title: 'Title of AC-1', verified: true, note: null },
        ...{ status: 'not-satisfied', reason: 'findings-excepted' },
        because: '1 finding, under a valid exception: the risk is accepted, the control is not met.',
        ...{ coverage: 'partial', coverageBecause: 'A reason.' },
        rules: [
          {
            ...{ ruleId: 'one', inForce: true, severity: 'HIGH', excepted: 1, missing: [] },
            byStatus: { COMPLIANT: 1, NON_COMPLIANT: 1, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 0 },
            subjects: [{ type: 'workspace', id: 'ws-2', ...place, status: 'NON_COMPLIANT', excepted: true }],
          },
          {
            ...{ ruleId: 'two', inForce: true, severity: null, excepted: 0, missing: ['ec2:DescribeVpcs'] },
            byStatus: { COMPLIANT: 0, NON_COMPLIANT: 0, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 1 },
            subjects: [{ type: 'workspace', id: 'ws-1', ...place, status: 'INSUFFICIENT_DATA', excepted: false }],
          },
        ],
        manual: [{ item: 'item', attested: true }],
      },
      {
        ...{ id: 'AC-2', title: 'Title of AC-2', verified: true, note: null },
        ...{ status: 'not-assessed', reason: 'not-covered' },
        because: 'Neither a rule nor a manual item speaks of it.',
        ...{ coverage: null, coverageBecause: null, rules: [], manual: [] },
      },
    ],
  });
});

test('the same input gives the same report, byte for byte', () => {
  expect(JSON.stringify(assessed(mixed))).toBe(JSON.stringify(assessed(mixed)));
});

test('with --all, every subject is named', () => {
  const [control] = assessed(mixed, { all: true }).controls;
  expect(control?.rules[0]?.subjects.map(({ id, status }) => [id, status])).toEqual([
    ['ws-2', 'NON_COMPLIANT'],
    ['ws-1', 'COMPLIANT'],
  ]);
});

const clean = sectionsOf(`Clean.
---- controls
AC-1 full rules one
AC-2 none
---- results
one COMPLIANT ws-1
`);

test('an account that could not be entered leaves nothing satisfied', () => {
  const lost = {
    accountId: '444455556666',
    region: 'us-east-1',
    operation: 'sts:AssumeRole',
    status: 'denied',
  } as const;
  const report = assessed(clean, {
    report: reportOf([finding({ ruleId: 'one', status: 'COMPLIANT' })], { coverage: [lost] }),
  });
  expect(report.unseen).toEqual(['444455556666 us-east-1']);
  expect(report.controls.map(({ status, reason, because }) => [status, reason, because])).toEqual([
    [
      ...['not-assessed', 'insufficient-data'],
      'Subjects may have been missed: 444455556666 us-east-1 was not completely read.',
    ],
    ['not-assessed', 'not-covered', 'Neither a rule nor a manual item speaks of it.'],
  ]);
});

test('a custom rule speaks for the controls that it names: it can spoil one and never satisfies one', () => {
  const custom = { id: 'custom', controls: ['AC-1', 'AC-2'] };
  const verdicts = (status: 'COMPLIANT' | 'NON_COMPLIANT') => {
    const results = [finding({ ruleId: 'one', status: 'COMPLIANT' }), finding({ ruleId: 'custom', status })];
    const report = assessed(clean, {
      ...{ rules: [{ id: 'one', controls: ['AC-1'] }, custom], inForce: new Set(['one', 'custom']) },
      report: reportOf(results),
    });
    expect(frameworkReportSchema.parse(report)).toEqual(report);
    return report.controls.map(({ id, coverage, reason }) => [id, coverage, reason]);
  };
  expect(verdicts('NON_COMPLIANT')).toEqual([
    ['AC-1', 'full', 'findings'],
    ['AC-2', 'supporting', 'findings'],
  ]);
  expect(verdicts('COMPLIANT')).toEqual([
    ['AC-1', 'full', 'rules'],
    ['AC-2', 'supporting', 'no-finding'],
  ]);
});

test('of several snapshots, the latest decides whether an attestation holds', () => {
  const attested = sectionsOf(`Attested.
---- controls
AC-1 partial rules one manual item
---- attestations
item until 2027-01-31
`);
  const at = (...days: readonly string[]) =>
    assessed(attested, {
      report: reportOf([finding({ ruleId: 'one', status: 'COMPLIANT' })], {
        snapshots: days.map((day) => ({
          ...{ accountId: '111122223333', region: day, capturedAt: `${day}T00:00:00.000Z`, sha256: 'aa' },
        })),
      }),
    }).controls[0]?.status;
  expect(at('2027-01-30', '2027-01-31')).toBe('satisfied');
  expect(at('2027-01-31', '2027-02-01')).toBe('not-assessed');
});

test('an unknown framework is told with the nearest name', () => {
  expect(() => findFramework('fedramp-hihg')).toThrow(InputError);
  expect(() => findFramework('fedramp-hihg')).toThrow(
    '--framework fedramp-hihg: no framework is named "fedramp-hihg" (did you mean "fedramp-high"?). Known: nist-800-53-rev5, fedramp-moderate, fedramp-high, dod-srg-il4, dod-srg-il5.',
  );
});

test('a framework with a base holds the controls of both, in order', () => {
  const il4 = findFramework('dod-srg-il4').controls;
  expect(il4.filter(({ id }) => /^SC-(18|2\d|4\d)/.test(id))).toEqual([
    { id: 'SC-18', title: 'Mobile Code', verified: true, note: null },
    {
      ...{ id: 'SC-18(2)', title: 'Acquisition, Development, and Use', verified: false },
      note: 'The Mission Owner SRG Overview of the same date does not name it.',
    },
    ...['SC-20', 'SC-21', 'SC-22', 'SC-23'].map((id) => il4.find((control) => control.id === id)),
    { id: 'SC-24', title: 'Fail in Known State', verified: true, note: null },
    ...['SC-28', 'SC-28(1)', 'SC-45', 'SC-45(1)'].map((id) => il4.find((control) => control.id === id)),
    {
      ...{ id: 'SC-46', title: 'Cross Domain Policy Enforcement', verified: true },
      note: 'Only where a cross domain solution is used.',
    },
  ]);
});
