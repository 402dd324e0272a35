/**
 * Packages a stage and deploys it with the credentials at hand; what stands behind `--` goes to osls:
 *
 *     node scripts/deploy.ts --stage prod --region us-gov-west-1 [-- --aws-profile audit --verbose]
 */
import { packageCommand } from './package-command.ts';
import { osls } from './package-stage.ts';

process.exitCode = await packageCommand(process.argv.slice(2), {}, (args) =>
  osls(['deploy', '--package', args.out, ...args.rest], args),
);
