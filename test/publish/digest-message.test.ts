import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { digestOf } from '../../lib/publish/digest.ts';
import { chatOf } from '../../lib/publish/digest-chat.ts';
import { mailOf } from '../../lib/publish/digest-mail.ts';
import { messageOf, sizeOf } from '../../lib/publish/digest-message.ts';
import { eventful, quiet, runs } from './news.ts';
import { result } from './results.ts';

const bodiesSchema = z.strictObject({ default: z.string(), email: z.string(), https: z.string(), sms: z.string() });
const bodiesOf = ({ Message }: { readonly Message: string }) => bodiesSchema.parse(JSON.parse(Message));
const text = (StringValue: string) => ({ DataType: 'String', StringValue });

describe('the message', () => {
  it('has a body for each kind of reader and attributes for filter policies', () => {
    const Subject = 'WorkSpaces Auditor: 2 new, 1 resolved, coverage lost 2 (HIGH)';
    const digest = digestOf(eventful, 100);
    expect(messageOf(eventful)).toStrictEqual({
      Subject,
      Message: JSON.stringify({
        default: JSON.stringify(digest),
        email: mailOf(digest),
        https: JSON.stringify(chatOf(digest, Subject)),
        sms: Subject,
      }),
      MessageStructure: 'json',
      MessageAttributes: {
        account: { DataType: 'String.Array', StringValue: '["111122223333","444455556666","777788889999"]' },
        highestSeverity: text('HIGH'),
        newFindings: text('true'),
      },
    });
  });

  it('has no account attribute when there was nothing to audit', () => {
    const { Subject, MessageAttributes } = messageOf({ ...quiet, targets: [] });
    expect([Subject, MessageAttributes]).toStrictEqual([
      'WorkSpaces Auditor: 0 new, 0 resolved',
      { highestSeverity: text('NONE'), newFindings: text('false') },
    ]);
  });

  it('names a thousand accounts at most, those with news first', () => {
    const targets = Array.from({ length: 1500 }, (_, n) => ({
      accountId: `1${String(n).padStart(11, '0')}`,
      region: 'x',
    }));
    const { account } = messageOf({
      ...quiet,
      targets,
      diff: { ...quiet.diff, resolved: [result()] },
    }).MessageAttributes;
    const names = z.array(z.string()).parse(JSON.parse(account?.StringValue ?? ''));
    expect([names.length, names.at(-1), names.at(-2)]).toStrictEqual([1000, '111122223333', '100000000998']);
  });

  it('shows fewer lines of long lists, and counts all', () => {
    const appeared = Array.from({ length: 30_000 }, () => result({ reason: '漢'.repeat(2000) }));
    const changed = appeared.map((after) => ({ before: result(), after }));
    const { default: body } = bodiesOf(messageOf({ ...quiet, diff: { ...quiet.diff, appeared, changed } }));
    const { total, omitted } = z
      .looseObject({ appeared: z.looseObject({ total: z.number(), omitted: z.number() }) })
      .parse(JSON.parse(body)).appeared;
    expect([total, omitted]).toStrictEqual([30_000, 29_950]);
  });

  it('keeps every limit of SNS, whatever happened', () => {
    fc.assert(
      fc.property(runs, (news) => {
        const message = messageOf(news);
        const bodies = bodiesOf(message);
        expect(message.Subject).toMatch(/^[\x20-\x7e]{1,100}$/);
        expect(sizeOf(message)).toBeLessThan(262_144);
        expect(JSON.parse(bodies.default)).toMatchObject({ appeared: { total: news.diff.appeared.length } });
        expect(bodies.email).not.toMatch(/[^\P{C}\n\p{Cf}\p{Cn}\p{Co}]/u);
        const { description } = chatSchema.parse(JSON.parse(bodies.https)).content;
        expect(description.length).toBeLessThanOrEqual(3000);
        expect(description).not.toMatch(/[<>&]/);
      }),
      { numRuns: 60 },
    );
  });
});

const chatSchema = z.looseObject({ content: z.looseObject({ description: z.string() }) });
