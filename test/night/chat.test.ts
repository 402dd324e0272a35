import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { ask } from './chat/asking.ts';
import { breakDown } from './chat/breaking-down.ts';
import { fail } from './chat/failing.ts';
import { logNoSecret } from './chat/logging.ts';
import { refuse } from './chat/refusing.ts';
import { rotate } from './chat/rotating.ts';
import { script } from './chat/scripts.ts';
import { askFromTeams } from './chat/teams-asking.ts';
import { ChatWorld } from './chat/world.ts';

const world = new ChatWorld();
beforeAll(() => world.start());
afterAll(() => world.stop());
beforeEach(() => world.mend());

// One world for all of them; the last looks at what the others left in the logs.
describe('asked from Slack', () => ask(world));
describe('asked from Microsoft Teams', () => askFromTeams(world));
describe('invoked by scripts, runbooks and Amazon Q Developer', () => script(world));
describe('where something is broken', () => fail(world));
describe('where AWS does not let the front door do its work', () => breakDown(world));
describe('secrets that are rotated without a deploy', () => rotate(world));
describe('what is refused', () => refuse(world));
describe('the logs', () => logNoSecret(world));
