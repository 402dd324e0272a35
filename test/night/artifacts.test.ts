import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { runFunctionNames } from './lambda/artifact.ts';
import { runEnvironments, secrets } from './world/environments.ts';
import { Functions } from './world/functions.ts';

const errorSchema = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) });

/** Milliseconds from the start of the process until it asks for an event. */
const coldStarts = new Map<string, number | undefined>();
const functions = new Functions();
const environments = runEnvironments(
  { accounts: 'own', regions: ['us-east-1'] },
  'arn:aws:sns:us-east-1:123456789012:digests',
);

afterAll(async () => {
  await functions.stop();
  const lines = [...coldStarts].map(([name, milliseconds]) => `${name} ${milliseconds?.toFixed(0)} ms`);
  process.stdout.write(`Cold starts under the Runtime Interface Client: ${lines.join(', ')}\n`);
});

describe('each artifact, unpacked elsewhere, under the real Runtime Interface Client and Emulator', () => {
  test.each(runFunctionNames)('%s starts, refuses an event that is none, and logs no secret', async (name) => {
    const emulated = await functions.start(name, environments[name]);
    const answer = errorSchema.parse(JSON.parse(await emulated.invoke('{"run":"not a name!"}')));
    expect(answer).toMatchObject({
      errorType: 'InputError',
      errorMessage: expect.stringContaining('$.run: expected the name of an execution'),
    });
    coldStarts.set(name, emulated.coldStart);
    expect(emulated.coldStart).toBeGreaterThan(0);
    for (const secret of secrets) {
      expect(emulated.log).not.toContain(secret);
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
    expect(emulated.log).toContain('InputError');
  });
});
