import * as z from 'zod';

/** What a Lambda function URL hands over (payload format 2.0), as far as it is read. Names of headers are lower-case. */
export const doorRequestSchema = z.object({
  rawPath: z.string(),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    /** When the URL took the request, before this process began; milliseconds since 1970. */
    timeEpoch: z.number(),
  }),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});
export type DoorRequest = z.infer<typeof doorRequestSchema>;

export interface DoorResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Bytes of the body as they were sent. */
export const bodyBytes = ({ body = '', isBase64Encoded }: DoorRequest): number =>
  Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');

export const bodyOf = ({ body = '', isBase64Encoded }: DoorRequest): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** Such as `application/json`, without parameters. */
export const mediaType = ({ headers }: DoorRequest): string =>
  (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();

export const sentence = (statusCode: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  respond(statusCode, body, 'text/plain; charset=utf-8', headers);

export const json = (value: unknown): DoorResponse =>
  respond(200, JSON.stringify(value), 'application/json; charset=utf-8', {});

export const nothing: DoorResponse = { statusCode: 200, headers: { 'cache-control': 'no-store' }, body: '' };

const respond = (
  statusCode: number,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>>,
): DoorResponse => ({
  statusCode,
  headers: {
    ...{ 'content-type': contentType, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    ...headers,
  },
  body,
});
