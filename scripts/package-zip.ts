import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ZipOptions, zipSync } from 'fflate';

/** By name in the archive, with slashes. */
export interface Files {
  readonly [name: string]: Uint8Array;
}

/** ZIP knows no time zone and no time before 1980; the local midnight is written alike wherever it is made. */
const options: ZipOptions = { mtime: new Date(1980, 0, 1), level: 9, os: 3, attrs: 0o100644 << 16 };

/** Writes an archive that depends on nothing but the files: the same bytes whenever and wherever it is made. */
export async function writeZip(path: string, files: Files): Promise<number> {
  const entries = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = zipSync(Object.fromEntries(entries.map(([name, content]) => [name, [content, options]])));
  await writeFile(path, bytes);
  return bytes.length;
}

/**
 * The files below a directory.
 *
 * @param prefix put before each name
 * @param wanted decides by the name below the directory
 */
export async function filesBelow(
  directory: string,
  prefix = '',
  wanted: (name: string) => boolean = () => true,
): Promise<Files> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const relative = (path: string): string => path.slice(directory.length + 1).replaceAll('\\', '/');
  const chosen = names.filter((path) => wanted(relative(path)));
  return Object.fromEntries(
    await Promise.all(chosen.map(async (path) => [`${prefix}${relative(path)}`, await readFile(path)] as const)),
  );
}
