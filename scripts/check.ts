/** The gate: format, lint with import directions, types, generated files, examples of the rules. Runs all, then judges. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const steps: { readonly [name: string]: readonly [command: string, ...args: string[]] } = {
  'format, lint and import directions': [bin('biome'), 'check', '--error-on-warnings', '.'],
  types: [bin('tsc')],
  'generated files': [process.execPath, 'scripts/generate.ts', '--check'],
  'member role': [process.execPath, 'scripts/infra.ts', '--check'],
  'rule examples': [process.execPath, 'bin/wsaudit.mjs', 'rules', 'test'],
};

const failed = Object.entries(steps).filter(([name, [command, ...args]]) => {
  process.stdout.write(`\n== ${name}\n`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});

process.stdout.write(
  failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.map(([name]) => name).join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
