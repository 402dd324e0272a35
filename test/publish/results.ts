import * as fc from 'fast-check';
import { severities } from '../../lib/model/outcome.ts';
import type { Json, Result } from '../../lib/model/report.ts';
import type { SubjectId } from '../../lib/model/subject.ts';
import { subjectTypes } from '../../lib/model/subject.ts';
import type { ResultSighting } from '../../lib/publish/asff.ts';

/** A security group that is open, as a rule reports it. */
export const subject: SubjectId = {
  type: 'securityGroup',
  id: 'sg-0a1b2c3d4e5f60718',
  arn: 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-0a1b2c3d4e5f60718',
  accountId: '111122223333',
  region: 'us-east-1',
};

export const result = (changes: Partial<Result> = {}): Result => ({
  ruleId: 'sg-no-open-ssh',
  packId: 'security-groups',
  title: 'No group lets the whole internet in on SSH',
  severity: 'HIGH',
  status: 'NON_COMPLIANT',
  subject,
  reason: 'sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.',
  evidence: { 'securityGroup.openPorts': [22], 'securityGroup.name': 'desktops' },
  remediation: 'Remove the rule.',
  controls: ['SC-7', 'AC-17'],
  missing: [],
  exception: null,
  ...changes,
});

/** When and how it was found. */
export const sighting: ResultSighting = {
  id: 'workspaces-auditor/0123abcd',
  state: 'open',
  firstObservedAt: '2026-11-01T03:00:00.000Z',
  lastObservedAt: '2026-11-22T03:00:00.000Z',
  updatedAt: '2026-11-22T03:05:00.000Z',
  sourceUrl: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/amazon-workspaces-security-groups.html',
  generator: 'workspaces-auditor/0.1.0',
};

/** Strings that names in AWS may hold, and worse: emoji, parts of surrogate pairs, control characters, very long. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '😀', '\u0000', '\n', '\u202e', ' ', '"', '<', '`', '|') }),
  fc
    .tuple(fc.constantFrom('x', '😀', 'é', '"', '\\', '\u0001', '\ud83d', '漢'), fc.nat(3000), fc.constantFrom('', 'a'))
    .map(([unit, times, before]) => before + unit.repeat(times)),
);

const json: fc.Arbitrary<Json> = fc.oneof(
  hostile,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(hostile, { maxLength: 4 }),
  fc.dictionary(hostile, hostile, { maxKeys: 3 }),
);

const exception = fc.record({
  ...{ reason: hostile, owner: hostile, ticket: fc.option(hostile), expires: hostile, expired: fc.boolean() },
});

/** Results as bad as they can be. */
export const results: fc.Arbitrary<Result> = fc.record({
  ruleId: hostile,
  packId: hostile,
  title: hostile,
  severity: fc.constantFrom(...severities),
  status: fc.constant('NON_COMPLIANT'),
  subject: fc.record({
    ...{ type: fc.constantFrom(...subjectTypes), id: hostile, arn: fc.oneof(hostile, fc.constant(subject.arn)) },
    ...{ accountId: fc.constant('111122223333'), region: fc.constantFrom('us-east-1', 'us-gov-west-1') },
  }),
  reason: hostile,
  evidence: fc.oneof(
    fc.dictionary(hostile, json, { maxKeys: 8 }),
    fc.nat(120).map((pairs) => Object.fromEntries(Array.from({ length: pairs }, (_, n) => [`fact.${n}`, n]))),
  ),
  remediation: hostile,
  controls: fc.oneof(
    fc.array(hostile, { maxLength: 5 }),
    fc.nat(60).map((count) => Array.from({ length: count }, () => 'SC-7')),
  ),
  missing: fc.constant([]),
  exception: fc.option(exception),
});
