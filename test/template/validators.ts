import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';

const bin = process.env.VALIDATORS ?? '';
/** checkov asks its maker for news unless told not to; a proxy where nobody listens makes sure of it. */
const env = { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };

function run(program: string, args: readonly string[], input = ''): string {
  const { stdout, stderr, error } = spawnSync(join(bin, program), args, { input, env, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (stdout === '' && stderr !== '') throw new Error(`${program}: ${stderr}`);
  return stdout;
}

const cfnLintSchema = z.array(
  z.looseObject({
    Rule: z.looseObject({ Id: z.string() }),
    Message: z.string(),
    Location: z.looseObject({ Path: z.array(z.union([z.string(), z.number()])).nullable() }),
  }),
);

/** What cfn-lint says of a template in Regions, by default one of each partition: `<rule> <path>: <message>`. */
export const cfnLint = (file: string, regions: readonly string[] = ['us-east-1', 'us-gov-west-1']): readonly string[] =>
  cfnLintSchema
    .parse(JSON.parse(run('cfn-lint', ['--format', 'json', '--regions', ...regions, '--', file])))
    .map(({ Rule, Message, Location }) => `${Rule.Id} ${(Location.Path ?? []).join('/')}: ${Message}`);

const check = z.looseObject({ check_id: z.string(), resource: z.string(), check_result: z.looseObject({}) });
const checkovSchema = z.looseObject({
  results: z.looseObject({ failed_checks: z.array(check), skipped_checks: z.array(check) }),
  summary: z.looseObject({ passed: z.number(), parsing_errors: z.number() }),
});

/** What checkov says of a template; suppressed checks with the reason that the template gives. */
export function checkov(file: string) {
  const args = ['--file', file, '--framework', 'cloudformation', '--skip-download', '--compact', '--output', 'json'];
  const { results, summary } = checkovSchema.parse(JSON.parse(run('checkov', args)));
  return {
    parsingErrors: summary.parsing_errors,
    passed: summary.passed,
    failed: results.failed_checks.map(({ check_id, resource }) => `${check_id} ${resource}`).sort(),
    skipped: results.skipped_checks
      .map(({ check_id, resource, check_result }) => `${check_id} ${resource}: ${check_result.suppress_comment}`)
      .sort(),
  };
}

/** What statelint says of a state machine, given as text. */
export const statelint = (definition: string): readonly string[] =>
  run('statelint', [definition])
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const finding = z.looseObject({ issue: z.string(), detail: z.unknown() });

/** What parliament says of a policy: `<issue> <detail>`. */
export const parliament = (policy: unknown): readonly string[] =>
  run('parliament', ['--json'], JSON.stringify(policy))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => finding.parse(JSON.parse(line)))
    .map(({ issue, detail }) => `${issue} ${JSON.stringify(detail)}`);

/** What asl-validator says of a state machine, given as text: `valid`, or its complaints. */
export function aslValidator(definition: string): string {
  const program = join('node_modules', 'asl-validator', 'dist', 'bin', 'asl-validator.js');
  const args = [program, '--json-definition', definition];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return status === 0 ? 'valid' : stdout + stderr;
}
