/**
 * Writes the files that are made from code and packs, or with `--check` says which of them are out of date. Pages of
 * packs that are gone are removed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packJsonSchema, parsePack } from '../lib/engine/index.ts';
import { factsPage, indexPage, packPage, pageOf } from '../lib/manual/index.ts';
import { askJsonSchema } from '../lib/run/chat/ask/json-schema.ts';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/.bin/biome');
const pages = 'docs/rules';

const packs = readdirSync(join(root, 'rules'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort()
  .map((name) => parsePack(readFileSync(join(root, 'rules', name), 'utf8'), `rules/${name}`));

const files: { readonly [path: string]: () => string } = {
  'rules/pack.schema.json': () => formatted('pack.schema.json', JSON.stringify(packJsonSchema(), null, 2)),
  'docs/ask.schema.json': () => formatted('ask.schema.json', JSON.stringify(askJsonSchema(), null, 2)),
  'docs/facts.md': factsPage,
  [`${pages}/README.md`]: () => indexPage(packs),
  ...Object.fromEntries(packs.map((pack) => [`${pages}/${pageOf(pack.id)}`, () => packPage(pack)])),
};

/** Generated files are formatted like all others, so that the formatter has nothing to say of them. */
function formatted(name: string, content: string): string {
  return execFileSync(biome, ['format', `--stdin-file-path=${name}`], { input: content, cwd: root, encoding: 'utf8' });
}

const check = process.argv.includes('--check');
const stale = Object.entries(files).filter(([path, make]) => {
  const content = make();
  if (read(join(root, path)) === content) return false;
  if (!check) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return true;
});
for (const [path] of stale) {
  process.stdout.write(check ? `${path} is out of date: run "npm run generate"\n` : `wrote ${path}\n`);
}
const orphans = namesIn(pages)
  .map((name) => `${pages}/${name}`)
  .filter((path) => !Object.hasOwn(files, path));
for (const path of orphans) {
  if (!check) rmSync(join(root, path));
  process.stdout.write(check ? `${path} is of no pack: run "npm run generate"\n` : `removed ${path}\n`);
}
process.exitCode = check && stale.length + orphans.length > 0 ? 1 : 0;

function namesIn(directory: string): string[] {
  try {
    return readdirSync(join(root, directory));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
