import { InputError } from '../lib/model/errors.ts';
import type { DeploymentSettings } from './package-settings-schema.ts';

/**
 * Functions read secrets of their own Region only. One of another would be found missing when the first question comes.
 *
 * @param file of the settings, for messages
 * @throws InputError that names every secret of another Region or partition
 */
export function checkSecretRegions({ chat }: DeploymentSettings, region: string, file: string): void {
  const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : region.startsWith('cn-') ? 'aws-cn' : 'aws';
  const references = [chat?.slack, chat?.teams].flatMap((settings) =>
    settings === undefined
      ? []
      : Object.values(settings).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  );
  const elsewhere = references.filter((reference) => {
    const [prefix, itsPartition, service, itsRegion] = reference.split(':');
    return prefix === 'arn' && service === 'secretsmanager' && (itsPartition !== partition || itsRegion !== region);
  });
  if (elsewhere.length === 0) return;
  throw new InputError(
    'configuration',
    elsewhere.map((reference) => ({
      place: file,
      found: `the secret ${reference} is not in ${region}`,
      expected: `arn:${partition}:secretsmanager:${region}:…`,
      mend: 'Keep secrets where the stage is deployed.',
    })),
  );
}
