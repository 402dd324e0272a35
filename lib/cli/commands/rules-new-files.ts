import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../engine/index.ts';
import { InputError } from '../../model/errors.ts';
import { fileError, isDirectory } from '../files.ts';
import { isPack, readBuiltInPacks, readPacks } from '../read-packs.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const schemaName = 'pack.schema.json';
const schemaFile = join(root, 'rules', schemaName);
const mend = 'Name another folder with --dir.';

/** The packs that a new one will stand beside: the built-in ones, and those in its folder. */
export async function packsBeside(dir: string, cwd: string): Promise<Pack[]> {
  const folder = resolve(cwd, dir);
  const names = (await isDirectory(folder)) ? await readdir(folder) : [];
  if (!names.some(isPack)) return await readBuiltInPacks();
  try {
    return await readPacks(dir, cwd);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = 'not all *.json in the folder are rule packs, which "--rules-dir" would take them for';
    throw new InputError('pack', [{ place: `--dir ${dir}`, found, mend }, ...error.problems], { cause: error });
  }
}

/**
 * Where editors find the JSON Schema: the one of the checkout that the folder is in, else a copy in the folder.
 *
 * @returns what the pack writes as `$schema`, and what makes the copy where one is needed and not there yet
 */
export async function schemaFor(folder: string): Promise<{ reference: string; copy: () => Promise<boolean> }> {
  const fromRoot = relative(root, folder);
  const isInside = !isAbsolute(fromRoot) && fromRoot.split(sep)[0] !== '..';
  if (isInside) {
    return { reference: relative(folder, schemaFile).split(sep).join('/'), copy: async () => false };
  }
  const target = join(folder, schemaName);
  const copy = async () => {
    if (await exists(target)) return false;
    await copyFile(schemaFile, target, constants.COPYFILE_EXCL);
    return true;
  };
  return { reference: schemaName, copy };
}

/**
 * Writes files that do not exist yet: all of them, or none when one is there already.
 *
 * @param files text by path from the working directory
 * @throws InputError (`file`) naming every file that is there
 */
export async function writeNew(files: { readonly [path: string]: string }, cwd: string): Promise<void> {
  const taken: string[] = [];
  for (const path of Object.keys(files)) if (await exists(resolve(cwd, path))) taken.push(path);
  if (taken.length > 0) {
    const problem = { found: 'the file exists, and is not overwritten', mend: 'Choose another id, or another --dir.' };
    throw new InputError(
      'file',
      taken.map((place) => ({ place, ...problem })),
    );
  }
  for (const [path, text] of Object.entries(files)) {
    try {
      await mkdir(dirname(resolve(cwd, path)), { recursive: true });
      await writeFile(resolve(cwd, path), text, { flag: 'wx' });
    } catch (error) {
      throw fileError(error, 'file', path, mend);
    }
  }
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
