import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError, type InputErrorCode } from '../model/errors.ts';

const messages: { readonly [code: string]: string } = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

/** Turns an error of the file system into one for the user; anything else is a fault of ours and passes. */
export function fileError(error: unknown, code: InputErrorCode, place: string, mend: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return new InputError(code, { place, found: messages[error.code] ?? error.message, mend }, { cause: error });
}

/** @returns the content of a UTF-8 file, without its byte-order mark */
export async function readText(path: string, place: string, code: InputErrorCode, mend: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) {
      throw new InputError(code, { place, found: 'the file is not valid UTF-8', mend }, { cause: error });
    }
    throw fileError(error, code, place, mend);
  }
}

export async function isDirectory(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** Names of the files of a directory that fit, by code point. */
export async function namesIn(
  directory: string,
  fits: (name: string) => boolean,
  place: string,
  code: InputErrorCode,
  mend: string,
): Promise<string[]> {
  try {
    return (await readdir(directory)).filter(fits).sort();
  } catch (error) {
    throw fileError(error, code, place, mend);
  }
}

/** Writes a file under a temporary name and renames it, so that nobody ever sees half of it. */
export async function writeWhole(path: string, place: string, pieces: Iterable<string>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (await isDirectory(path)) throw Object.assign(new Error('this is a directory'), { code: 'EISDIR' });
    await pipeline(Readable.from(pieces), createWriteStream(temporary));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileError(error, 'file', place, 'Name another file with --out.');
  }
}
