import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Dependencies in CommonJS call `require` for modules of Node.js, which a module does not have. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles a function with all that it imports, so that it runs with nothing installed.
 *
 * @param name of its file, and so of its handler: `<name>.handler`
 * @param entry the TypeScript source
 * @param outDirectory is emptied first
 */
export async function bundle(name: string, entry: string, outDirectory: string): Promise<void> {
  await rm(outDirectory, { recursive: true, force: true });
  await build({
    entryPoints: [{ in: entry, out: name }],
    outdir: outDirectory,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // What is imported on demand stays a file of its own, which a cold start need not read.
    splitting: true,
    chunkNames: '[name]-[hash]',
    // Modules where a package has them: half the time of a cold start against their CommonJS builds.
    mainFields: ['module', 'main'],
    banner: { js: banner },
    logLevel: 'warning',
  });
}

export const entryOf = (name: string): string => join('functions', `${name}.ts`);
