import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultConfiguration, effectiveParameters, parseConfiguration, rulesInForce } from '../../lib/config/index.ts';
import { parsePack } from '../../lib/engine/index.ts';
import { InputError } from '../../lib/model/errors.ts';

const demo = parsePack(readFileSync(new URL('../cli/fixtures/demo.json', import.meta.url), 'utf8'), 'demo.json');
const other = { ...demo, id: 'other', parameters: [], rules: [] };
const parse = (text: string) => parseConfiguration(text, 'wsaudit.yaml', [demo, other]);

/** `line: what was found` of every problem. */
function problems(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ place, found }) => `${place}: ${found}`);
    throw error;
  }
  return [];
}

test.each(['', '# nothing yet\n', '{}', 'scope:\npacks:\nrules:\nexceptions:\n', '---\n'])(
  '%j changes nothing',
  (text) => {
    expect(parse(text)).toEqual(defaultConfiguration);
  },
);

test('everything that can be set', () => {
  const text = `
scope:
  directories: { include: ["d-90671*"], exclude: [d-1] }
packs:
  demo: { enabled: false, parameters: { demoMinimum: 3 } }
rules:
  demo-encrypted: { severity: LOW }
  demo-ip-groups: { enabled: false }
exceptions:
  - rule: demo-encrypted
    subject: "ws-*"
    accounts: ["111122223333"]
    reason: Reviewed
    owner: desktop-platform
    ticket: SEC-1042
    expires: 2027-01-31
  - { rule: demo-encrypted, subject: ws-2, reason: Reviewed, owner: us, expires: "2027-02-28" }
`;
  const exception = { rule: 'demo-encrypted', reason: 'Reviewed' };
  expect(parse(text)).toEqual({
    directories: { include: ['d-90671*'], exclude: ['d-1'] },
    disabledPacks: new Set(['demo']),
    attestations: [],
    parameters: { demoMinimum: 3 },
    rules: new Map([
      ['demo-encrypted', { enabled: true, severity: 'LOW' }],
      ['demo-ip-groups', { enabled: false, severity: undefined }],
    ]),
    exceptions: [
      {
        ...{ ...exception, subject: 'ws-*', accounts: ['111122223333'], owner: 'desktop-platform' },
        ...{ ticket: 'SEC-1042', expires: '2027-01-31' },
      },
      { ...exception, subject: 'ws-2', accounts: undefined, owner: 'us', ticket: null, expires: '2027-02-28' },
    ],
  });
});

test('a date that YAML 1.1 reads as a date is a date all the same', () => {
  const text =
    '%YAML 1.1\n---\nexceptions: [{ rule: demo-encrypted, subject: a, reason: b, owner: c, expires: 2027-01-31 }]\n';
  expect(parse(text).exceptions[0]?.expires).toBe('2027-01-31');
});

