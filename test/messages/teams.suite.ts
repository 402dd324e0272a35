import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '../../lib/chat/index.ts';
import { teamsAnswer, teamsNote, workflowMessage } from '../../lib/chat/teams/index.ts';
import { findings, hostile, replies } from '../chat/slack/replies.ts';

/** Teams takes messages of 28 KB. */
const mostBytes = 28 * 1024;

/** The schema of version 1.4, as it lies in the package. */
const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schemaFile(), 'utf8')));

function schemaFile(): string {
  const python = join(process.env.VALIDATORS ?? '', 'python');
  const find = 'import importlib.util as u; print(u.find_spec("adaptive_cards").submodule_search_locations[0])';
  const run = spawnSync(python, ['-c', find], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${python}: ${run.error?.message ?? run.stderr}`);
  return join(run.stdout.trim(), 'schemas', 'schema-1.4.json');
}

// It is of draft 6, whose `id` newer validators do not take; formats are not what it is about.
const { id: _, $schema: __, ...rest } = schema;
const isCard = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(rest);

const messageSchema = z.object({
  attachments: z.tuple([z.object({ content: z.record(z.string(), z.unknown()) })]),
});

/** What the schema has against the card of a message, and the size of the message where it is too large. */
function problemsOf(message: unknown): string[] {
  const text = JSON.stringify(message);
  const [{ content }] = messageSchema.parse(JSON.parse(text)).attachments;
  // An extension of Teams', which the schema of all hosts does not know.
  const { msteams: ___, ...card } = content;
  isCard(card);
  const size = Buffer.byteLength(text);
  return [
    ...(isCard.errors ?? []).map(({ instancePath, message: why }) => `${instancePath}: ${why}`),
    ...(size <= mostBytes ? [] : [`${size} bytes`]),
  ];
}

const messagesOf = (reply: Reply) => [teamsAnswer(reply), workflowMessage(reply)];

test('an answer as they mostly are is an Adaptive Card', () => {
  expect([...messagesOf(findings), teamsNote('The audit has begun.')].map(problemsOf)).toStrictEqual([[], [], []]);
});

test('so is one of hostile names, in every place of an answer', () => {
  const messages = hostile.flatMap((name) => {
    const lines = [[name], [{ code: name }, { strong: name }], [{ link: name, url: `https://example.com/${name}` }]];
    return messagesOf({
      ...{ mood: 'open', title: name, next: [name] },
      sections: [{ heading: name, lines, isList: true, omitted: 3 }],
      evidence: { link: name, url: 'https://example.com/' },
    });
  });
  expect(messages.flatMap(problemsOf)).toStrictEqual([]);
});

test('so is any other', () => {
  // The same ones in every run; those of many megabytes are cut alike, and take long to be written down.
  const some = fc.sample(replies, { numRuns: 200, seed: 5 }).filter(({ sections }) => sections.length < 300);
  expect(some.length).toBeGreaterThan(100);
  const messages = some.flatMap(messagesOf);
  expect(messages.flatMap(problemsOf)).toStrictEqual([]);
});

test('what the schema does not know is told', () => {
  const spoil = (body: readonly unknown[]) => ({ attachments: [{ content: { type: 'AdaptiveCard', body } }] });
  const run = { type: 'TextRun', text: 'a' };
  expect(problemsOf(spoil([{ type: 'RichTextBlock', inlines: [run] }]))).toStrictEqual([]);
  for (const block of [
    { type: 'RichTextBlock', inlines: [{ ...run, weight: 'Heavy' }] },
    { type: 'RichTextBlock' },
    { type: 'Text', text: 'a' },
    { type: 'RichTextBlock', inlines: [run], colour: 'red' },
  ]) {
    expect(problemsOf(spoil([block])).length, JSON.stringify(block)).toBeGreaterThan(0);
  }
  expect(problemsOf(spoil([{ type: 'TextBlock', text: 'x'.repeat(mostBytes) }]))).toStrictEqual([
    `${mostBytes + 93} bytes`,
  ]);
});
