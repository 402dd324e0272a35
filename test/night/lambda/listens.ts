import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 20_000;

/** Waits until a port of the loopback address takes connections. @returns false when the process ended or stays silent */
export async function listens(port: number, process: ChildProcess): Promise<boolean> {
  const end = performance.now() + patienceMilliseconds;
  while (performance.now() < end && process.exitCode === null) {
    if (await accepts(port)) return true;
    await delay(50);
  }
  return false;
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
