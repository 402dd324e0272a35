import type { Command } from 'commander';
import type { CliIo } from '../io.ts';
import { accountOf } from '../role-arn.ts';

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

/** Registers `iam-policy`: prints the policy on standard output. */
export function registerIamPolicy(program: Command, io: CliIo): void {
  program
    .command('iam-policy')
    .description('print the least-privilege IAM policy that collecting needs')
    .option(
      '--role-arn <arn>',
      'also allow assuming this role (repeatable)',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .action(async (flags: { readonly roleArn: readonly string[] }) => {
      for (const arn of flags.roleArn) accountOf(arn);
      const { collectActions } = await import('../../collect/index.ts');
      io.stdout.write(`${JSON.stringify(collectPolicy(collectActions, flags.roleArn), null, 2)}\n`);
    });
}
