import { expect, test } from 'vitest';
import { answer, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import { demo, partsOf } from './memory.ts';

const ask = (rule: string, changes: Parameters<typeof partsOf>[1] = {}) =>
  answer({ kind: 'explain', rule }, partsOf([], changes));

test('a rule is told with what it reads and the values of its parameters', async () => {
  const { reply, data } = await ask('demo-group-rules');
  expect(reply).toEqual({
    mood: 'neutral',
    title: 'IP access control groups hold enough rules',
    sections: [
      {
        lines: [
          [
            ...[{ code: 'demo-group-rules' }, ' of pack ', { code: 'demo' }],
            ', about each IP access control group. Severity: LOW.',
          ],
        ],
      },
      {
        heading: 'What decides',
        lines: [[{ code: 'ruleCount' }, ': ', 'Rules of the group; unknown when the answer has no list of rules.']],
        isList: true,
      },
      {
        heading: 'Parameters',
        lines: [[{ code: 'demoMinimum' }, ' is ', { code: '1' }, ', the default']],
        isList: true,
      },
      { heading: 'How to mend', lines: [['Add the rules that are missing.']] },
      {
        heading: 'References',
        isList: true,
        lines: [
          ['Source: ', { link: 'IP access control groups', url: 'https://docs.aws.amazon.com/workspaces/' }],
          ['Read with: ', { code: 'workspaces:DescribeIpGroups' }],
        ],
      },
    ],
    next: ['why demo-group-rules', 'findings demo'],
  });
  expect(data).toEqual({
    ...{ kind: 'explain', ruleId: 'demo-group-rules', known: true, nearest: [], packId: 'demo' },
    title: 'IP access control groups hold enough rules',
    ...{ subjectType: 'ipGroup', inForce: true, severity: 'LOW', baseSeverity: 'LOW', controls: [] },
    ...{ remediation: 'Add the rules that are missing.', operations: ['workspaces:DescribeIpGroups'] },
    parameters: [{ name: 'demoMinimum', value: 1, configured: false }],
    source: { section: 'IP access control groups', url: 'https://docs.aws.amazon.com/workspaces/' },
  });
});

test('what the configuration sets is told apart from what the pack says', async () => {
  const configuration = {
    ...defaultConfiguration,
    parameters: { demoMinimum: 3 },
    rules: new Map([['demo-group-rules', { enabled: true, severity: 'CRITICAL' as const }]]),
  };
  const { reply, data } = await ask('demo-group-rules', { configuration });
  expect([reply.sections[0]?.lines[0]?.[3], reply.sections[2]?.lines[0]]).toEqual([
    ', about each IP access control group. Severity: CRITICAL, set by the configuration (the pack says LOW).',
    [{ code: 'demoMinimum' }, ' is ', { code: '3' }, ', set by the configuration'],
  ]);
  expect(data).toMatchObject({ severity: 'CRITICAL', baseSeverity: 'LOW', inForce: true });
});

test.each([
  [
    'the rule',
    { rules: new Map([['demo-encrypted', { enabled: false, severity: undefined }]]) },
    'Not in force. The configuration turns it off.',
  ],
  ['its pack', { disabledPacks: new Set(['demo']) }, 'Not in force. The configuration turns off its pack, demo.'],
])('it says so where the configuration turns off %s', async (_, changes, line) => {
  const { reply, data } = await ask('demo-encrypted', { configuration: { ...defaultConfiguration, ...changes } });
  expect([reply.sections[0]?.lines[1], reply.next]).toEqual([[{ strong: line }], []]);
  expect(data).toMatchObject({ inForce: false });
});

test('grades, reasons, steps and controls are told where a rule has them', async () => {
  const [first] = demo.rules;
  if (first === undefined) throw new Error('no rule');
  const rule = {
    ...first,
    why: 'A lost disk can be read.',
    severityWhen: [
      { severity: 'LOW' as const, when: first.requires },
      { severity: 'CRITICAL' as const, when: first.requires },
    ],
    steps: { console: 'WorkSpaces > Rebuild', cli: 'aws workspaces rebuild-workspaces' },
  };
  const { reply } = await ask(rule.id, { packs: [{ ...demo, rules: [rule] }] });
  expect(renderText(reply)).toBe(`Root volumes are encrypted

demo-encrypted of pack demo, about each WorkSpace. Severity: HIGH, by circumstances CRITICAL or LOW.

Why:
A lost disk can be read.

What decides:
- volumes.rootEncrypted: Whether the root volume is encrypted; the API leaves the flag out when it is not.

How to mend:
Rebuild it from an encrypted image.
Console: WorkSpaces > Rebuild
AWS CLI: aws workspaces rebuild-workspaces

References:
- NIST SP 800-53 controls: SC-28
- Source: Encrypted WorkSpaces (https://docs.aws.amazon.com/workspaces/)
- Read with: workspaces:DescribeWorkspaces

Next:
- why demo-encrypted
- findings demo`);
});

test('a source that is not https is no link', async () => {
  const rules = demo.rules.map((rule) => ({ ...rule, source: { section: 'Ours', url: 'javascript:alert(1)' } }));
  const { reply } = await ask('demo-encrypted', { packs: [{ ...demo, rules }] });
  expect(reply.sections.at(-1)?.lines[1]).toEqual(['Source: ', 'Ours']);
});

test('of a rule that nobody knows the nearest names are offered', async () => {
  const { reply, data } = await ask('demo-ip-grups');
  expect(reply).toEqual({
    mood: 'question',
    title: 'Which rule is meant?',
    sections: [{ lines: [['No rule is named ', { code: 'demo-ip-grups' }, '. The nearest names are below.']] }],
    next: ['explain demo-ip-groups', 'explain demo-group-rules', 'explain demo-encrypted'],
  });
  expect(data).toMatchObject({ known: false, nearest: ['demo-ip-groups', 'demo-group-rules', 'demo-encrypted'] });
});
