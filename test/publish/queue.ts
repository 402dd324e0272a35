import * as z from 'zod';

/** A queue in a moto server. */
export interface Queue {
  readonly arn: string;
  /** Bodies of the messages that are in it. */
  messages(): Promise<string[]>;
}

/** A moto server, and as whom to ask it. */
export interface Server {
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
}

const created = z.looseObject({ QueueUrl: z.string() });
const described = z.looseObject({ Attributes: z.looseObject({ QueueArn: z.string() }) });
const received = z.looseObject({ Messages: z.array(z.looseObject({ Body: z.string() })).default([]) });

/** Makes a queue. Plain calls of SQS's JSON protocol do: moto verifies no signature, so no client is needed. */
export async function makeQueue(server: Server, name: string): Promise<Queue> {
  const call = (operation: string, input: object) => ask(server, operation, input);
  const { QueueUrl } = created.parse(await call('CreateQueue', { QueueName: name }));
  const { Attributes } = described.parse(await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] }));
  return {
    arn: Attributes.QueueArn,
    messages: async () => {
      const { Messages } = received.parse(await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 }));
      return Messages.map(({ Body }) => Body);
    },
  };
}

async function ask({ url, region, accessKeyId }: Server, operation: string, input: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/sqs/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`moto answers ${operation} with ${response.status}: ${await response.text()}`);
  return await response.json();
}
