import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownBlock } from '@slack/types';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '../../lib/chat/index.ts';
import { type SlackMessage, slackMessage } from '../../lib/chat/slack/message.ts';
import { askeds, findings, hostile, replies } from '../chat/slack/replies.ts';

const problemsSchema = z.array(z.string());

/** What Slack's own models say of each message; the messages stay in dist for who wants to look at them. */
function problemsOf(name: string, messages: readonly SlackMessage[]): readonly (readonly string[])[] {
  mkdirSync(join('dist', 'messages'), { recursive: true });
  const lines = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  writeFileSync(join('dist', 'messages', `${name}.ndjson`), lines);
  const python = join(process.env.VALIDATORS ?? '', 'python');
  const script = join('test', 'messages', 'validate.py');
  const env = { ...process.env, PYTHONUTF8: '1' };
  const run = spawnSync(python, [script], { input: lines, encoding: 'utf8', maxBuffer: 2 ** 28, env });
  if (run.status !== 0) throw new Error(`${python} ${script}: ${run.error?.message ?? run.stderr}`);
  const read = run.stdout.split('\n').filter((line) => line !== '');
  return read.map((line) => problemsSchema.parse(JSON.parse(line)));
}

const none = (messages: readonly SlackMessage[]) => messages.map(() => []);

test('an answer as they mostly are is what Slack takes', () => {
  const messages = [slackMessage(findings), slackMessage(findings, { user: 'U0001ABCD', text: 'findings high' })];
  expect(problemsOf('typical', messages)).toStrictEqual(none(messages));
});

test('so is one of hostile names, in every place of an answer', () => {
  const messages = hostile.flatMap((name) => {
    const lines = [[name], [{ code: name }, { strong: name }], [{ link: name, url: `https://example.com/${name}` }]];
    const reply: Reply = {
      ...{ mood: 'open', title: name, next: [name] },
      sections: [{ heading: name, lines, isList: true, omitted: 3 }],
      evidence: { link: name, url: 'https://example.com/' },
    };
    return [slackMessage(reply), slackMessage(reply, { user: 'U0001ABCD', text: name })];
  });
  expect(problemsOf('hostile', messages)).toStrictEqual(none(messages));
});

test('so is any other', () => {
  // The same ones in every run.
  const messages = fc
    .sample(fc.tuple(replies, askeds), { numRuns: 500, seed: 5 })
    .map(([reply, asked]) => slackMessage(reply, asked));
  expect(problemsOf('any', messages)).toStrictEqual(none(messages));
});

test('what is beyond a limit is told', () => {
  const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  const header = (text: string): KnownBlock => ({ type: 'header', text: { type: 'plain_text', text, emoji: false } });
  const context = (count: number): KnownBlock => ({
    type: 'context',
    elements: Array.from({ length: count }, () => ({ type: 'mrkdwn', text: 'a', verbatim: true })),
  });
  const spoilt: readonly SlackMessage[] = [
    { text: 'T', blocks: [header('x'.repeat(150)), section('x'.repeat(3000)), context(10)] },
    { text: 'T', blocks: [header('x'.repeat(151)), section('x'.repeat(3001)), context(11)] },
    { text: 'T', blocks: [section(''), header('')] },
    { text: 'x'.repeat(4001), blocks: Array.from({ length: 51 }, () => section('a')) },
  ];
  expect(problemsOf('spoilt', spoilt)).toStrictEqual([
    [],
    [
      'header: text attribute cannot exceed 150 characters',
      'section: text attribute cannot exceed 3000 characters',
      'context: elements attribute cannot exceed 10 elements',
    ],
    ['section: not as the models write it', 'header: not as the models write it'],
    ['message: 51 blocks, where 50 are allowed', 'message: 4001 characters of text, where 4000 are advised'],
  ]);
});
