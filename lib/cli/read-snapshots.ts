import { join, resolve } from 'node:path';
import type { SnapshotFile } from '../findings/index.ts';
import { InputError, type Problem } from '../model/errors.ts';
import { readSnapshot } from '../snapshot/index.ts';
import { isDirectory, namesIn } from './files.ts';

const isSnapshot = (name: string): boolean => /\.ndjson(\.gz|\.zst)?$/.test(name);

/**
 * Reads snapshots, and the snapshots of directories.
 *
 * @param code what they are read as
 * @throws InputError with the problems of all files that cannot be used
 */
export async function readSnapshots(
  paths: readonly string[],
  cwd: string,
  code: 'snapshot' | 'baseline' = 'snapshot',
): Promise<SnapshotFile[]> {
  const snapshots: SnapshotFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    for (const file of await filesOf(path, cwd, code)) {
      try {
        snapshots.push({ file, snapshot: await readNamed(file, cwd) });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new InputError(code, problems);
  return snapshots;
}

async function filesOf(path: string, cwd: string, code: 'snapshot' | 'baseline'): Promise<string[]> {
  const absolute = resolve(cwd, path);
  if (!(await isDirectory(absolute))) return [path];
  const mend = 'Name a directory that holds snapshots.';
  const names = await namesIn(absolute, isSnapshot, path, code, mend);
  if (names.length > 0) return names.map((name) => join(path, name));
  const found = 'no *.ndjson, *.ndjson.gz or *.ndjson.zst in the directory';
  throw new InputError(code, { place: path, found, expected: 'snapshots', mend });
}

/** Reads a file by its full path and speaks of it as the user wrote it. */
async function readNamed(file: string, cwd: string) {
  const absolute = resolve(cwd, file);
  const rename = (text: string) => text.replaceAll(absolute, file);
  try {
    const snapshot = await readSnapshot(absolute);
    return { ...snapshot, notes: snapshot.notes.map(rename) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = error.problems.map((problem) => ({ ...problem, place: rename(problem.place) }));
    throw new InputError(error.code, problems, { cause: error });
  }
}
