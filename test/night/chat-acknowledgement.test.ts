import { expect, test } from 'vitest';
import { measure, table } from '../../bench/acknowledge.ts';
import { acknowledgement } from './chat/expected.ts';
import { coldStarts } from './settings.ts';

// How long it takes is printed and never asserted: this machine is not Lambda, and has other work to do.
test('a slash command that finds nothing warm is acknowledged, every time', { timeout: 600_000 }, async () => {
  const measured = await measure(coldStarts);
  process.stdout.write(`\n${table(measured)}\n`);
  const [door] = measured;
  expect(door.answers.map((answer) => JSON.parse(answer))).toStrictEqual(
    Array.from({ length: coldStarts }, () => acknowledgement),
  );
});
