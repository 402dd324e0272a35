import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** The functions of a run, in the order in which it calls them. */
export const functionNames = ['plan', 'collect', 'evaluate', 'publish', 'digest'] as const;
export type FunctionName = (typeof functionNames)[number];

/** What is deployed as one function, unpacked. */
export interface Artifact {
  readonly name: FunctionName;
  readonly directory: string;
}

/** Unpacks `dist/<name>.zip` as Lambda would, away from the checkout, so that nothing of it can be found there. */
export async function unpack(name: FunctionName): Promise<Artifact> {
  const directory = await mkdtemp(join(tmpdir(), `wsaudit-${name}-`));
  const files = unzipSync(await readFile(join('dist', `${name}.zip`)));
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith('/')) continue;
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
  return { name, directory };
}
