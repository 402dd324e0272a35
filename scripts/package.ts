/**
 * Bundles the functions and makes the CloudFormation template of a stage, without credentials:
 *
 *     node scripts/package.ts [--stage example] [--region us-east-1] [--settings deploy/<stage>.yml] [--out .serverless]
 */
import { join } from 'node:path';
import { packageCommand } from './package-command.ts';

const defaults = { stage: 'example', region: 'us-east-1' };
process.exitCode = await packageCommand(process.argv.slice(2), defaults, ({ out }) => {
  process.stderr.write(`${join(out, 'cloudformation-template-update-stack.json')}: the template\n`);
  return 0;
});
