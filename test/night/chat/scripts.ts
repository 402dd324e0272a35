import { expect, test } from 'vitest';
import * as z from 'zod';
import { wholeAudit } from './expected.ts';
import type { ChatWorld } from './world.ts';

const answerSchema = z.strictObject({
  ...{ formatVersion: z.literal(1), command: z.string(), outcome: z.string(), text: z.string() },
  ...{ data: z.looseObject({ open: z.number() }), run: z.string().optional(), evidence: z.url() },
});

/** Who invokes function `ask` by itself. */
export function script(world: ChatWorld): void {
  test('a script that waits for an audit gets what it found, as JSON', async () => {
    world.night.router.forget();
    const { directoryId, accountId, region } = world.night.site(4);
    const answer = answerSchema.parse(
      await world.invoke('ask', { command: 'audit', directories: [directoryId], wait: true }),
    );
    expect(answer).toMatchObject({ command: 'audit', outcome: 'answered', run: expect.stringMatching(/^ask-/) });
    expect(answer.data).toMatchObject({
      ...{ kind: 'audit', outcome: 'open', run: answer.run, directories: [directoryId], failure: null },
      evidence: { total: 1, omitted: 0, items: [{ accountId, region }] },
    });
    expect(world.night.router.invocations.map(({ name }) => name)).toStrictEqual(wholeAudit.slice(1, -2));
    expect(await world.night.executions.end(answer.run ?? '')).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('a script asks for the status', async () => {
    const answer = answerSchema.parse(await world.invoke('ask', { command: 'status' }));
    expect(answer).toMatchObject({ command: 'status', outcome: 'answered', data: { lastRun: { run: 'first' } } });
    expect(answer.text.split('\n')[0]).toMatch(new RegExp(`^${answer.data.open} open findings: `));
  });

  test('a script that asks wrongly is told all that is wrong', async () => {
    const answer = await world.invoke('ask', { command: 'audit', directory: 'd-1', wait: 'yes' });
    const takes = '"audit" takes command, directories, accounts, regions, run, wait.';
    expect(answer).toStrictEqual({
      ...{ formatVersion: 1, command: 'audit', outcome: 'refused', data: null },
      text: [
        'This cannot be answered as it was asked.\n',
        `- $.wait: "yes"; expected a boolean. ${takes}`,
        `- $: unknown key(s) "directory" (did you mean "directories"?). ${takes}`,
      ].join('\n'),
    });
  });

  test('Amazon Q Developer gets one line of text', async () => {
    const line = z.string().parse(await world.invoke('ask', { text: 'status' }));
    expect(line).toMatch(/^\d+ open findings: [^\n]+$/);
  });
}
