import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';

/** A request that a function made to a chat platform. */
export interface Post {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Slack and Microsoft Teams on the loopback address. Functions reach them as they would through a proxy of their
 * network: by the platforms' own names and over TLS, with a certificate that only these functions are told to trust.
 */
export class Platforms {
  readonly posts: Post[] = [];
  /** What is answered, by URL; `ok` where nothing is said. Several answers are given in turn, the last one from then on. */
  readonly answers = new Map<string, Answer[]>();
  /** Names that a function asked the proxy for and that no platform has. */
  readonly strangers: string[] = [];
  readonly #hosts: readonly string[];
  readonly #proxy: Server = createServer((_request, response) => response.writeHead(405).end());
  #directory = '';

  constructor(hosts: readonly string[]) {
    this.#hosts = hosts;
  }

  async start(): Promise<void> {
    const certificate = await generate([{ name: 'commonName', value: 'chat platforms' }], {
      keySize: 2048,
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: this.#hosts.map((value) => ({ type: 2, value })) },
      ],
    });
    this.#directory = await mkdtemp(join(tmpdir(), 'wsaudit-platforms-'));
    await writeFile(this.#certificateFile, certificate.cert);
    const platform = createSecureServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
      const url = `https://${request.headers.host}${request.url}`;
      text(request).then(
        (body) => {
          this.posts.push({ url, authorization: request.headers.authorization, body });
          const { status, body: answer } = this.#answerOf(url);
          response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
        },
        () => response.destroy(),
      );
    });
    this.#proxy.on('connect', (request, socket) => {
      const [host = '', port] = (request.url ?? '').split(':');
      if (!this.#hosts.includes(host) || port !== '443') {
        this.strangers.push(request.url ?? '');
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      socket.on('error', () => socket.destroy());
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      platform.emit('connection', socket);
    });
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
  }

  /** What a function's environment must hold to get there. Calls of AWS do not go through the proxy. */
  get environment(): Readonly<Record<string, string>> {
    const address = this.#proxy.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    return {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${address.port}`,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: this.#certificateFile,
    };
  }

  forget(): void {
    this.posts.length = 0;
    this.answers.clear();
    this.strangers.length = 0;
  }

  async stop(): Promise<void> {
    this.#proxy.closeAllConnections();
    this.#proxy.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  get #certificateFile(): string {
    return join(this.#directory, 'platforms.pem');
  }

  #answerOf(url: string): Answer {
    const answers = this.answers.get(url) ?? [];
    const [first] = answers;
    if (answers.length > 1) answers.shift();
    return first ?? { status: 200, body: '{"ok":true}' };
  }
}
