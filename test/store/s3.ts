import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import type { EvidenceBucket } from '../../lib/store/index.ts';

interface Stored {
  readonly body: Buffer;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** How the next request is answered instead: with an error, or by an answer that is lost after the work was done. */
export type Fault = { readonly status: number; readonly code: string } | 'lost answer';

/** S3 in memory, over HTTP: objects and their list, with conditional PUT, each request at once and whole. */
export class MemoryS3 {
  readonly objects = new Map<string, Stored>();
  /** `METHOD key condition` of every request. */
  readonly requests: string[] = [];
  /** The parts of objects that were asked for. */
  readonly ranges: string[] = [];
  /** By method; taken from the front. */
  readonly faults: { readonly [method: string]: Fault[] } = { GET: [], PUT: [], DELETE: [] };
  readonly pauses: number[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<EvidenceBucket> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const client = new S3Client({
      ...{ endpoint: `http://127.0.0.1:${address.port}`, region: 'us-east-1', forcePathStyle: true },
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    });
    const wait = async (milliseconds: number) => {
      this.pauses.push(milliseconds);
    };
    return { client, bucket: 'evidence', wait, random: () => 0.5 };
  }

  /** Puts an object there as a person would. */
  put(key: string, content: string | Uint8Array): void {
    const body = Buffer.from(content);
    this.objects.set(key, { body, etag: etagOf(body), metadata: {} });
  }

  /** The documents, by key. */
  texts(): Record<string, string> {
    return Object.fromEntries([...this.objects].map(([key, { body }]) => [key, body.toString()]));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** ListObjectsV2, two keys a page. */
  #list(parameters: URLSearchParams): string {
    const after = parameters.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()].sort().filter((key) => key.startsWith(parameters.get('prefix') ?? ''));
    const rest = keys.filter((key) => key > after);
    const page = rest.slice(0, 2);
    const token = rest.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${rest.length > 2}</IsTruncated>${token}${contents}</ListBucketResult>`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers, url = '/' } = request;
    const key = decodeURIComponent(new URL(url, 'http://s3').pathname).replace('/evidence/', '');
    const body = await buffer(request);
    const condition = headers['if-match'] ?? headers['if-none-match'] ?? '';
    this.requests.push(`${method} ${key} ${condition}`.trim());
    const fault = this.faults[method]?.shift();
    if (fault !== undefined && fault !== 'lost answer') return refuse(response, fault.status, fault.code);
    const stored = this.objects.get(key);
    const { searchParams } = new URL(url, 'http://s3');
    if (searchParams.has('list-type')) {
      response.writeHead(200, { 'Content-Type': 'application/xml' }).end(this.#list(searchParams));
      return;
    }
    if (method === 'GET') {
      if (stored === undefined) return refuse(response, 404, 'NoSuchKey');
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      if (headers.range !== undefined) this.ranges.push(headers.range);
      const part = to === undefined ? stored.body : stored.body.subarray(Number(from), Number(to) + 1);
      response.writeHead(to === undefined ? 200 : 206, { ETag: stored.etag, ...stored.metadata }).end(part);
      return;
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (headers['if-match'] !== undefined && stored === undefined) return refuse(response, 404, 'NoSuchKey');
    if (headers['if-match'] !== undefined && stored?.etag !== headers['if-match'])
      return refuse(response, 412, 'PreconditionFailed');
    if (headers['if-none-match'] === '*' && stored !== undefined) return refuse(response, 412, 'PreconditionFailed');
    const etag = etagOf(body);
    const metadata = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        name.startsWith('x-amz-meta-') && typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    this.objects.set(key, { body, etag, metadata });
    if (fault === 'lost answer') response.destroy();
    else response.writeHead(200, { ETag: etag }).end();
  }
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Told to.</Message></Error>`);
}
