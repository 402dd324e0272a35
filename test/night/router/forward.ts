import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a server answered. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request on as it is, but for its body, and reads the whole answer. */
export function forward(
  server: string,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<Reply> {
  const { 'transfer-encoding': _, expect: __, ...kept } = headers;
  return new Promise((done, fail) => {
    const outgoing = request(new URL(url, server), { method, headers: { ...kept, 'content-length': body.length } });
    outgoing.on('error', fail);
    outgoing.on('response', (response) => {
      const { statusCode = 502, headers: answered } = response;
      buffer(response).then((content) => done({ status: statusCode, headers: answered, body: content }), fail);
    });
    outgoing.end(body);
  });
}
