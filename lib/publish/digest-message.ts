import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { type Digest, digestOf, type RunNews } from './digest.ts';
import { chatOf } from './digest-chat.ts';
import { mailOf } from './digest-mail.ts';
import { cut } from './text.ts';

/** What `Publish` takes beside the topic. */
export interface DigestMessage {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure: 'json';
  readonly MessageAttributes: Record<string, MessageAttributeValue>;
}

/**
 * SNS takes 256 KB (262,144 bytes) a message, attributes included; a little is left for what it counts beside them.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const messageBytes = 256_000;

/** Lines that each list may show, tried in turn until the message fits. */
const lineLimits = [100, 50, 25, 10, 5, 2, 1, 0];

/** Accounts named for filter policies; those with news come first. */
const mostAccounts = 1000;

/**
 * The message of a run. A body for each way in which it is read: mail for people, `https` for Amazon Q Developer in
 * chat applications (which subscribes to the topic by HTTPS), a line for a phone, and for all machines (queues,
 * functions, HTTP, streams) the digest itself as JSON, which SNS takes from `default`.
 */
export function messageOf(news: RunNews): DigestMessage {
  const accounts = accountsOf(news);
  const messages = lineLimits.values().map((most) => messageWith(digestOf(news, most), accounts));
  return messages.find((message) => sizeOf(message) <= messageBytes) ?? messageWith(digestOf(news, 0), accounts);
}

/** Bytes that count against the limit: bodies, attributes with their names and types, and the subject. */
export const sizeOf = ({ Subject, Message, MessageAttributes }: DigestMessage): number =>
  Buffer.byteLength(Message) + Buffer.byteLength(Subject) + Buffer.byteLength(JSON.stringify(MessageAttributes));

function messageWith(digest: Digest, accounts: readonly string[]): DigestMessage {
  const subject = subjectOf(digest);
  return {
    Subject: subject,
    Message: JSON.stringify({
      default: JSON.stringify(digest),
      email: mailOf(digest),
      https: JSON.stringify(chatOf(digest, subject)),
      sms: subject,
    }),
    MessageStructure: 'json',
    MessageAttributes: {
      // An empty array is no value that SNS takes.
      ...(accounts.length === 0
        ? {}
        : { account: { DataType: 'String.Array', StringValue: JSON.stringify(accounts) } }),
      highestSeverity: { DataType: 'String', StringValue: digest.highestSeverity },
      newFindings: { DataType: 'String', StringValue: String(digest.newFindings) },
    },
  };
}

/** At most 100 ASCII characters without line breaks: nothing in it comes from a name. */
function subjectOf({ appeared, resolved, coverageLost, unreached, highestSeverity }: Digest): string {
  const parts = [
    `${appeared.total} new`,
    `${resolved.total} resolved`,
    ...(coverageLost.total + unreached.total === 0 ? [] : [`coverage lost ${coverageLost.total + unreached.total}`]),
  ];
  return `WorkSpaces Auditor: ${parts.join(', ')}${highestSeverity === 'NONE' ? '' : ` (${highestSeverity})`}`;
}

function accountsOf({
  targets,
  unreached,
  unpublished,
  diff: { appeared, resolved, changed, coverage },
}: RunNews): string[] {
  const places = [
    ...appeared.map(({ subject }) => subject),
    ...changed.map(({ after }) => after.subject),
    ...resolved.map(({ subject }) => subject),
    ...[...unreached, ...unpublished, ...coverage.lost, ...coverage.regained, ...targets],
  ];
  return [...new Set(places.map(({ accountId }) => cut(accountId, 32)))].slice(0, mostAccounts).sort();
}
