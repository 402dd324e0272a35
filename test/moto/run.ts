import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environment } from './environment.ts';
import { startMoto } from './moto-server.ts';

/** Runs the suite in test/moto against a real moto_server on a free port; the arguments go to vitest. */
const bin = await environment(join('.venv', 'moto'), 'moto');
const moto = await startMoto(bin);
try {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', join('test', 'moto', 'vitest.config.ts'), ...process.argv.slice(2)];
  const env = { ...process.env, MOTO_URL: moto.url, MOTO_PYTHON: join(bin, 'python') };
  process.exitCode = await exitOf(spawn(process.execPath, args, { stdio: 'inherit', env }));
} finally {
  await moto.stop();
}

async function exitOf(child: ChildProcess): Promise<number> {
  await once(child, 'exit');
  return child.exitCode ?? 1;
}
