import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understand, type Vocabulary } from '../../../lib/chat/index.ts';
import { readBuiltInPacks } from '../../../lib/cli/read-packs.ts';
import { askStep } from '../../../lib/run/chat/ask-step.ts';
import { evidenceUrl } from '../../../lib/run/chat/evidence-url.ts';
import { memoryOf } from '../../../lib/run/chat/memory.ts';
import { type Evidence, exampleEvidence, now, textOf } from './evidence.ts';
import { readScenarios } from './scenarios.ts';

const builtInPacks = await readBuiltInPacks();
const scenarios = await readScenarios();
let evidence: Evidence;
let vocabulary: Vocabulary;
beforeAll(async () => {
  evidence = await exampleEvidence();
  vocabulary = await (await memory()).vocabulary();
});
afterAll(() => evidence.s3.stop());

const memory = () => memoryOf({ bucket: evidence.bucket, builtInPacks });

const never = (): never => {
  throw new Error('understanding a question starts nothing');
};

const ask = (text: string) =>
  askStep(
    { step: 'understand', text },
    {
      memory,
      audits: { client: new SFNClient({ region: 'us-east-1' }), stateMachineArn: '', clock: () => now, sleep: never },
      run: '',
      remaining: never,
      evidenceUrl: (key) => evidenceUrl({ bucket: 'evidence', region: 'us-east-1' }, key),
      report: never,
    },
  );

describe('a question to what the example estate left', () => {
  test.each(scenarios)('$name', async ({ question, answer }) => {
    const output = await ask(question);
    expect(textOf(output)).toBe(answer);
    // Whatever is offered can be sent as it is.
    const offers = output.kind === 'reply' ? output.reply.next : [];
    expect(offers.filter((offer) => understand(offer, vocabulary).kind !== 'intent')).toEqual([]);
  });
});
