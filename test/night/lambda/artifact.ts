import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** The functions of a run, in the order in which it calls them. */
export const runFunctionNames = ['plan', 'collect', 'evaluate', 'publish', 'digest'] as const;
/** Those of a chat: the front door, who answers, and who brings the answer. */
export const chatFunctionNames = ['chat', 'ask', 'deliver'] as const;
export const functionNames = [...runFunctionNames, ...chatFunctionNames] as const;

export type RunFunctionName = (typeof runFunctionNames)[number];
export type ChatFunctionName = (typeof chatFunctionNames)[number];
export type FunctionName = (typeof functionNames)[number];

/** What is deployed as one function, unpacked. */
export interface Artifact {
  readonly name: string;
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
