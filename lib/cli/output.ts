import { resolve } from 'node:path';
import { writeWhole } from './files.ts';
import type { CliIo } from './io.ts';

/** Pieces are gathered up to this length: a system call for each would be slow. */
const chunkLength = 1 << 16;

/** Writes to `--out FILE`, or to standard output. */
export async function writeOutput(pieces: Iterable<string>, out: string | undefined, io: CliIo): Promise<void> {
  if (out !== undefined) return await writeWhole(resolve(io.cwd, out), `--out ${out}`, chunks(pieces));
  for (const chunk of chunks(pieces)) io.stdout.write(chunk);
}

function* chunks(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** How wide and how colourful the output may be. */
export const appearance = ({ stdout, env }: CliIo, out: string | undefined) => {
  const terminal = out === undefined && stdout.isTTY === true;
  // https://no-color.org: set and not empty means no colour.
  const color = terminal && !env.NO_COLOR && env.TERM !== 'dumb';
  // In a checkout the program is not on the path: what is printed there can be pasted there.
  const program = env.npm_lifecycle_event === undefined ? 'wsaudit' : 'npm run -s wsaudit --';
  return { width: terminal ? (stdout.columns ?? 100) : 100, color, program };
};
