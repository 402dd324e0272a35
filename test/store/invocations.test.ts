import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { invokeFunction } from '../../lib/store/invocations.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly afterMilliseconds?: number;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A client of a Lambda that gives one answer to everything. */
async function lambda({ status = 200, headers = {}, body = '', afterMilliseconds = 0 }: Answer) {
  const requests: string[] = [];
  server = createServer(async (request, response) => {
    let received = '';
    for await (const chunk of request) received += chunk;
    requests.push(`${request.method} ${request.url} ${received}`);
    setTimeout(() => response.writeHead(status, headers).end(body), afterMilliseconds);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new LambdaClient({
    ...{ endpoint: `http://127.0.0.1:${address.port}`, region: 'us-east-1', maxAttempts: 1 },
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
  return { client, requests };
}

describe('asking a function', () => {
  it('gives what it answers', async () => {
    const { client, requests } = await lambda({ body: '{"kind":"reply"}' });
    expect(await invokeFunction(client, 'ask', { step: 'understand' }, 5_000)).toStrictEqual({
      answer: { kind: 'reply' },
    });
    expect(requests).toStrictEqual(['POST /2015-03-31/functions/ask/invocations {"step":"understand"}']);
  });

  it('gives nothing when the patience is over', async () => {
    const { client } = await lambda({ body: '{}', afterMilliseconds: 2_000 });
    expect(await invokeFunction(client, 'ask', {}, 50)).toBeUndefined();
  });

  it('gives null where a function answers nothing', async () => {
    const { client } = await lambda({});
    expect(await invokeFunction(client, 'ask', {}, 5_000)).toStrictEqual({ answer: null });
  });

  it.each([
    ['{"errorType":"StoreError","errorMessage":"the bucket is gone"}', 'StoreError: the bucket is gone'],
    ['{"errorMessage":"Task timed out"}', 'Task timed out'],
    ['null', 'it does not say why'],
  ])('tells what a function threw: %s', async (body, why) => {
    const { client } = await lambda({ headers: { 'x-amz-function-error': 'Unhandled' }, body });
    await expect(invokeFunction(client, 'ask', {}, 5_000)).rejects.toMatchObject({
      ...{ name: 'InvocationError', message: `ask failed: ${why}` },
    });
  });

  it('tells what Lambda refused', async () => {
    const { client } = await lambda({
      ...{ status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' }, body: '{"Message":"not you"}' },
    });
    await expect(invokeFunction(client, 'ask', {}, 5_000)).rejects.toMatchObject({
      ...{
        name: 'InvocationError',
        message: expect.stringContaining('lambda:InvokeFunction of ask failed: AccessDeniedException'),
      },
    });
  });
});
