import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPacks, type Pack, parsePack } from '../engine/index.ts';
import { InputError, type Problem } from '../model/errors.ts';
import { namesIn, readText } from './files.ts';

const builtIn = fileURLToPath(new URL('../../rules/', import.meta.url));

/** Whether a file of a folder of packs is one. */
export const isPack = (name: string): boolean => name.endsWith('.json') && !name.endsWith('.schema.json');

const mend = 'Name an existing rule pack.';

/**
 * Reads the built-in packs and those of `--rules-dir`, and checks them against each other.
 *
 * @throws InputError with every problem of every pack
 */
export async function readPacks(rulesDir: string | undefined, cwd: string): Promise<Pack[]> {
  const packs = [...(await readBuiltInPacks()), ...(await readCustomPacks(rulesDir, cwd))];
  checkPacks(packs);
  return packs;
}

export async function readBuiltInPacks(): Promise<Pack[]> {
  const names = await namesIn(builtIn, isPack, 'rules', 'pack', 'Install the program again: its rules are missing.');
  return await parseAll(names.map((name) => ({ path: join(builtIn, name), place: join('rules', name) })));
}

async function readCustomPacks(rulesDir: string | undefined, cwd: string): Promise<Pack[]> {
  if (rulesDir === undefined) return [];
  const directory = resolve(cwd, rulesDir);
  const names = await namesIn(directory, isPack, `--rules-dir ${rulesDir}`, 'pack', 'Name a directory of rule packs.');
  if (names.length === 0) {
    throw new InputError('pack', {
      place: `--rules-dir ${rulesDir}`,
      found: 'no *.json in the directory',
      expected: 'rule packs',
      mend: 'Name a directory of rule packs.',
    });
  }
  return await parseAll(names.map((name) => ({ path: join(directory, name), place: join(rulesDir, name) })));
}

/** Reads pack files as the user named them. */
export const readPackFiles = (files: readonly string[], cwd: string): Promise<Pack[]> =>
  parseAll(files.map((file) => ({ path: resolve(cwd, file), place: file })));

async function parseAll(files: readonly { path: string; place: string }[]): Promise<Pack[]> {
  const packs: Pack[] = [];
  const problems: Problem[] = [];
  for (const { path, place } of files) {
    try {
      packs.push(parsePack(await readText(path, place, 'pack', mend), place));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError('pack', problems);
  return packs;
}
