import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A moto_server that runs. */
export interface Moto {
  readonly url: string;
  stop(): Promise<void>;
}

const patienceSeconds = 60;

/**
 * Starts moto_server on the loopback address and waits until it answers.
 *
 * @param bin directory of programs of the virtual environment
 * @throws Error with what the server wrote when it ends or stays silent
 */
export async function startMoto(bin: string): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(join(bin, 'moto_server'), ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its recorder would write into the working directory.
    env: { ...process.env, MOTO_RECORDER_FILEPATH: join(bin, '..', 'recording') },
  });
  const log: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => log.push(String(chunk)));
  // Whoever runs this is interrupted: the server must not stay behind.
  process.once('exit', () => server.kill());
  for (let waited = 0; waited < patienceSeconds * 10; waited += 1) {
    if (server.exitCode !== null) break;
    if (await answers(url)) return { url, stop: () => stop(server) };
    await delay(100);
  }
  await stop(server);
  throw new Error(`moto_server did not come up within ${patienceSeconds} s:\n${log.join('')}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/moto-api/`).then(
    (response) => response.ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
