import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment } from '../moto/environment.ts';

/** Runs the suite in test/messages with what Slack and Microsoft publish about messages; the arguments go to vitest. */
const bin = await environment(join('.venv', 'messages'), 'messages', ['--no-deps']);
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', '--config', join('test', 'messages', 'vitest.config.ts'), ...process.argv.slice(2)];
const env = { ...process.env, VALIDATORS: bin };
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
