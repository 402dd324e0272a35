import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ownKeys } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';

const client = new SQSClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });

/** A queue that hands out each message once. */
export interface Queue {
  readonly arn: string;
  /** Bodies of the messages that came since it was last looked at. */
  messages(): Promise<string[]>;
}

export async function makeQueue(QueueName: string): Promise<Queue> {
  // Twelve hours, the longest that SQS hides a message which was handed out and not deleted.
  const Attributes = { VisibilityTimeout: '43200' };
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
  const described = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return {
    arn: required(described.Attributes?.QueueArn, 'QueueArn'),
    messages: async () => {
      const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      return Messages.map(({ Body = '' }) => Body);
    },
  };
}
