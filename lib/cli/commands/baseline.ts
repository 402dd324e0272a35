import type { Command } from 'commander';
import type { CliIo } from '../io.ts';
import { oneOf } from '../report-options.ts';
import type { AcceptFlags } from './baseline-accept.ts';
import type { ShowFlags } from './baseline-show.ts';

const append = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** Registers `baseline accept` and `baseline show`: the baselines of a deployment in AWS, in its evidence bucket. */
export function registerBaseline(program: Command, io: CliIo): void {
  const baseline = program
    .command('baseline')
    .description('what drift is judged against in AWS: accept a newer one, or show who accepted what');
  addBucketOptions(baseline.command('accept').description('make a snapshot the baseline of its account and Region'))
    .argument('<snapshot>', 'snapshot to accept (.ndjson, .gz, .zst)')
    .requiredOption('--who <text>', 'who accepts it')
    .requiredOption('--why <text>', 'why it is right, such as the number of a change')
    .requiredOption('--replaces <sha256>', 'hash of the baseline that you compared it with, or "none" for the first')
    .option(
      '--subject <type/id>',
      'accept it for this subject only, such as securityGroup/sg-… (repeatable)',
      append,
      [],
    )
    .addHelpText('after', acceptHelp)
    .action(async (file: string, flags: AcceptFlags) => {
      const { acceptBaseline } = await import('./baseline-accept.ts');
      await acceptBaseline(file, flags, io);
    });
  addBucketOptions(baseline.command('show').description('print every act on the baseline of an account and Region'))
    .requiredOption('--account <id>', 'account of the baseline')
    .requiredOption('--target-region <region>', 'Region of the baseline')
    .option('--format <format>', 'output format: table, json', oneOf(['table', 'json']), 'table')
    .action(async (flags: ShowFlags) => {
      const { showBaseline } = await import('./baseline-show.ts');
      await showBaseline(flags, io);
    });
}

const addBucketOptions = (command: Command): Command =>
  command
    .requiredOption('--bucket <name>', 'evidence bucket of the deployment')
    .option('--region <region>', 'Region of the bucket (default: the one your AWS settings name)')
    .option('--profile <name>', 'profile of the shared AWS configuration')
    .option('--no-fips', 'do not use FIPS endpoints');

const acceptHelp = `
The first complete snapshot of an account and Region becomes its baseline by itself. Accepting a newer one is recorded
in the bucket with who, why, when and both hashes; older baselines and their acts stay. It is refused when another
baseline is in force than the one that --replaces names: somebody was faster, so compare again. The file of a baseline
is baselines/ACCOUNT/REGION/SHA256.ndjson.gz in the bucket.

With --subject, a new baseline is made of the one in force, with only the lines about that subject taken from the
snapshot (a WorkSpace's with its interface). Types: address, directory, ipGroup, networkInterface, securityGroup,
subnet, vpc, workspace.

It needs s3:ListBucket on the bucket, s3:GetObject and s3:PutObject on baselines/*, and the use of the bucket's key.

Examples:
  wsaudit baseline show --bucket evidence --account 111122223333 --target-region us-east-1
  wsaudit diff baseline.ndjson.gz today.ndjson.gz
  wsaudit baseline accept today.ndjson.gz --bucket evidence --who kim --why CHG-1042 --replaces 9f86d081…
  wsaudit baseline accept today.ndjson.gz --bucket evidence --who kim --why CHG-1042 --replaces 9f86d081… \\
    --subject securityGroup/sg-0a1b2c3d4`;
