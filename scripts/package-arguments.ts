import { parseArgs } from 'node:util';
import { isRegionCode } from '../lib/clients/regions.ts';
import { InputError, type Problem } from '../lib/model/errors.ts';
import type { Stage } from './package-stage.ts';

/** What the command line of packaging and deploying says. */
export interface Arguments extends Stage {
  /** Path of the settings. */
  readonly settings: string;
  /** Where the template and the artifacts are gathered. */
  readonly out: string;
  /** For osls, from behind `--`. */
  readonly rest: readonly string[];
}

const mend = 'For example: npm run deploy -- --stage prod --region us-gov-west-1';

/**
 * Reads the arguments of `package` and `deploy`.
 *
 * @param defaults for what is not given; without one, it must be
 * @throws InputError `usage` with every problem
 */
export function readArguments(args: readonly string[], defaults: Partial<Stage>): Arguments {
  const { values, positionals } = parse(args);
  const stage = values.stage ?? defaults.stage;
  const region = values.region ?? defaults.region;
  const problems: Problem[] = [];
  if (stage === undefined) problems.push({ place: '--stage', found: 'it is not given', mend });
  // Part of the names of roles, of which IAM takes 64 characters.
  else if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
    const expected = 'up to 20 lower-case letters, digits and hyphens, beginning with a letter';
    problems.push({ place: `--stage ${stage}`, found: 'this is no name of a stage', expected, mend });
  }
  if (region === undefined) problems.push({ place: '--region', found: 'it is not given', mend });
  else if (!isRegionCode(region)) {
    const expected = 'a code such as us-east-1';
    problems.push({ place: `--region ${region}`, found: 'this is no code of a Region', expected, mend });
  }
  if (stage === undefined || region === undefined || problems.length > 0) throw new InputError('usage', problems);
  const { settings = `deploy/${stage}.yml`, out = '.serverless' } = values;
  return { stage, region, settings, out, rest: positionals };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { stage: text, region: text, settings: text, out: text };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError('usage', { place: 'arguments', found: error.message, mend }, { cause: error });
  }
}
