import type { Command } from 'commander';
import { InputError } from '../../model/errors.ts';
import type { CliIo } from '../io.ts';
import { addPublishOptions, type Publication, type PublishFlags, publicationOf } from '../publish-options.ts';
import { addRuleOptions, type ReportFlags, reportFlags } from '../report-options.ts';
import { accountOf } from '../role-arn.ts';
import { wantedOperations } from '../wanted-operations.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/**
 * The least that scanning needs. The resource is `*`, because listing operations have no narrower one.
 * sts:GetCallerIdentity is called too, but needs no permission.
 *
 * @param actions what the collectors call
 * @param roleArns roles of other accounts; the policy then also lets its holder assume them
 */
export function collectPolicy(actions: readonly string[], roleArns: readonly string[]): Policy {
  const read: Statement = { Sid: 'Collect', Effect: 'Allow', Action: actions, Resource: '*' };
  if (roleArns.length === 0) return { Version: '2012-10-17', Statement: [read] };
  const assume: Statement = { Sid: 'AssumeRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: roleArns };
  return { Version: '2012-10-17', Statement: [read, assume] };
}

type Flags = PublishFlags & { readonly roleArn: readonly string[]; readonly partition?: string };

/** Registers `iam-policy`: prints the policy on standard output. */
export function registerIamPolicy(program: Command, io: CliIo): void {
  const command = program
    .command('iam-policy')
    .description('print the least-privilege IAM policy that collecting, and with --publish publishing, needs')
    .option(
      '--role-arn <arn>',
      'also allow assuming this role (repeatable)',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    );
  addRuleOptions(addPublishOptions(command, 'also allow publishing'))
    .option('--partition <name>', 'partition of the account (default: that of --role-arn or --topic, else aws)')
    .addHelpText('after', help)
    .action(async (flags: Flags) => {
      const roles = flags.roleArn.map(accountOf);
      const publication = publicationOf(flags);
      const partition = partitionOf(flags.partition ?? roles[0]?.partition ?? publication?.topic?.partition ?? 'aws');
      const { Version, Statement } = collectPolicy(await actionsFor(reportFlags(flags), io), flags.roleArn);
      const publish = publication === undefined ? [] : await publishing(publication, partition, roles);
      io.stdout.write(`${JSON.stringify({ Version, Statement: [...Statement, ...publish] }, null, 2)}\n`);
    });
}

/** All that collecting may call, or where rules are chosen, what collecting for them calls. */
async function actionsFor(flags: ReportFlags, io: CliIo): Promise<readonly string[]> {
  const { collectActions, actionsWanted } = await import('../../collect/index.ts');
  const isNarrowed = flags.pack.length > 0 || flags.rule.length > 0 || flags.config !== undefined;
  return isNarrowed ? actionsWanted(await wantedOperations(flags, io)) : collectActions;
}

async function publishing(
  publication: Publication,
  partition: string,
  roles: readonly { readonly accountId: string }[],
): Promise<readonly Statement[]> {
  const { publishStatements } = await import('../publish-policy.ts');
  const accountIds = new Set(roles.map(({ accountId }) => accountId));
  return publishStatements(publication, partition, [...accountIds]);
}

function partitionOf(name: string): string {
  if (/^aws(-[a-z]+)*$/.test(name)) return name;
  const expected = 'a partition such as aws or aws-us-gov';
  throw new InputError('usage', { place: '--partition', found: `"${name}"`, expected, mend: 'Correct it.' });
}

const help = `
Without --pack, --rule or --config, the policy allows all that collecting for any rule calls. With them, it allows what
collecting for those rules calls: WorkSpaces, Directory Service and EC2 always, and of other services what they read.

With --role-arn, one policy serves both sides: the caller needs what assumes roles and publishes to the topic, each role
needs what reads and imports findings. A topic that is encrypted with a customer key takes kms:GenerateDataKey and
kms:Decrypt on that key besides.

Examples:
  wsaudit iam-policy --pack ip-access
  wsaudit iam-policy --publish security-hub
  wsaudit iam-policy --publish security-hub,sns --topic arn:aws-us-gov:sns:us-gov-west-1:111122223333:wsaudit`;
