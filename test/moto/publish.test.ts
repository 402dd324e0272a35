import { EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { beforeAll, describe, expect, test } from 'vitest';
import { messageOf } from '../../lib/publish/digest-message.ts';
import { findingOf, gapFindingOf, importFindings, publishDigest } from '../../lib/publish/index.ts';
import { eventful, gap } from '../publish/news.ts';
import { makeQueue } from '../publish/queue.ts';
import { result, sighting, subject } from '../publish/results.ts';
import { ownAccount, ownKeys, region, resetMoto } from './clients.ts';
import { required } from './required.ts';
import { motoUrl } from './settings.ts';

const configuration = { endpoint: motoUrl, region, credentials: ownKeys };
const server = { url: motoUrl, region, accessKeyId: ownKeys.accessKeyId };
const hub = new SecurityHubClient(configuration);
const sns = new SNSClient(configuration);
const timing = {
  clock: () => performance.now(),
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

beforeAll(resetMoto);

describe('publishing, to a server that we did not write', () => {
  test('findings come back from Security Hub as they were sent, and resolved ones archived', async () => {
    await hub.send(new EnableSecurityHubCommand({}));
    const own = result({ subject: { ...subject, accountId: ownAccount } });
    const open = Array.from({ length: 101 }, (_, n) => findingOf(own, { ...sighting, id: `finding-${n}` }));
    const blind = gapFindingOf({ ...gap, accountId: ownAccount }, { ...sighting, partition: 'aws' });
    const sent = [...open, blind];
    expect(await importFindings(hub, sent, timing)).toStrictEqual({
      accepted: sent.map(({ Id }) => Id),
      failed: [],
      unsent: [],
      unavailable: null,
    });
    const resolved = findingOf(own, { ...sighting, id: 'finding-0', state: 'resolved' });
    expect((await importFindings(hub, [resolved], timing)).accepted).toStrictEqual(['finding-0']);
    const { Findings = [], NextToken } = await hub.send(new GetFindingsCommand({ MaxResults: 100 }));
    const { Findings: rest = [] } = await hub.send(new GetFindingsCommand({ MaxResults: 100, NextToken }));
    expect([...Findings, ...rest]).toStrictEqual([resolved, ...open.slice(1), blind]);
  });

  test("a digest arrives in a queue that is subscribed to the topic, and passes the queue's filter", async () => {
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'findings' }));
    const topicArn = required(TopicArn, 'a topic');
    const [alarmed, indifferent] = [await makeQueue(server, 'alarmed'), await makeQueue(server, 'indifferent')];
    const subscribe = (Endpoint: string, FilterPolicy: object) =>
      sns.send(
        new SubscribeCommand({
          ...{ TopicArn: topicArn, Protocol: 'sqs', Endpoint },
          Attributes: { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify(FilterPolicy) },
        }),
      );
    const filter = { account: ['444455556666'], newFindings: ['true'] };
    await subscribe(alarmed.arn, { ...filter, highestSeverity: ['CRITICAL', 'HIGH'] });
    await subscribe(indifferent.arn, { ...filter, highestSeverity: ['CRITICAL'] });
    expect(await publishDigest(sns, topicArn, eventful)).toStrictEqual({
      status: 'published',
      messageId: expect.any(String),
    });
    expect(await alarmed.messages()).toStrictEqual([JSON.parse(messageOf(eventful).Message).default]);
    expect(await indifferent.messages()).toStrictEqual([]);
  });
});
