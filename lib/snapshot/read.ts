import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { InputError } from '../model/errors.ts';
import type { Snapshot } from './format.ts';
import { EncodingError, linesOf } from './lines.ts';
import { SnapshotParser } from './parse.ts';

/**
 * Reads a snapshot file as a stream; `.gz` and `.zst` are decompressed by extension.
 *
 * @param file path as the user wrote it; it stands in error messages
 * @throws InputError (`snapshot`) naming file and line, when the file is missing, truncated, foreign, corrupt or of a
 *   newer format version
 */
export const readSnapshot = (file: string): Promise<Snapshot> =>
  read(file, createReadStream(file, { highWaterMark: 1 << 20 }));

/**
 * Reads a snapshot that is in memory as it stands in its file.
 *
 * @param name tells the compression by its extension, as a path does, and stands in error messages
 * @throws InputError (`snapshot`) as {@link readSnapshot} does
 */
export const readSnapshotBytes = (name: string, bytes: Uint8Array): Promise<Snapshot> =>
  read(name, Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]));

async function read(file: string, source: Readable): Promise<Snapshot> {
  const hash = createHash('sha256');
  const parser = new SnapshotParser(file);
  try {
    for await (const lines of linesOf(decompress(file, source), hash)) {
      for (const line of lines) parser.line(line);
    }
  } catch (error) {
    throw explain(error, file, parser.lineNumber + 1);
  }
  return parser.finish(hash.digest('hex'));
}

function decompress(file: string, source: Readable): AsyncIterable<Buffer> {
  if (file.endsWith('.gz')) return pipeline(source, createGunzip({ chunkSize: 1 << 18 }), () => {});
  if (file.endsWith('.zst')) return pipeline(source, createZstdDecompress({ chunkSize: 1 << 18 }), () => {});
  return source;
}

function explain(error: unknown, file: string, line: number): unknown {
  if (error instanceof InputError || !(error instanceof Error)) return error;
  if (error instanceof EncodingError) {
    return new InputError('snapshot', {
      place: `${file}:${line}`,
      found: 'the line is not valid UTF-8',
      mend: 'Write the snapshot as UTF-8, or take it again.',
    });
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') {
    return new InputError(
      'snapshot',
      { place: file, found: unreadable[code], mend: 'Name an existing snapshot file (.ndjson, .gz or .zst).' },
      { cause: error },
    );
  }
  if (/^(Z_|ERR_ZSTD|ZSTD_)/.test(code) || /zstd|unexpected end of file/i.test(error.message)) {
    return new InputError(
      'snapshot',
      {
        place: `${file}:${line}`,
        found: `the compressed data is damaged or cut off (${error.message})`,
        mend: 'Copy the file again or take the snapshot again; the extension must match the compression.',
      },
      { cause: error },
    );
  }
  return error;
}

const unreadable = {
  ENOENT: 'no such file',
  EACCES: 'permission to read the file is denied',
  EISDIR: 'this is a directory',
  ENOTDIR: 'a part of the path is not a directory',
} as const;
