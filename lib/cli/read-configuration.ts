import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Configuration, defaultConfiguration, parseConfiguration } from '../config/index.ts';
import type { Pack } from '../engine/index.ts';
import { readText } from './files.ts';

const usual = 'wsaudit.yaml';

/**
 * Reads the named configuration, or `wsaudit.yaml` of the working directory when there is one.
 *
 * @throws InputError (`configuration`) when the named file does not exist, or with everything that is wrong in it
 */
export async function readConfiguration(
  file: string | undefined,
  cwd: string,
  packs: readonly Pack[],
): Promise<Configuration> {
  const place = file ?? usual;
  const path = resolve(cwd, place);
  if (file === undefined && !(await exists(path))) return defaultConfiguration;
  const text = await readText(path, place, 'configuration', 'Name an existing configuration with --config.');
  return parseConfiguration(text, place, packs);
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
