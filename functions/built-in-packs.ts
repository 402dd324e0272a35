import { readdir, readFile } from 'node:fs/promises';
import { type Pack, parsePack } from '../lib/engine/index.ts';

/** The rule packs that are packaged beside the function. */
const directory = new URL('./rules/', import.meta.url);

let packs: Promise<readonly Pack[]> | undefined;

/**
 * Read and checked once for all invocations that this process serves.
 *
 * @throws when the artifact was built without its rules
 */
export function builtInPacks(): Promise<readonly Pack[]> {
  packs ??= readPacks();
  return packs;
}

async function readPacks(): Promise<readonly Pack[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  return await Promise.all(
    names.sort().map(async (name) => parsePack(await readFile(new URL(name, directory), 'utf8'), `rules/${name}`)),
  );
}
