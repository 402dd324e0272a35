import { expect, test } from 'vitest';
import { causeOf } from '../../lib/run/digest-cause.ts';

test.each([
  ['what a function threw', 'Error', '{"errorMessage":"a: b.\\n c: d.","trace":["at x"]}', 'a: b. c: d.'],
  ['a text', 'States.Runtime', 'The path is missing.\n    at x', 'States.Runtime: The path is missing.'],
  ['a text without a name', '', 'Why.', 'Why.'],
  ['nothing', 'States.Timeout', '', 'States.Timeout'],
  ['nothing at all', '', '', 'no reason is known'],
  ['JSON for programs', 'Lambda.Unknown', '{"errorMessage":"","x":1}', 'Lambda.Unknown'],
])('of %s, a line for people is left', (_, error, cause, line) => {
  expect(causeOf(error, cause)).toBe(line);
});
