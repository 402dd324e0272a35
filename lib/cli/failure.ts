import { CommanderError } from 'commander';
import { InputError } from '../model/errors.ts';
import { plain } from '../report/index.ts';
import type { CliIo } from './io.ts';

/** Tells the user what went wrong. @returns the exit status */
export function fail(error: unknown, { stderr, env }: CliIo): number {
  // Commander has printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) {
    for (const line of error.message.split('\n')) stderr.write(`wsaudit: ${plain(line)}\n`);
  } else {
    stderr.write(`wsaudit: unexpected error: ${plain(error instanceof Error ? error.message : String(error))}\n`);
    stderr.write('This is a fault of wsaudit: report it with the command line and what DEBUG=1 adds.\n');
  }
  if (env.DEBUG && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return 2;
}
