import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import type { OperationCoverage } from '../model/coverage.ts';
import { coverageLine, headerLine, resourceLine, type SnapshotOrigin } from './encode.ts';
import type { ResourceType } from './resource-types.ts';

const linesPerBlock = 1000;

/**
 * A snapshot that is written where there are no files. Its lines stand by type, and within a type in the order in which
 * they were added: whatever order operations were answered in, the same answers make the same bytes.
 */
export class MemorySnapshot {
  readonly #origin: SnapshotOrigin;
  readonly #lines = new Map<ResourceType, string[]>();

  constructor(origin: SnapshotOrigin) {
    this.#origin = origin;
  }

  /** @param resource exactly as the AWS SDK returned it; dates become ISO 8601 strings */
  add(type: ResourceType, resource: object): void {
    const lines = this.#lines.get(type);
    // Encoded at once, because text takes a third of what the object takes.
    if (lines === undefined) this.#lines.set(type, [resourceLine(type, resource)]);
    else lines.push(resourceLine(type, resource));
  }

  /**
   * @returns the file, compressed with gzip, and the SHA-256 of its uncompressed content, hexadecimal
   */
  async finish(
    operations: readonly OperationCoverage[],
  ): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
    const hash = createHash('sha256');
    const hashed = function* (blocks: Iterable<string>): Generator<string> {
      for (const block of blocks) {
        hash.update(block);
        yield block;
      }
    };
    const bytes = await buffer(pipeline(Readable.from(hashed(this.#blocks(operations))), createGzip(), () => {}));
    return { bytes, sha256: hash.digest('hex') };
  }

  /** Many lines at a time: handing them to the compressor one by one would cost more than compressing them. */
  *#blocks(operations: readonly OperationCoverage[]): Generator<string> {
    yield headerLine(this.#origin);
    for (const type of [...this.#lines.keys()].sort()) {
      const lines = this.#lines.get(type) ?? [];
      for (let from = 0; from < lines.length; from += linesPerBlock) {
        yield lines.slice(from, from + linesPerBlock).join('');
      }
    }
    yield coverageLine(operations);
  }
}
