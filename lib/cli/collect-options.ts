import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CollectRequest } from './collect.ts';
import type { CliIo } from './io.ts';

/** The flags of the commands that read from AWS, as commander parses them. */
export interface CollectFlags {
  readonly region: readonly string[];
  readonly allRegions: boolean;
  readonly profile?: string;
  readonly roleArn: readonly string[];
  readonly fips: boolean;
  readonly quiet?: boolean;
}

const append = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** Adds the flags that say what is read and with whose credentials. */
export const addCollectOptions = (command: Command): Command =>
  command
    .option('--region <region>', 'Region to read (repeatable; default: the one your AWS settings name)', append, [])
    .option('--all-regions', 'read every Region of the partition that has WorkSpaces', false)
    .option('--profile <name>', 'profile of the shared AWS configuration')
    .option(
      '--role-arn <arn>',
      'role to assume (repeatable; then only the accounts of these roles are read)',
      append,
      [],
    )
    .option('--no-fips', 'do not use FIPS endpoints');

/**
 * @param target file or directory, relative to the working directory
 * @param wanted operations that rules in force read
 */
export const collectRequest = (
  flags: CollectFlags,
  target: string,
  wanted: ReadonlySet<string>,
  io: CliIo,
): CollectRequest => ({
  region: flags.region,
  allRegions: flags.allRegions,
  roleArn: flags.roleArn,
  profile: flags.profile,
  fips: flags.fips,
  quiet: flags.quiet === true,
  target: resolve(io.cwd, target),
  wanted,
});
