import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understand, type Vocabulary } from '../../../lib/chat/index.ts';
import { readBuiltInPacks } from '../../../lib/cli/read-packs.ts';
import { memoryOf } from '../../../lib/run/chat/memory/memory.ts';
import { answererOver, type Evidence, exampleEvidence, textOf } from './evidence.ts';
import { readScenarios } from './scenarios.ts';

const scenarios = await readScenarios();
let evidence: Evidence;
let vocabulary: Vocabulary;
let ask: Awaited<ReturnType<typeof answererOver>>;
beforeAll(async () => {
  evidence = await exampleEvidence();
  ask = await answererOver(evidence.bucket);
  const memory = await memoryOf({ bucket: evidence.bucket, builtInPacks: await readBuiltInPacks() });
  vocabulary = await memory.vocabulary();
});
afterAll(() => evidence.s3.stop());

describe('a question to what the example estate left', () => {
  test.each(scenarios)('$name', async ({ question, answer }) => {
    const output = await ask(question);
    expect(textOf(output)).toBe(answer);
    // Whatever is offered can be sent as it is.
    const offers = output.kind === 'reply' ? output.reply.next : [];
    expect(offers.filter((offer) => understand(offer, vocabulary).kind !== 'intent')).toEqual([]);
  });
});
