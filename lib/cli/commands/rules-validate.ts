import { checkPacks } from '../../engine/index.ts';
import type { CliIo } from '../io.ts';
import { readBuiltInPacks, readPackFiles } from '../read-packs.ts';

/**
 * `rules validate FILE…`: checks packs by themselves, and against the built-in ones that they will stand beside.
 *
 * @throws InputError with every problem
 */
export async function validateRules(files: readonly string[], io: CliIo): Promise<void> {
  checkPacks(await withBuiltIn(files, io));
  io.stdout.write(`${files.map((file) => `${file}: valid`).join('\n')}\n`);
}

/** The named packs and the built-in ones but for those that are named. */
export async function withBuiltIn(files: readonly string[], io: CliIo) {
  const packs = await readPackFiles(files, io.cwd);
  const named = new Set(packs.map(({ sha256 }) => sha256));
  // Built-in packs come first, so that a collision is told of the file that can be changed.
  return [...(await readBuiltInPacks()).filter(({ sha256 }) => !named.has(sha256)), ...packs];
}
