import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePack } from '../../lib/engine/index.ts';
import { gapsOf, operationsOf, summarize } from '../../lib/findings/index.ts';
import { emptyResources } from '../../lib/snapshot/resource-types.ts';
import { exception, finding } from './result.ts';

const header = {
  ...{ type: 'Snapshot' as const, formatVersion: 1 as const, partition: 'aws', accountId: '111122223333' },
  ...{ region: 'us-east-1', capturedAt: '2027-01-31T12:00:00Z', generator: 'test' },
};

test('what is not complete, and what is wanted and not listed, in order', () => {
  const coverage = new Map([
    [
      'workspaces:DescribeWorkspaces',
      { operation: 'workspaces:DescribeWorkspaces', status: 'complete' as const, count: 0 },
    ],
    [
      'ec2:DescribeSubnets',
      {
        ...{ operation: 'ec2:DescribeSubnets', status: 'denied' as const, count: 0 },
        errorCode: 'Denied',
        message: 'no',
      },
    ],
  ]);
  const snapshot = { header, resources: emptyResources(), coverage, sha256: '', notes: [] };
  const place = { accountId: '111122223333', region: 'us-east-1' };
  expect(gapsOf(snapshot, ['ds:DescribeDirectories', 'workspaces:DescribeWorkspaces', 'ec2:DescribeSubnets'])).toEqual([
    { ...place, operation: 'ds:DescribeDirectories', status: 'skipped' },
    { ...place, operation: 'ec2:DescribeSubnets', status: 'denied', errorCode: 'Denied', message: 'no' },
  ]);
});

test('the operations of a rule are those of the facts in all its conditions', () => {
  const text = readFileSync(new URL('../cli/fixtures/demo.json', import.meta.url), 'utf8');
  const { rules } = parsePack(text, 'demo.json');
  expect(rules.map((rule) => [rule.id, operationsOf(rule)])).toEqual([
    ['demo-encrypted', ['workspaces:DescribeWorkspaces']],
    ['demo-group-rules', ['workspaces:DescribeIpGroups']],
    ['demo-ip-groups', ['workspaces:DescribeWorkspaceDirectories']],
  ]);
});

test('the summary counts all results, and leaves only validly excepted ones out of the severities', () => {
  const results = [
    ...[finding(), finding({ severity: 'LOW' }), finding({ status: 'COMPLIANT' })],
    ...[finding({ exception: exception(false) }), finding({ exception: exception(true) })],
    finding({ status: 'INSUFFICIENT_DATA' }),
  ];
  expect(summarize(results)).toEqual({
    results: 6,
    byStatus: { COMPLIANT: 1, NON_COMPLIANT: 4, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 1 },
    nonCompliantBySeverity: { CRITICAL: 0, HIGH: 2, MEDIUM: 0, LOW: 1, INFORMATIONAL: 0 },
    excepted: 1,
  });
});
