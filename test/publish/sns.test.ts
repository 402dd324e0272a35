import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { messageOf } from '../../lib/publish/digest-message.ts';
import { publishDigest, snsActions } from '../../lib/publish/sns.ts';
import { awsError } from '../collect/estate.ts';
import { eventful } from './news.ts';

const sns = mockClient(SNSClient);
const client = new SNSClient({ region: 'us-east-1' });
const topic = 'arn:aws:sns:us-east-1:111122223333:findings';
afterEach(() => sns.reset());

describe('publishing the digest', () => {
  it('sends one message to the topic', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'm-1' });
    expect(await publishDigest(client, topic, eventful)).toStrictEqual({ status: 'published', messageId: 'm-1' });
    expect(sns.commandCalls(PublishCommand).map(({ args }) => args[0].input)).toStrictEqual([
      { TopicArn: topic, ...messageOf(eventful) },
    ]);
  });

  it.each([
    ['AuthorizationErrorException', 'denied'],
    ['KMSAccessDeniedException', 'denied'],
    ['NotFoundException', 'failed'],
    ['InvalidParameterException', 'failed'],
  ])('tells of %s as %s', async (code, status) => {
    sns.on(PublishCommand).rejects(awsError(code));
    expect(await publishDigest(client, topic, eventful)).toStrictEqual({ status, code, message: `${code} happened` });
  });

  it('names the IAM action that it needs', () => {
    expect(snsActions).toStrictEqual(['sns:Publish']);
  });
});
