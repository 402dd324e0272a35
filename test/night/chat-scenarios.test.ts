import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answererOver, type Evidence, exampleEvidence, now, textOf } from '../chat/scenarios/evidence.ts';
import { readScenarios } from '../chat/scenarios/scenarios.ts';
import { readTypedScenarios } from '../chat/understand/scenarios.ts';
import { type Artifact, unpack } from './lambda/artifact.ts';
import { EmulatedFunction } from './lambda/function.ts';

const scenarios = await readScenarios();
let evidence: Evidence;
let artifact: Artifact;
let emulated: EmulatedFunction;
beforeAll(async () => {
  evidence = await exampleEvidence();
  artifact = await unpack('ask');
  const endpoint = await evidence.bucket.client.config.endpoint?.();
  emulated = await EmulatedFunction.start({
    artifact,
    timeoutSeconds: 900,
    environment: {
      EVIDENCE_BUCKET: evidence.bucket.bucket,
      STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:111122223333:stateMachine:none',
      POWERTOOLS_SERVICE_NAME: 'workspaces-auditor-scenarios',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_ENDPOINT_URL: `http://${endpoint?.hostname}:${endpoint?.port}`,
      NODE_OPTIONS: `--import ${resolve('test/night/chat/frozen-clock.mjs')}`,
      FROZEN_CLOCK: String(now.getTime()),
    },
  });
});
afterAll(async () => {
  await emulated.stop();
  evidence.s3.stop();
  await rm(artifact.directory, { recursive: true, force: true });
});

const ask = async (text: string) => JSON.parse(await emulated.invoke(JSON.stringify({ step: 'understand', text })));

describe('the bundled function under the runtime client', () => {
  test.each(scenarios)('answers $name', async ({ question, answer }) => {
    expect(textOf(await ask(question))).toBe(answer);
  });

  // The names that these use are of another estate; what they come to here is told by the function's source.
  test('understands whatever is typed in the scenarios of the grammar as its source does', async () => {
    const source = await answererOver(evidence.bucket);
    const grammar = readTypedScenarios();
    for (const { typed, name } of grammar) expect([name, await ask(typed)]).toEqual([name, await source(typed)]);
    expect(grammar.length).toBeGreaterThan(200);
  });
});
