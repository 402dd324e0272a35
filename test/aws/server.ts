import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './protocols/protocol.ts';

/** An answer and how it is to be spoilt on its way. */
export interface Delivery {
  readonly answer: Answer;
  readonly milliseconds: number;
  readonly truncate: boolean;
}

export type Responder = (headers: IncomingMessage['headers'], body: string) => Delivery;

/** Serves on a free port of the loopback address. @returns its URL and how to stop it */
export async function serve(respond: Responder): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, respond).catch((error: unknown) => response.destroy(asError(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('AWS double: no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      // The SDK keeps its connections open; they would hold the server.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, respond: Responder): Promise<void> {
  const { answer: content, milliseconds, truncate } = respond(request.headers, await text(request));
  if (milliseconds > 0) await delay(milliseconds);
  const body = Buffer.from(content.body);
  response.writeHead(content.status, { ...content.headers, 'content-length': body.length });
  if (!truncate) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
