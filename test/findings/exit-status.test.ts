import { expect, test } from 'vitest';
import { exitStatus, failLevels } from '../../lib/findings/index.ts';
import { severities } from '../../lib/model/outcome.ts';
import { exception, finding } from './result.ts';

const blind = finding({ status: 'INSUFFICIENT_DATA', severity: 'LOW', missing: ['ec2:DescribeSubnets'] });
const wanting = finding({ status: 'INSUFFICIENT_DATA', severity: 'CRITICAL' });

test('a finding fails a run from its severity on; INFORMATIONAL never does', () => {
  const statuses = severities.map((severity) =>
    failLevels.map((level) => exitStatus([finding({ severity })], [], level)),
  );
  expect(Object.fromEntries(severities.map((severity, index) => [severity, statuses[index]]))).toEqual({
    // none, low, medium, high, critical
    CRITICAL: [0, 1, 1, 1, 1],
    HIGH: [0, 1, 1, 1, 0],
    MEDIUM: [0, 1, 1, 0, 0],
    LOW: [0, 1, 0, 0, 0],
    INFORMATIONAL: [0, 0, 0, 0, 0],
  });
});

test.each([
  ['nothing at all', [], [], 0],
  ['sound results', [finding({ status: 'COMPLIANT' }), finding({ status: 'NOT_APPLICABLE' })], [], 0],
  ['something was not read, whatever its severity', [blind], [], 3],
  ['only a baseline, a setting or an attestation is wanting', [wanting], [], 0],
  ['subjects could not all be listed', [], ['workspaces:DescribeWorkspaces'], 3],
  ['findings decide before what was not read', [blind, finding()], ['workspaces:DescribeWorkspaces'], 1],
  ['a finding below the level leaves the decision to what was not read', [blind, finding({ severity: 'LOW' })], [], 3],
  ['a valid exception', [finding({ exception: exception(false) })], [], 0],
  ['an expired exception counts again', [finding({ exception: exception(true) })], [], 1],
  ['a valid exception hides no unread input', [blind, finding({ exception: exception(false) })], [], 3],
])('%s', (_, results, unlisted, status) => {
  expect(exitStatus(results, unlisted, 'high')).toBe(status);
  expect(exitStatus(results, unlisted, 'none')).toBe(0);
});
