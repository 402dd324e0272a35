import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixtures } from './estate.ts';

/** A temporary working directory with the fixtures and the demonstration pack; the second function removes it. */
export async function makeWorkplace(
  files: { readonly [file: string]: string } = {},
): Promise<{ cwd: string; remove: () => Promise<void> }> {
  const cwd = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
  await mkdir(join(cwd, 'packs'));
  await copyFile(new URL('./fixtures/demo.json', import.meta.url), join(cwd, 'packs', 'demo.json'));
  for (const [file, text] of Object.entries({ ...fixtures, ...files })) {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), text);
  }
  return { cwd, remove: () => rm(cwd, { recursive: true, force: true }) };
}

/** The flags that leave only the demonstration pack. */
export const demo = ['--rules-dir', 'packs', '--pack', 'demo'] as const;
