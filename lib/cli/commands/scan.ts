import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../model/errors.ts';
import type { Collected, LostTarget } from '../collect.ts';
import { addCollectOptions, type CollectFlags, collectRequest } from '../collect-options.ts';
import type { CliIo } from '../io.ts';
import { type Finish, setExitCode } from './snapshot.ts';

/** Evaluates saved snapshots and reports; the same way as `evaluate FILE…`. Resolves to the exit status. */
export type EvaluateFiles = (
  files: readonly string[],
  options: Record<string, unknown>,
  io: CliIo,
  lostTargets: readonly LostTarget[],
) => Promise<number>;

export interface ScanParts {
  /** Adds the flags that evaluating and reporting take; `--quiet` is among them. */
  readonly addReportOptions?: (command: Command) => Command;
  readonly finish?: Finish;
}

type ScanFlags = CollectFlags & { readonly save?: string; readonly publish?: string; readonly failOn?: string };

/** Registers `scan`: collect from AWS, evaluate, report. */
export function registerScan(program: Command, io: CliIo, evaluateFiles: EvaluateFiles, parts: ScanParts = {}): void {
  const { addReportOptions = (command) => command, finish = setExitCode } = parts;
  const command = program.command('scan').description('read from AWS, evaluate, report');
  addReportOptions(addCollectOptions(command))
    .option('--save <file>', 'keep the snapshot; a directory for several Regions or roles')
    .option('--publish <targets>', 'publish findings (not available yet)')
    .action(async (flags: ScanFlags) => {
      if (flags.publish !== undefined) throw notAvailable(flags.publish);
      finish(
        await inPlace(flags.save, async (target) => {
          const { collectTargets } = await import('../collect.ts');
          const collected = await collectTargets(collectRequest(flags, target, io), io);
          return await evaluate(collected, flags, io, evaluateFiles);
        }),
      );
    });
}

async function evaluate(
  { snapshots, lost }: Collected,
  flags: ScanFlags,
  io: CliIo,
  evaluateFiles: EvaluateFiles,
): Promise<number> {
  const files = snapshots.map(({ file }) => file);
  for (const { accountId, region, message } of lost) {
    io.stderr.write(`Not read at all: account ${accountId}, ${region}: ${message}\n`);
  }
  const status = await evaluateFiles(files, { ...flags }, io, lost);
  // An account that could not be looked at is lost coverage: clean cannot be claimed for it.
  return status === 0 && lost.length > 0 && flags.failOn !== 'none' ? 3 : status;
}

/** Gives the snapshots a place: the one to keep, or a temporary directory that is removed again. */
async function inPlace(save: string | undefined, use: (target: string) => Promise<number>): Promise<number> {
  if (save !== undefined) return await use(save);
  const directory = await mkdtemp(join(tmpdir(), 'wsaudit-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const notAvailable = (found: string): InputError =>
  new InputError('usage', {
    place: '--publish',
    found: `"${found}": publishing is not available yet`,
    mend: 'Leave --publish out.',
  });
