import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type EvidenceBucket, getObject, putObject } from './bucket.ts';
import { StoreError } from './errors.ts';
import { listKeys } from './list.ts';
import { removeObject } from './remove.ts';

const [compress, decompress] = [promisify(gzip), promisify(gunzip)];
const attempts = 10;

/** Lines of text that work in progress leaves behind, in numbered objects under one prefix. */
export class Checkpoints {
  readonly #bucket: EvidenceBucket;
  readonly #prefix: string;
  readonly #keys: string[];

  private constructor(bucket: EvidenceBucket, prefix: string, keys: string[]) {
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.#keys = keys;
  }

  /**
   * @param prefix ends with `/`; nothing else is under it
   * @throws StoreError `failed`
   */
  static async open(bucket: EvidenceBucket, prefix: string): Promise<Checkpoints> {
    return new Checkpoints(bucket, prefix, await listKeys(bucket, prefix));
  }

  /**
   * All lines, in the order in which they were saved.
   *
   * @throws StoreError `damaged`, `failed`
   */
  async read(): Promise<string[]> {
    const lines: string[] = [];
    for (const key of this.#keys) {
      const stored = await getObject(this.#bucket, key);
      // Gone since the keys were listed: what is not there is done again.
      if (stored !== undefined) for (const line of await linesOf(key, stored.bytes)) lines.push(line);
    }
    return lines;
  }

  /**
   * Saves lines under the next number that nobody else took, so that two that work on the same thing at the same time
   * overwrite nothing.
   *
   * @param lines without their ends
   * @throws StoreError `contended` when others took {@link attempts} numbers in a row, `failed`
   */
  async save(lines: readonly string[]): Promise<void> {
    const bytes = await compress(lines.map((line) => `${line}\n`).join(''));
    const object = { bytes, contentType: 'application/gzip', metadata: {} } as const;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const key = this.#keyAfter(this.#keys.at(-1));
      this.#keys.push(key);
      if (await putObject(this.#bucket, key, object, undefined)) return;
    }
    throw new StoreError('contended', this.#prefix, `others saved ${attempts} checkpoints at the same time`);
  }

  /** @throws StoreError `failed` */
  async remove(): Promise<void> {
    for (const key of this.#keys) await removeObject(this.#bucket, key);
  }

  /** Numbers of six digits, so that keys sort by them. */
  #keyAfter(last: string | undefined): string {
    const number = last === undefined ? 0 : Number.parseInt(last.slice(this.#prefix.length), 10);
    return `${this.#prefix}${String(number + 1).padStart(6, '0')}.ndjson.gz`;
  }
}

async function linesOf(key: string, bytes: Uint8Array): Promise<string[]> {
  try {
    return (await decompress(bytes)).toString('utf8').split('\n').slice(0, -1);
  } catch (error) {
    throw new StoreError('damaged', key, 'the checkpoint cannot be decompressed; remove it', { cause: error });
  }
}
