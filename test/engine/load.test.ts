import { describe, expect, test } from 'vitest';
import { checkPacks, packJsonSchema, parsePack } from '../../lib/engine/index.ts';
import { InputError, type Problem } from '../../lib/model/errors.ts';
import { packText } from './builders.ts';

function problems(action: () => unknown): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const of = (rule: object, rest: object = {}) => problems(() => parsePack(packText(rule, rest), 'my.json'));

test('a sound pack is taken', () => {
  const pack = parsePack(packText({}), 'my.json');
  expect({ id: pack.id, rules: pack.rules.map(({ id }) => id), sha: pack.sha256.length }).toEqual({
    id: 'test-pack',
    rules: ['test-rule'],
    sha: 64,
  });
});

describe('a pack is refused, with file and JSON path', () => {
  test.each<[string, object, Problem]>([
    [
      'an unknown fact, with the nearest name',
      { requires: { fact: 'stat', operator: 'equal', value: 'REGISTERED' } },
      {
        place: 'my.json: $.rules[0].requires.fact',
        found: 'no fact of a directory is named "stat" (did you mean "state"?)',
        mend: 'Name one of its facts, or config.<parameter>.',
      },
    ],
    [
      'an operator that does not fit the fact',
      { requires: { fact: 'state', operator: 'greaterThan', value: 3 } },
      {
        place: 'my.json: $.rules[0].requires.operator',
        found: '"greaterThan" does not fit state, which is a string',
        expected: 'equal, notEqual, in, notIn, startsWith, matchesAnyGlob',
        mend: 'Choose an operator for that type.',
      },
    ],
    [
      'a value that the enumeration does not have',
      { requires: { all: [{ fact: 'endpointEncryptionMode', operator: 'equal', value: 'FIPS_VALIDATD' }] } },
      {
        place: 'my.json: $.rules[0].requires.all[0].value',
        found: '"FIPS_VALIDATD"',
        expected: 'FIPS_VALIDATED, STANDARD_TLS',
        mend: 'Use a known value (did you mean "FIPS_VALIDATED"?).',
      },
    ],
    [
      'a placeholder that is no fact',
      { reason: { compliant: 'It is {stat}.', nonCompliant: 'It is {state}.' } },
      {
        place: 'my.json: $.rules[0].reason.compliant',
        found: 'no fact of a directory is named "stat" (did you mean "state"?)',
        mend: 'Name one of its facts, or config.<parameter>.',
      },
    ],
    [
      'a shared condition that is not there',
      { appliesWhen: { condition: 'registred' } },
      {
        place: 'my.json: $.rules[0].appliesWhen',
        found: 'no shared condition is named "registred"',
        mend: 'Name a condition that stands in "conditions" of the same pack.',
      },
    ],
    [
      'no example of a violation',
      { examples: [1, 2].map(() => ({ name: 'good', facts: { state: 'REGISTERED' }, outcome: 'COMPLIANT' })) },
      {
        place: 'my.json: $.rules[0].examples',
        found: 'no example is NON_COMPLIANT',
        expected: 'at least one COMPLIANT and one NON_COMPLIANT example',
        mend: 'Add one.',
      },
    ],
  ])('%s', (_, rule, problem) => {
    expect(of(rule)).toEqual([problem]);
  });

  test.each<[string, object, string]>([
    ['an empty all, which would match everything', { requires: { all: [] } }, '$.rules[0].requires.all'],
    ['an empty any, which would match everything', { requires: { any: [] } }, '$.rules[0].requires.any'],
    [
      'an unknown operator',
      { requires: { fact: 'state', operator: 'eq', value: 'X' } },
      '$.rules[0].requires.operator',
    ],
    ['an unknown key', { colour: 'red' }, '$.rules[0]'],
    [
      'a not, which three-valued verdicts could not survive',
      { requires: { not: { fact: 'state', operator: 'equal', value: 'ERROR' } } },
      '$.rules[0].requires',
    ],
    [
      'a path, whose resolver would run script',
      { requires: { fact: 'state', operator: 'equal', value: 'ERROR', path: '$..[?(@.x)]' } },
      '$.rules[0].requires',
    ],
    ['a severity that ASFF does not have', { severity: 'SEVERE' }, '$.rules[0].severity'],
    ['no examples', { examples: [] }, '$.rules[0].examples'],
  ])('%s', (_, rule, path) => {
    expect(of(rule).map(({ place }) => place)).toEqual([`my.json: ${path}`]);
  });

  test('a misspelt key, with the one that it most likely meant', () => {
    expect(of({ sevrityWhen: [] }).map(({ found }) => found)).toEqual([
      'unknown key(s) "sevrityWhen" (did you mean "severityWhen"?)',
    ]);
  });

  test('every problem at once', () => {
    const rule = { severity: 'SEVERE', requires: { all: [] } };
    expect(of(rule).map(({ place }) => place)).toEqual([
      'my.json: $.rules[0].severity',
      'my.json: $.rules[0].requires.all',
    ]);
  });

  test('a JSON syntax error, with its line', () => {
    const [problem] = problems(() => parsePack('{\n  "id": "x",\n  oops\n}', 'my.json'));
    expect(problem?.place).toBe('my.json');
    expect(problem?.found).toMatch(/^invalid JSON \(.*line 3/);
  });

  test('a shared condition that refers to itself', () => {
    const found = of(
      { appliesWhen: { condition: 'round' } },
      { conditions: { round: { all: [{ condition: 'round' }] } } },
    );
    expect(found.map((problem) => problem.found)).toEqual(['the condition "round" refers to itself']);
  });

  test('a default that does not fit its own schema', () => {
    const parameters = { days: { type: 'days', schema: { type: 'integer' }, default: 'many', description: 'Days.' } };
    expect(of({}, { parameters }).map(({ place }) => place)).toEqual(['my.json: $.parameters.days.default']);
  });
});

describe('packs are checked against each other', () => {
  test('a rule id stands once', () => {
    const packs = [parsePack(packText({}), 'a.json'), parsePack(packText({}, { id: 'other' }), 'b.json')];
    expect(problems(() => checkPacks(packs)).map(({ place, found }) => `${place}: ${found}`)).toEqual([
      'b.json: the rule "test-rule" is also in a.json',
    ]);
  });

  test('a parameter is declared by some pack', () => {
    const pack = parsePack(
      packText({ requires: { fact: 'ipGroupCount', operator: 'lessThan', value: { fact: 'config.most' } } }),
      'a.json',
    );
    expect(problems(() => checkPacks([pack])).map(({ found }) => found)).toEqual([
      'no pack declares the parameter "most"',
    ]);
  });
});

test('the published schema knows facts, operators and that nothing else is allowed', () => {
  const schema = JSON.stringify(packJsonSchema());
  expect(schema).toContain('"endpointEncryptionMode"');
  expect(schema).toContain('"matchesAnyGlob"');
  expect(schema).toContain('"additionalProperties":false');
});
