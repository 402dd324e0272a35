import { expect, test } from 'vitest';
import { answer, commands } from '../../../lib/chat/index.ts';
import { usage } from '../../../lib/chat/usage.ts';
import { partsOf, placeOf } from './memory.ts';

const ask = (about: (typeof commands)[number] | null, changes: Parameters<typeof partsOf>[1] = {}) =>
  answer({ kind: 'help', about }, partsOf([placeOf()], changes));

test('every command is told, with examples of what there is', async () => {
  const { reply, data } = await ask(null);
  expect(reply).toEqual({
    mood: 'neutral',
    title: 'What you can ask',
    sections: [
      { lines: commands.map((one) => [{ code: usage[one].form }, `: ${usage[one].does}`]), isList: true },
      { lines: [['Nothing that is asked here changes AWS, nor the exceptions.']] },
    ],
    next: [
      ...['status d-90671a2b3c', 'audit d-90671a2b3c', 'explain demo-encrypted', 'findings critical'],
      'why demo-encrypted',
    ],
  });
  expect(data).toEqual({ kind: 'help', commands: commands.map((command) => ({ command, ...usage[command] })) });
});

test.each([
  [
    'status',
    ['status d-90671a2b3c', 'status corp.example.com', 'status 111122223333', 'status us-east-1', 'status demo'],
  ],
  ['findings', ['findings critical', 'findings demo', 'findings d-90671a2b3c', 'findings corp.example.com']],
  ['why', ['why demo-encrypted']],
  ['coverage', ['coverage 111122223333', 'coverage us-east-1']],
  ['help', ['help why']],
] as const)('%s is told alone with its examples', async (about, examples) => {
  const { reply } = await ask(about);
  expect(reply).toEqual({
    mood: 'neutral',
    title: `How to ask for ${about}`,
    sections: [
      { lines: [[{ code: usage[about].form }, `: ${usage[about].does}`]], isList: true },
      { heading: 'For example', lines: examples.map((code) => [{ code }]), isList: true },
    ],
    next: [],
  });
});

test('before the first run there are no names to show', async () => {
  const vocabulary = async () => ({ rules: [], packs: [], directories: [], places: [] });
  const { reply } = await ask(null, { vocabulary });
  expect(reply.next).toEqual(['findings critical', 'help why']);
});
