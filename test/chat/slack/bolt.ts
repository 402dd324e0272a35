import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { AwsLambdaReceiver, HTTPModuleFunctions, isValidSlackRequest, LogLevel } from '@slack/bolt';

/** A request as a Lambda function URL hands it on: names in lower case, several values of a header joined by commas. */
export interface Arrival {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export const timestampHeader = 'x-slack-request-timestamp';
export const signatureHeader = 'x-slack-signature';

const nothing = () => undefined;
const silent = {
  ...{ debug: nothing, info: nothing, warn: nothing, error: nothing },
  ...{ setLevel: nothing, setName: nothing, getLevel: () => LogLevel.ERROR },
};

/** What Slack's framework says by its verifier for requests over HTTP, from headers as they came. */
export async function acceptedOverHttp(signingSecret: string, { body, headers }: Arrival): Promise<boolean> {
  const message = Object.assign(new IncomingMessage(new Socket()), {
    rawBody: Buffer.from(body),
    // Of another type, `ssl_check=1` would be let through without a signature.
    headers: { ...headers, 'content-type': 'application/json' },
  });
  return await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ signingSecret, logger: silent }, message).then(
    () => true,
    () => false,
  );
}

/** What its verifier says that is handed a number. */
export const accepted = (signingSecret: string, { body, headers }: Arrival, nowMilliseconds: number): boolean =>
  isValidSlackRequest({
    ...{ signingSecret, body, nowMilliseconds, logger: silent },
    headers: {
      [timestampHeader]: Number(headers[timestampHeader]),
      // Without the header, what its callers hand on is no text; it fails to part it, and refuses.
      [signatureHeader]: headers[signatureHeader] ?? '',
    },
  });

/** Makes its receiver of Lambda events, and tells whether an event gets past its check of the signature. */
export function lambdaReceiver(signingSecret: string) {
  const handle = new AwsLambdaReceiver({ signingSecret, logger: silent }).toHandler();
  return async ({ body, headers }: Arrival, isBase64Encoded = false): Promise<boolean> => {
    const { statusCode } = await handle(
      {
        ...{ version: '2.0', routeKey: '$default', rawPath: '/', rawQueryString: '', requestContext: {} },
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: isBase64Encoded ? Buffer.from(body).toString('base64') : body,
        isBase64Encoded,
      },
      {},
    );
    return statusCode !== 401;
  };
}
