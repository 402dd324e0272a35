import type { Command } from 'commander';
import type { Collected } from '../collect.ts';
import { addCollectOptions, type CollectFlags, collectRequest } from '../collect-options.ts';
import type { CliIo } from '../io.ts';
import { addRuleOptions } from '../report-options.ts';
import { wantedOperations } from '../wanted-operations.ts';

/** Takes the exit status of a command once it has run. */
export type Finish = (status: number) => void;

/**
 * Registers `snapshot --out FILE`: collect only. The status is 3 when something could not be read, so that a script
 * does not take the file for a whole one.
 */
export function registerSnapshot(program: Command, io: CliIo, finish: Finish = setExitCode): void {
  const command = program.command('snapshot').description('read accounts and Regions from AWS into snapshot files');
  addRuleOptions(addCollectOptions(command))
    .requiredOption('--out <file>', 'snapshot to write (.ndjson, .gz, .zst); a directory for several Regions or roles')
    .option('--quiet', 'no progress', false)
    .addHelpText('after', help)
    .action(async (flags: CollectFlags & { readonly out: string }) => {
      // The AWS SDK takes longer to load than a small snapshot to judge: only what reads from AWS loads it.
      const { collectTargets } = await import('../collect.ts');
      const wanted = await wantedOperations(flags, io);
      const collected = await collectTargets(collectRequest(flags, flags.out, wanted, io), io);
      for (const line of gapsOf(collected)) io.stderr.write(`${line}\n`);
      for (const { file } of collected.snapshots) io.stderr.write(`Wrote ${file}\n`);
      finish(gapsOf(collected).length > 0 ? 3 : 0);
    });
}

const help = `
What WorkSpaces, Directory Service and EC2 say of the fleet is always read. Other services, such as CloudTrail and KMS,
are asked only what the rules in force read: --pack, --rule and the configuration narrow that. What was not asked for is
not in the file, and the rules that read it then have INSUFFICIENT_DATA.`;

export const setExitCode: Finish = (status) => {
  process.exitCode = status;
};

function gapsOf({ snapshots, lost }: Collected): string[] {
  const unread = snapshots.flatMap(({ accountId, region, coverage }) =>
    coverage
      .filter(({ status }) => status !== 'complete')
      .map(({ operation, status, errorCode, message }) => {
        const why = [errorCode, message].filter((part) => part !== undefined).join(': ');
        return `Not completely read in ${accountId} ${region}: ${operation} (${status}) ${why}`.trimEnd();
      }),
  );
  return [...lost.map(describeLost), ...unread];
}

const describeLost = ({ accountId, region, message }: Collected['lost'][number]): string =>
  `Not read at all: account ${accountId}, ${region}: ${message}`;