describe('a mistake is told with its line and the nearest name', () => {
  const exception = 'rule: demo-encrypted, subject: a, reason: b, owner: c';
  test.each([
    ['\nrulez: {}', ['wsaudit.yaml:2: unknown key "rulez" (did you mean "rules"?)']],
    ['scope: { directory: {} }', ['wsaudit.yaml:1: unknown key "directory" (did you mean "directories"?)']],
    ['scope:\n  directories:\n    excludes: []', ['wsaudit.yaml:3: unknown key "excludes" (did you mean "exclude"?)']],
    ['packs:\n  dmeo: {}', ['wsaudit.yaml:2: unknown pack "dmeo" (did you mean "demo"?)']],
    ['packs:\n  demo:\n    enable: no', ['wsaudit.yaml:3: unknown key "enable" (did you mean "enabled"?)']],
    [
      'packs:\n  demo:\n    parameters:\n      demoMinimun: 1',
      ['wsaudit.yaml:4: unknown parameter "demoMinimun" (did you mean "demoMinimum"?)'],
    ],
    ['packs: { other: { parameters: { demoMinimum: 1 } } }', ['wsaudit.yaml:1: unknown parameter "demoMinimum"']],
    [
      'packs: { demo: { parameters: { demoMinimum: -1 } } }',
      ['wsaudit.yaml:1: packs.demo.parameters.demoMinimum is -1'],
    ],
    ['packs: { demo: { enabled: "no" } }', ['wsaudit.yaml:1: packs.demo.enabled is "no"']],
    ['rules:\n  demo-encrypt: {}', ['wsaudit.yaml:2: unknown rule "demo-encrypt" (did you mean "demo-encrypted"?)']],
    ['rules:\n  demo-encrypted: { severity: high }', ['wsaudit.yaml:2: rules.demo-encrypted.severity is "high"']],
    ['rules:\n  a: 1\n  a: 2', ['wsaudit.yaml:2: unknown rule "a"', 'wsaudit.yaml:3: Map keys must be unique: "a: 2"']],
    ['- a', ['wsaudit.yaml:1: the file is ["a"]']],
    [`exceptions: [{ ${exception} }]`, ['wsaudit.yaml:1: exceptions[0].expires is missing']],
    [
      'exceptions:\n  - {}',
      ['rule', 'subject', 'reason', 'owner', 'expires'].map((key) => `wsaudit.yaml:2: exceptions[0].${key} is missing`),
    ],
    [`exceptions: [{ ${exception}, expires: 2027-02-29 }]`, ['wsaudit.yaml:1: exceptions[0].expires is "2027-02-29"']],
    [`exceptions: [{ ${exception}, expires: 2027 }]`, ['wsaudit.yaml:1: exceptions[0].expires is 2027']],
    [
      `exceptions: [{ ${exception}, expires: 2027-02-28, accounts: [111122223333] }]`,
      ['wsaudit.yaml:1: exceptions[0].accounts[0] is 111122223333'],
    ],
    [`exceptions: [{ ${exception}, expires: 2027-02-28, until: x }]`, ['wsaudit.yaml:1: unknown key "until"']],
    [
      'exceptions: [{ rule: "demo-*", subject: a, reason: b, owner: c, expires: 2027-02-28 }]',
      ['wsaudit.yaml:1: exceptions[0].rule: no rule is named "demo-*"'],
    ],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each(['a: [1', 'rules:\n\t- tab', 'rules: !unknown {}', 'a: 1\n---\nb: 2'])('the syntax error in %j', (text) => {
    expect(problems(text).join('\n')).toMatch(/^wsaudit\.yaml:\d+: .+/);
  });

  test('aliases that grow beyond measure', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefg'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdef'[i]}`).join()}]`),
    ];
    expect(problems(bomb.join('\n'))).toEqual([
      'wsaudit.yaml: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });
});

test('parameters of a pack that is turned off stay declared', () => {
  expect(effectiveParameters([demo, other], parse('packs: { demo: { enabled: false } }'))).toEqual({ demoMinimum: 1 });
  expect(effectiveParameters([demo], parse('packs: { demo: { parameters: { demoMinimum: 0 } } }'))).toEqual({
    demoMinimum: 0,
  });
});

describe('what is in force', () => {
  const ids = (text: string, narrowing = {}) =>
    rulesInForce([demo], parse(text), narrowing).rules.map(({ rule }) => rule.id);

  test('all rules, but for those turned off, narrowed', () => {
    expect(ids('')).toEqual(['demo-encrypted', 'demo-group-rules', 'demo-ip-groups']);
    expect(ids('rules: { demo-encrypted: { enabled: false } }')).toEqual(['demo-group-rules', 'demo-ip-groups']);
    expect(ids('', { packIds: ['demo'], ruleIds: ['demo-encrypted'] })).toEqual(['demo-encrypted']);
  });

  test('no rule left is an error: such a run proves nothing', () => {
    expect(() => ids('packs: { demo: { enabled: false } }')).toThrow(/no rule is in force/);
  });
});
