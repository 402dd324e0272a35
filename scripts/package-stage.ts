import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { functionNames } from './infra-policies.ts';
import { bundle, entryOf } from './package-bundle.ts';
import { deploymentOf } from './package-deployment.ts';
import type { DeploymentSettings } from './package-settings-schema.ts';
import { filesBelow, writeZip } from './package-zip.ts';

/** Which deployment. */
export interface Stage {
  readonly stage: string;
  readonly region: string;
}

/** These judge by the packs, and find them beside their bundles. */
const withRules: ReadonlySet<string> = new Set(['plan', 'collect', 'evaluate', 'publish', 'ask']);

/** Bundles every function into dist/<name>.zip, and says how large each is. */
export async function writeArtifacts(say: (line: string) => void): Promise<void> {
  const rules = await filesBelow('rules', 'rules/', (name) => !name.endsWith('.schema.json'));
  for (const name of functionNames) {
    const directory = join('dist', name);
    await bundle(name, entryOf(name), directory);
    const files = { ...(await filesBelow(directory)), ...(withRules.has(name) ? rules : {}) };
    const size = await writeZip(join('dist', `${name}.zip`), files);
    say(`dist/${name}.zip: ${Math.ceil(size / 1024)} KiB`);
  }
}

/** Writes what serverless.yml reads of the stage. */
export async function writeDeployment({ stage, region }: Stage, settings: DeploymentSettings): Promise<void> {
  await mkdir('dist', { recursive: true });
  await writeFile(
    join('dist', `deployment-${stage}.json`),
    `${JSON.stringify(deploymentOf(settings, region), null, 2)}\n`,
  );
}

/**
 * Runs osls, which writes to the terminal.
 *
 * @returns its exit status
 */
export function osls(args: readonly string[], { stage, region }: Stage): number {
  const program = join('node_modules', 'osls', 'bin', 'serverless.js');
  const all = [program, ...args, '--stage', stage, '--region', region];
  return spawnSync(process.execPath, all, { stdio: 'inherit' }).status ?? 1;
}
