import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line is not valid UTF-8. */
export class EncodingError extends Error {}

/**
 * Splits a byte stream into lines, in order. A byte-order mark and carriage returns are dropped; an empty line is
 * yielded as an empty string, so that the caller's line numbers stay those of an editor.
 *
 * @param hash receives every byte as it stands in the stream
 * @throws EncodingError at the first line that is not UTF-8
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    hash.update(chunk);
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (first && bytes.length >= byteOrderMark.length) {
      if (bytes.subarray(0, 3).equals(byteOrderMark)) bytes = bytes.subarray(3);
      first = false;
    }
    const end = bytes.lastIndexOf(lineFeed);
    if (end < 0) {
      rest = bytes;
      continue;
    }
    yield* batches(bytes.subarray(0, end));
    rest = bytes.subarray(end + 1);
  }
  if (rest.length > 0) yield* batches(rest);
}

/** Lines are handed over in batches, one per chunk: an `await` per line would cost more than parsing it. */
function* batches(block: Buffer): Generator<string[]> {
  const lines: string[] = [];
  const valid = isUtf8(block);
  let from = 0;
  while (from <= block.length) {
    const at = block.indexOf(lineFeed, from);
    const to = at < 0 ? block.length : at;
    const line = block.subarray(from, to > from && block[to - 1] === carriageReturn ? to - 1 : to);
    if (!valid && !isUtf8(line)) {
      yield lines;
      throw new EncodingError('not valid UTF-8');
    }
    lines.push(line.toString('utf8'));
    if (at < 0) break;
    from = at + 1;
  }
  yield lines;
}
