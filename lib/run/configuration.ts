import { type Configuration, defaultConfiguration, parseConfiguration } from '../config/index.ts';
import { checkPacks, type Pack, parsePack } from '../engine/index.ts';
import { InputError, type InputErrorCode, type Problem } from '../model/errors.ts';
import { type EvidenceBucket, getObject, listKeys } from '../store/index.ts';
import { configurationKey, customPacksPrefix } from './keys.ts';

/** What is judged by: all packs at hand, and the configuration that was checked against them. */
export interface Policy {
  readonly packs: readonly Pack[];
  readonly configuration: Configuration;
}

/**
 * Loads the configuration and the packs that people put into the evidence bucket. Neither need be there.
 *
 * @param builtIn packs of this program
 * @throws InputError `pack` or `configuration` with every problem, each with its `s3://bucket/key`; StoreError
 */
export async function loadPolicy(bucket: EvidenceBucket, builtIn: readonly Pack[]): Promise<Policy> {
  const packs = [...builtIn, ...(await loadCustomPacks(bucket))];
  checkPacks(packs);
  const text = await readText(bucket, configurationKey, 'configuration');
  const place = placeOf(bucket, configurationKey);
  return { packs, configuration: text === undefined ? defaultConfiguration : parseConfiguration(text, place, packs) };
}

async function loadCustomPacks(bucket: EvidenceBucket): Promise<Pack[]> {
  const keys = (await listKeys(bucket, customPacksPrefix)).filter(isPack);
  const packs: Pack[] = [];
  const problems: Problem[] = [];
  for (const key of keys) {
    try {
      const text = await readText(bucket, key, 'pack');
      // Deleted since it was listed.
      if (text !== undefined) packs.push(parsePack(text, placeOf(bucket, key)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError('pack', problems);
  return packs;
}

/** As for `--rules-dir`: not in folders below, and a schema that an editor reads is no pack. */
const isPack = (key: string): boolean =>
  !key.slice(customPacksPrefix.length).includes('/') && key.endsWith('.json') && !key.endsWith('.schema.json');

const placeOf = ({ bucket }: EvidenceBucket, key: string): string => `s3://${bucket}/${key}`;

async function readText(bucket: EvidenceBucket, key: string, code: InputErrorCode): Promise<string | undefined> {
  const stored = await getObject(bucket, key);
  if (stored === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(stored.bytes);
  } catch (error) {
    const found = 'the object is not valid UTF-8';
    const problem = { place: placeOf(bucket, key), found, mend: 'Save it as UTF-8.' };
    throw new InputError(code, problem, { cause: error });
  }
}
