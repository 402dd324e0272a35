import type { CliIo } from './io.ts';

/** The streams, environment and directory of this process. */
export function processIo(): CliIo {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  // "npm run wsaudit" moves to the checkout first; the files that its user names are where they called it.
  const calledFrom = process.env.npm_lifecycle_event === 'wsaudit' ? process.env.INIT_CWD : undefined;
  return { stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: calledFrom ?? process.cwd() };
}

/** Whoever reads our output may stop early, as "head" does: that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
