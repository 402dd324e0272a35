import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment } from '../moto/environment.ts';
import { stages } from './stages.ts';

/** Packages the stages and runs the suite in test/template over them; the arguments go to vitest. */
const bin = await environment(join('.venv', 'template'), 'template');
const failed = Object.entries(stages).some(([stage, { region, settings, out }]) => {
  const args = ['scripts/package.ts', '--stage', stage, '--region', region, '--settings', settings, '--out', out];
  // Packaging needs no credentials: none are to be found.
  const env = {
    ...process.env,
    AWS_PROFILE: undefined,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
  };
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status !== 0;
});
if (failed) process.exitCode = 1;
else {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', join('test', 'template', 'vitest.config.ts'), ...process.argv.slice(2)];
  const env = { ...process.env, VALIDATORS: bin };
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}
