import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { environment } from '../moto/environment.ts';
import { startMoto } from '../moto/moto-server.ts';
import { freePort } from './free-port.ts';
import { emulator } from './install/emulator.ts';
import { interfaceClient } from './install/interface-client.ts';

/**
 * Packages the functions and runs the suite in test/night with them: under the real Lambda Runtime Interface Client and
 * Emulator, called by moto's Step Functions engine. The arguments go to vitest, but for `--acknowledge [number]`: that runs
 * the measurement of `bench/acknowledge.ts` alone, with so many cold starts.
 */
const [first, coldStarts = '20'] = process.argv.slice(2);
const measures = first === '--acknowledge';
if (measures && !/^[1-9]\d{0,3}$/.test(coldStarts)) throw new Error(`${coldStarts} is no number of cold starts.`);
const filter = measures ? ['chat-acknowledgement'] : process.argv.slice(2);

const bin = await environment(join('.venv', 'moto'), 'moto');
const python = join(bin, 'python');
const rie = await emulator(join('.venv', 'rie'), python);
const ric = await interfaceClient(join('.venv', 'ric'));
await promisify(execFile)(process.execPath, [join('scripts', 'package.ts')]);

// moto takes this port for its own: there its engine calls functions, and writes and reads S3. The suite listens on it.
const port = String(await freePort());
process.env.MOTO_PORT = port;
process.env.PYTHONPATH = resolve('test', 'night', 'moto');
const moto = await startMoto(bin);
delete process.env.PYTHONPATH;
try {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', join('test', 'night', 'vitest.config.ts'), ...filter];
  const env = {
    ...process.env,
    MOTO_URL: moto.url,
    MOTO_PYTHON: python,
    NIGHT_PORT: port,
    ...(measures ? { NIGHT_COLD_STARTS: coldStarts } : {}),
    NIGHT_EMULATOR: resolve(rie),
    NIGHT_INTERFACE_CLIENT: resolve(ric),
  };
  process.exitCode = await exitOf(spawn(process.execPath, args, { stdio: 'inherit', env }));
} finally {
  await moto.stop();
}

async function exitOf(child: ChildProcess): Promise<number> {
  await once(child, 'exit');
  return child.exitCode ?? 1;
}
