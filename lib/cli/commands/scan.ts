import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Collected, LostTarget } from '../collect.ts';
import { addCollectOptions, type CollectFlags, collectRequest } from '../collect-options.ts';
import type { Audited } from '../evaluate-files.ts';
import type { CliIo } from '../io.ts';
import { addPublishOptions, type Publication, type PublishFlags, publicationOf } from '../publish-options.ts';
import { wantedOperations } from '../wanted-operations.ts';
import { type Finish, setExitCode } from './snapshot.ts';

/** Evaluates saved snapshots and reports; the same way as `evaluate FILE…`. Resolves to the exit status. */
export type EvaluateFiles = (
  files: readonly string[],
  options: Record<string, unknown>,
  io: CliIo,
  lostTargets: readonly LostTarget[],
  /** Is told of the audit after the report is written. */
  then?: (audited: Audited) => Promise<void>,
) => Promise<number>;

export interface ScanParts {
  /** Adds the flags that evaluating and reporting take; `--quiet` is among them. */
  readonly addReportOptions?: (command: Command) => Command;
  readonly finish?: Finish;
}

type ScanFlags = CollectFlags & PublishFlags & { readonly save?: string; readonly failOn?: string };

/** Registers `scan`: collect from AWS, evaluate, report. */
export function registerScan(program: Command, io: CliIo, evaluateFiles: EvaluateFiles, parts: ScanParts = {}): void {
  const { addReportOptions = (command) => command, finish = setExitCode } = parts;
  const command = program.command('scan').description('read from AWS, evaluate, report');
  addPublishOptions(addReportOptions(addCollectOptions(command)), 'publish what was found')
    .option('--save <file>', 'keep the snapshot; a directory for several Regions or roles')
    .addHelpText('after', help)
    .action(async (flags: ScanFlags) => {
      const publication = publicationOf(flags);
      finish(
        await inPlace(flags.save, async (target) => {
          const { collectTargets } = await import('../collect.ts');
          const wanted = await wantedOperations(flags, io);
          const collected = await collectTargets(collectRequest(flags, target, wanted, io), io);
          return await evaluate(collected, flags, publication, io, evaluateFiles);
        }),
      );
    });
}

async function evaluate(
  collected: Collected,
  flags: ScanFlags,
  publication: Publication | undefined,
  io: CliIo,
  evaluateFiles: EvaluateFiles,
): Promise<number> {
  const { snapshots, lost } = collected;
  const files = snapshots.map(({ file }) => file);
  for (const { accountId, region, message } of lost) {
    io.stderr.write(`Not read at all: account ${accountId}, ${region}: ${message}\n`);
  }
  let taken = true;
  const publish = async ({ report, packs }: Audited): Promise<void> => {
    if (publication === undefined) return;
    const { publishAudit } = await import('../publish-audit.ts');
    const urls = new Map(packs.flatMap(({ rules }) => rules.map(({ id, source }) => [id, source?.url] as const)));
    const sourceUrlOf = (id: string) => urls.get(id);
    taken = await publishAudit({ report, collected, publication, sourceUrlOf, quiet: flags.quiet === true }, io);
  };
  const status = await evaluateFiles(files, { ...flags }, io, lost, publish);
  if (!taken) return 2;
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

const help = `
Publishing comes after the report. Findings go to Security Hub in their own account and Region, with the credentials
that read it and under the ids that nightly runs give them, and so does one finding for each operation that could not
be read. A scan has no memory: it archives nothing, and in the digest for SNS everything is new. What was not taken is
said on standard error.

Exit status: 2 wrong usage, no credentials or unreadable input, and when there was something to publish and no
destination took anything; 1 a finding at or above --fail-on without a valid exception; 3 something could not be read,
so clean cannot be claimed; else 0. With --fail-on none: 0 or 2.

Examples:
  wsaudit scan --region us-east-1 --save today.ndjson.gz
  wsaudit scan --all-regions --role-arn arn:aws:iam::111122223333:role/audit --publish security-hub
  wsaudit scan --publish security-hub,sns --topic arn:aws:sns:us-east-1:111122223333:wsaudit`;
