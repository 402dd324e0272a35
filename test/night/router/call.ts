import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { signatureOf } from '../../aws/signature.ts';

/** One request to AWS. */
export interface Call {
  /** Whose credentials signed it; undefined for keys that nobody knows. */
  readonly accountId: string | undefined;
  readonly region: string;
  /** Signing name: `ec2`. */
  readonly service: string;
  /** IAM action, `ec2:DescribeSubnets`; of S3 the method alone, `s3:PUT`. */
  readonly action: string;
  readonly path: string;
  readonly body: string;
}

/** @param accountOf an access key */
export function callOf(
  { method = '', url = '', headers }: IncomingMessage,
  body: string,
  accountOf: (accessKeyId: string) => string | undefined,
): Call {
  const { accessKeyId, region, service } = signatureOf(headers.authorization);
  return {
    ...{ accountId: accountOf(accessKeyId), region, service, path: url, body },
    action: `${service}:${operationOf(method, url, headers, body)}`,
  };
}

function operationOf(method: string, url: string, headers: IncomingHttpHeaders, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? '';
  if (url.startsWith('/findings/import')) return 'BatchImportFindings';
  return new URLSearchParams(body).get('Action') ?? method;
}
