import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Audit } from '../audit.ts';
import { formats } from '../report/index.ts';
import { type EvidenceBucket, putEvidence, StoreError } from '../store/index.ts';

/**
 * Stores the report as `--format json` prints it, compressed. The first report of a snapshot stands: one that differs,
 * because the configuration was changed between two tries of a step, does not replace it.
 *
 * @throws StoreError
 */
export async function storeReport(bucket: EvidenceBucket, key: string, { report, unlisted }: Audit): Promise<void> {
  const hash = createHash('sha256');
  const content = formats.json(report, { all: false, width: 0, color: false, program: 'wsaudit', unlisted });
  const gzip = createGzip();
  const [bytes] = await Promise.all([
    buffer(gzip),
    pipeline(Readable.from(hashed(content, hash.update.bind(hash))), gzip),
  ]);
  try {
    await putEvidence(bucket, key, hash.digest('hex'), bytes);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'occupied') throw error;
  }
}

/** Pieces of a good size, each told on its way: a result a piece would make the stream slower than the compression. */
function* hashed(content: Iterable<string>, tell: (piece: string) => void): Iterable<string> {
  let piece = '';
  const enough = 1 << 16;
  for (const text of content) {
    piece += text;
    if (piece.length < enough) continue;
    tell(piece);
    yield piece;
    piece = '';
  }
  tell(piece);
  yield piece;
}
