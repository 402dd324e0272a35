/**
 * Writes the files that are made from code, or with `--check` says which of them are out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packJsonSchema } from '../lib/engine/index.ts';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/.bin/biome');

const files: { readonly [path: string]: () => string } = {
  'rules/pack.schema.json': () => formatted('pack.schema.json', JSON.stringify(packJsonSchema(), null, 2)),
};

/** Generated files are formatted like all others, so that the formatter has nothing to say of them. */
function formatted(name: string, content: string): string {
  return execFileSync(biome, ['format', `--stdin-file-path=${name}`], { input: content, cwd: root, encoding: 'utf8' });
}

const check = process.argv.includes('--check');
const stale = Object.entries(files).filter(([path, make]) => {
  const content = make();
  const before = read(join(root, path));
  if (before === content) return false;
  if (!check) writeFileSync(join(root, path), content);
  return true;
});
for (const [path] of stale) {
  process.stdout.write(check ? `${path} is out of date: run "npm run generate"\n` : `wrote ${path}\n`);
}
process.exitCode = check && stale.length > 0 ? 1 : 0;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
