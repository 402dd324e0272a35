import { InputError } from '../lib/model/errors.ts';
import { type Arguments, readArguments } from './package-arguments.ts';
import { checkSecretRegions } from './package-secrets.ts';
import { readSettings } from './package-settings.ts';
import { osls, type Stage, writeArtifacts, writeDeployment } from './package-stage.ts';

/**
 * Packages a stage: checks its settings, then bundles and makes the template. Needs no credentials.
 *
 * @param then what follows, when that went well
 * @returns exit status: 2 for wrong arguments or settings, else that of osls
 */
export async function packageCommand(
  argv: readonly string[],
  defaults: Partial<Stage>,
  then: (args: Arguments) => number,
): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const args = readArguments(argv, defaults);
    const settings = readSettings(args.settings);
    checkSecretRegions(settings, args.region, args.settings);
    await writeDeployment(args, settings);
    await writeArtifacts(say);
    const status = osls(['package', '--package', args.out], args);
    return status === 0 ? then(args) : status;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    say(error.message);
    return 2;
  }
}
