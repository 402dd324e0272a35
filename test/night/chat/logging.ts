import { expect, test } from 'vitest';
import { secrets } from '../world/environments.ts';
import type { ChatWorld } from './world.ts';

/** What all functions have written by now. */
export function logNoSecret(world: ChatWorld): void {
  test('hold no secret, no address that takes an answer, and nothing of a body that was refused', () => {
    const { log } = world.night.functions;
    expect(log).toContain('a request was refused');
    expect(log).toContain('a question was accepted');
    const unspeakable = [
      ...[...secrets, ...world.night.router.secrets, ...world.secrets.all],
      ...['xoxb-', 'hooks.slack.com', 'logic.azure.com', 'd-whispered', 'U0BOT0000', 'of-no-use'],
    ];
    expect(unspeakable.filter((text) => log.includes(text))).toStrictEqual([]);
  });

  test('and no function asked for a host that is none of the platforms', () => {
    expect(world.strangers).toStrictEqual([]);
  });
}
