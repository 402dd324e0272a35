import { describe, expect, it } from 'vitest';
import { digestOf } from '../../lib/publish/digest.ts';
import { chatOf } from '../../lib/publish/digest-chat.ts';
import { mailOf } from '../../lib/publish/digest-mail.ts';
import { eventful, quiet } from './news.ts';
import { result, subject } from './results.ts';

describe('the mail', () => {
  it('tells a person what happened', () => {
    expect(
      mailOf(digestOf(eventful, 1)),
    ).toBe(`WorkSpaces Auditor, run of 2026-11-22T03:00:00.000Z, accounts and Regions: 2

New (2)
- HIGH sg-no-open-ssh: No group lets the whole internet in on SSH
  sg-0a1b2c3d4e5f60718 in 111122223333, us-east-1
  sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.
… and 1 more

Changed (1)
- MEDIUM sg-worse: No group lets the whole internet in on SSH
  sg-0a1b2c3d4e5f60718 in 111122223333, us-east-1
  Now two.
  was LOW
  was: sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.

Resolved (1)
- HIGH sg-resolved: No group lets the whole internet in on SSH
  sg-0a1b2c3d4e5f60718 in 111122223333, us-east-1

Could not be audited (1)
- 777788889999, us-west-2: The role cannot be assumed.

Not in Security Hub (1)
- 111122223333, us-east-1: Security Hub is not enabled.

Coverage lost (1)
- ec2:DescribeSubnets in 111122223333, us-east-1: denied, UnauthorizedOperation

Coverage regained (1)
- ds:DescribeTrusts in 111122223333, us-east-1

Totals
- CRITICAL: 0
- HIGH: 3
- MEDIUM: 0
- LOW: 0
- INFORMATIONAL: 0
- accepted by an exception: 1
- could not be judged: 2
- judged last time, but not now: 2
- judged again: 1`);
  });

  it('says that nothing happened, with the totals against last time', () => {
    expect(
      mailOf(digestOf(quiet, 10)),
    ).toBe(`WorkSpaces Auditor, run of 2026-11-22T03:00:00.000Z, accounts and Regions: 1

Nothing is new, changed or resolved, and what could be read last time could be read again.

Totals
- CRITICAL: 0 (last time 0)
- HIGH: 3 (last time 3)
- MEDIUM: 0 (last time 0)
- LOW: 0 (last time 0)
- INFORMATIONAL: 0 (last time 0)
- accepted by an exception: 1 (last time 1)
- could not be judged: 2 (last time 2)`);
  });

  it('gives a name no line of its own', () => {
    const appeared = [result({ reason: 'x\n\nResolved (9)\r\n- all', subject: { ...subject, id: 'sg-1\u2028New' } })];
    const mail = mailOf(digestOf({ ...quiet, diff: { ...quiet.diff, appeared } }, 10));
    expect(mail.split('\n').slice(2, 6)).toStrictEqual([
      'New (1)',
      '- HIGH sg-no-open-ssh: No group lets the whole internet in on SSH',
      '  sg-1 New in 111122223333, us-east-1',
      '  x Resolved (9) - all',
    ]);
  });
});

describe('the chat notification', () => {
  it('has the shape of a custom notification', () => {
    const where = 'on `sg-0a1b2c3d4e5f60718` in `111122223333`, `us-east-1`';
    expect(chatOf(digestOf(eventful, 1), 'The title')).toStrictEqual({
      version: '1.0',
      source: 'custom',
      content: {
        textType: 'client-markdown',
        title: 'The title',
        description: [
          ...['*New: 2*', `• HIGH \`sg-no-open-ssh\` ${where}`, '… and 1 more'],
          ...['*Changed: 1*', `• MEDIUM \`sg-worse\` ${where}`],
          ...['*Resolved: 1*', `• HIGH \`sg-resolved\` ${where}`],
          ...['*Could not be audited: 1*', '• `777788889999`, `us-west-2`'],
          ...['*Not in Security Hub: 1*', '• `111122223333`, `us-east-1`'],
          ...['*Coverage lost: 1*', '• `ec2:DescribeSubnets` in `111122223333`, `us-east-1`'],
          ...['*Coverage regained: 1*', '• `ds:DescribeTrusts` in `111122223333`, `us-east-1`'],
        ].join('\n'),
        nextSteps: ['Allow `ec2:DescribeSubnets` in account `111122223333`'],
        keywords: ['WorkSpaces', 'HIGH'],
      },
      metadata: { summary: 'The title' },
    });
  });

  it('says when nothing happened', () => {
    expect(chatOf(digestOf(quiet, 10), 'The title').content).toStrictEqual({
      textType: 'client-markdown',
      title: 'The title',
      description: 'Nothing has changed since the last run.',
      keywords: ['WorkSpaces', 'NONE'],
    });
  });

  it('takes a name for text, never for markup or a mention', () => {
    const appeared = [result({ subject: { ...subject, id: '`<!channel> *a* &lt;@U1&gt;\n[x](https://x)' } })];
    const { description } = chatOf(digestOf({ ...quiet, diff: { ...quiet.diff, appeared } }, 10), 'The title').content;
    expect(description).toBe(
      "*New: 1*\n• HIGH `sg-no-open-ssh` on `'‹!channel› *a* ＆lt;@U1＆gt; [x](https://x)` in `111122223333`, `us-east-1`",
    );
  });
});
