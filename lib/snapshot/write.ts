import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline, type Writable } from 'node:stream';
import { createGzip, createZstdCompress } from 'node:zlib';
import type { OperationCoverage } from '../model/coverage.ts';
import { coverageLine, headerLine, resourceLine, type SnapshotOrigin } from './encode.ts';
import type { ResourceType } from './resource-types.ts';

/**
 * Writes a snapshot under a temporary name beside `file` and renames it when it is whole, so that a file under the
 * final name always has its coverage line. `.gz` and `.zst` are compressed by extension.
 */
export class SnapshotWriter {
  readonly #file: string;
  readonly #temporary: string;
  readonly #input: Writable;
  readonly #done: Promise<void>;

  private constructor(file: string) {
    this.#file = file;
    this.#temporary = `${file}.${process.pid}.tmp`;
    const target = createWriteStream(this.#temporary, { flags: 'wx' });
    const compressor = file.endsWith('.gz') ? createGzip() : file.endsWith('.zst') ? createZstdCompress() : undefined;
    this.#input = compressor ?? target;
    this.#done = new Promise((resolve, reject) => {
      if (compressor === undefined) target.once('close', resolve).once('error', reject);
      else pipeline(compressor, target, (error) => (error ? reject(error) : resolve()));
    });
    this.#done.catch(() => {});
  }

  /** @throws the file system's error when the directory cannot be written */
  static async create(file: string, origin: SnapshotOrigin): Promise<SnapshotWriter> {
    const writer = new SnapshotWriter(file);
    await writer.#write(headerLine(origin));
    return writer;
  }

  /** @param resource exactly as the AWS SDK returned it; dates become ISO 8601 strings */
  async add(type: ResourceType, resource: object): Promise<void> {
    await this.#write(resourceLine(type, resource));
  }

  /** Writes the coverage line and gives the file its final name. */
  async finish(operations: readonly OperationCoverage[]): Promise<void> {
    await this.#write(coverageLine(operations));
    this.#input.end();
    await this.#done;
    await rename(this.#temporary, this.#file);
  }

  /** Leaves nothing behind; for a collection that was given up. */
  async abort(): Promise<void> {
    this.#input.destroy();
    await this.#done.catch(() => {});
    await rm(this.#temporary, { force: true });
  }

  async #write(line: string): Promise<void> {
    if (!this.#input.write(line)) {
      await Promise.race([once(this.#input, 'drain'), this.#done]);
    }
  }
}
