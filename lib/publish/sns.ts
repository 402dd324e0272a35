import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { RunNews } from './digest.ts';
import { messageOf } from './digest-message.ts';
import { isDenial, type Refusal, refusalOf } from './failure.ts';

/**
 * The IAM actions that publishing a digest calls. A topic that is encrypted with a customer key takes
 * `kms:GenerateDataKey` and `kms:Decrypt` on that key besides.
 */
export const snsActions: readonly string[] = ['sns:Publish'];

export type DigestOutcome =
  | { readonly status: 'published'; readonly messageId: string }
  | ({ readonly status: 'denied' | 'failed' } & Refusal);

/**
 * Publishes the one digest of a run.
 *
 * @returns what became of it; never throws for what AWS answers
 */
export async function publishDigest(client: SNSClient, topicArn: string, news: RunNews): Promise<DigestOutcome> {
  const command = new PublishCommand({ TopicArn: topicArn, ...messageOf(news) });
  try {
    const { MessageId = '' } = await client.send(command);
    return { status: 'published', messageId: MessageId };
  } catch (error) {
    const refusal = refusalOf(error);
    return { status: isDenial(refusal) ? 'denied' : 'failed', ...refusal };
  }
}
