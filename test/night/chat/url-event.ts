import type { LambdaFunctionURLEvent } from 'aws-lambda';

/** A request to the front door's function URL, as whoever sends it writes it. */
export interface WebRequest {
  readonly method?: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a function URL makes of a request: text stays text, and all other bodies, forms too, are in base64. */
export function urlEvent({ method = 'POST', path, headers, body }: WebRequest): LambdaFunctionURLEvent {
  const isText = /^(application\/json|text\/)/.test(headers['content-type'] ?? '');
  const domainPrefix = 'abcdefghijklmnopqrstuvwxyz012345';
  return {
    version: '2.0',
    ...{ routeKey: '$default', rawPath: path, rawQueryString: '' },
    headers: { 'x-forwarded-proto': 'https', 'x-forwarded-port': '443', 'user-agent': 'a platform', ...headers },
    requestContext: {
      ...{
        accountId: 'anonymous',
        apiId: domainPrefix,
        domainPrefix,
        requestId: 'b0000000-0000-4000-8000-000000000000',
      },
      domainName: `${domainPrefix}.lambda-url.us-east-1.on.aws`,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'a platform' },
      ...{ routeKey: '$default', stage: '$default' },
      ...{ time: new Date().toUTCString(), timeEpoch: Date.now() },
    },
    body: isText ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: !isText,
  };
}
