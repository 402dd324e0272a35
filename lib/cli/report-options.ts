import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { failLevels } from '../findings/index.ts';
import { suggestion } from '../model/nearest.ts';
import { formats } from '../report/index.ts';

type FormatName = keyof typeof formats;
const formatNames: readonly string[] = Object.keys(formats);
const isFormat = (name: string): name is FormatName => formatNames.includes(name);

const schema = z.object({
  format: z.custom<FormatName>((name) => typeof name === 'string' && isFormat(name)).default('table'),
  out: z.string().optional(),
  pack: z.array(z.string()).default([]),
  rule: z.array(z.string()).default([]),
  rulesDir: z.string().optional(),
  config: z.string().optional(),
  baseline: z.array(z.string()).default([]),
  all: z.boolean().default(false),
  failOn: z.enum(failLevels).default('high'),
  quiet: z.boolean().default(false),
});

/** The flags that evaluating and reporting take. */
export type ReportFlags = z.infer<typeof schema>;

/** Takes the flags of a command, as commander parsed them. */
export const reportFlags = (options: unknown): ReportFlags => schema.parse(options);

const append = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

/** A parser for a flag with a closed set of values. */
export const oneOf = (names: readonly string[]) => (value: string) => {
  if (names.includes(value.toLowerCase())) return value.toLowerCase();
  throw new InvalidArgumentError(`Known: ${names.join(', ')}${suggestion(value, names)}.`);
};

/** Adds the flags that choose the rules. */
export const addRuleOptions = (command: Command): Command =>
  command
    .option('--pack <id>', 'only the rules of this pack (repeatable)', append)
    .option('--rule <id>', 'only this rule (repeatable; narrows together with --pack)', append)
    .option('--rules-dir <dir>', 'directory of custom rule packs')
    .option('--config <file>', 'configuration (default: wsaudit.yaml in the working directory, when there is one)');

/** Adds the flags that say where the output goes. */
export const addOutputOptions = (command: Command, names: readonly string[] = formatNames): Command =>
  command
    .option('--format <format>', `output format: ${names.join(', ')}`, oneOf(names), 'table')
    .option('--out <file>', 'write to this file instead of standard output');

/** Adds all flags that evaluating and reporting take. */
export const addReportOptions = (command: Command, names: readonly string[] = formatNames): Command =>
  addRuleOptions(addOutputOptions(command, names))
    .option('--baseline <file>', 'earlier snapshot to compare with, or a directory of them (repeatable)', append)
    .option('--all', 'also list COMPLIANT and NOT_APPLICABLE results')
    .option('--fail-on <severity>', `exit 1 from this severity on: ${failLevels.join(', ')}`, oneOf(failLevels), 'high')
    .option('--quiet', 'no remarks and no progress on standard error');
