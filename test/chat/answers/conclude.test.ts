import { expect, test } from 'vitest';
import { conclude, type KnownDirectory, renderText } from '../../../lib/chat/index.ts';
import { before, directory, east, found, gapOf, noList, partsOf, runOf, west } from './memory.ts';

const account = { accounts: ['111122223333'] };
const scoped = { directories: ['d-90671a2b3c'] };
const seenAt = '2027-02-02T16:51:00.000Z';
const knowing = (...directories: KnownDirectory[]) =>
  partsOf([], { vocabulary: async () => ({ ...(await partsOf([]).memory.vocabulary()), directories }) });
const seeing = knowing({ ...directory, seenAt });
const evidence = { link: 'Evidence of this run', url: 'https://example.com/runs/ask-1/' };
const insufficient = (id: string, type: 'account' | 'ipGroup', reason: string) =>
  found(id, { status: 'INSUFFICIENT_DATA', reason, subject: { type, id, arn: id, ...east } });

test('an audit that found nothing and read everything is clean', async () => {
  const { reply, data } = await conclude(account, { run: runOf([]) }, partsOf([]));
  expect(reply).toEqual({
    mood: 'clean',
    title: 'Audited and clean: nothing is open, and everything was read',
    sections: [
      {
        lines: [
          ['Asked for: ', { code: '111122223333' }, '.'],
          ['Audited: ', { code: '111122223333' }, ', ', { code: 'us-east-1' }, ', 5 minutes ago.'],
          ['New since the last look: 1, resolved: 2.'],
        ],
      },
    ],
    next: [],
    evidence,
  });
  expect(data).toEqual({
    ...{ kind: 'audit', outcome: 'clean', run: 'ask-1', directories: [], missing: [] },
    ...{ startedAt: '2027-02-02T16:50:00.000Z', finishedAt: '2027-02-02T16:55:00.000Z' },
    ...{ open: 0, bySeverity: { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 }, excepted: 0 },
    ...{ appeared: 1, resolved: 2, unjudged: 0, leftOut: 0, findings: noList, gaps: noList, lost: noList },
    evidence: {
      ...{ total: 1, omitted: 0 },
      items: [{ ...east, snapshot: 'snapshots/a.ndjson.gz', report: 'reports/a.json.gz' }],
    },
    failure: null,
  });
});

test('findings, gaps and lost places are told', async () => {
  const exception = { reason: 'Kiosk', owner: 'desktop', ticket: null, expires: '2027-03-01', expired: false };
  const results = [
    found('ws-1'),
    found('ws-2', { severity: 'CRITICAL', exception }),
    found('ws-3', { severity: 'CRITICAL' }),
    insufficient('111122223333', 'account', 'Cannot be judged.'),
  ];
  const lost = [{ ...west, message: 'The role cannot be assumed.' }];
  const run = runOf(results, { lost }, { coverage: [gapOf()] });
  const { reply, data } = await conclude({ regions: ['us-east-1', 'us-west-2'] }, { run }, partsOf([]));
  expect(reply.mood).toBe('open');
  expect(renderText(reply)).toBe(`Audited: 2 open findings: 1 critical, 1 high

Asked for: us-east-1, us-west-2.
Audited: 111122223333, us-east-1, 5 minutes ago.
New since the last look: 1, resolved: 2.
Valid exceptions answer for 1 finding more.
Not known for sure: 1 place could not be audited; 1 operation not completely read; 1 result could not be judged.

Most severe first:
- CRITICAL demo-encrypted on ws-3 in 111122223333, us-east-1
- HIGH demo-encrypted on ws-1 in 111122223333, us-east-1
- CRITICAL demo-encrypted on ws-2 in 111122223333, us-east-1, excepted until 2027-03-01

Not completely read:
- ec2:DescribeVpcs was denied (UnauthorizedOperation) in 111122223333, us-east-1

Could not be audited:
- 444455556666, us-west-2: The role cannot be assumed.

Where a role cannot be assumed, compare its name, its trust and the external id with those of the deployment; else the log of the collect function says more. Then ask again.

Evidence of this run: https://example.com/runs/ask-1/

Next:
- why demo-encrypted ws-3
- why demo-encrypted ws-1
- why demo-encrypted ws-2
- audit us-east-1 us-west-2`);
  expect(data).toMatchObject({ open: 2, excepted: 1, unjudged: 1, lost: { total: 1 }, gaps: { total: 1 } });
});

test.each([
  ['something was denied', runOf([], {}, { coverage: [gapOf()] }), 'unsure'],
  [
    'something could not be judged because it was not read',
    runOf([{ ...insufficient('x', 'account', 'No.'), missing: ['ec2:DescribeVpcs'] }]),
    'unsure',
  ],
  ['a place was lost', runOf([], { lost: [{ ...west, message: 'No.' }] }), 'unsure'],
  ['nothing was audited', runOf([], { judged: [] }), 'unsure'],
  ['every place was lost', runOf([], { judged: [], lost: [{ ...west, message: 'No.' }] }), 'failed'],
])('an audit is not clean when %s', async (_, run, mood) => {
  expect((await conclude(account, { run }, partsOf([]))).reply.mood).toBe(mood);
});

test('an audit of a directory speaks of that directory alone', async () => {
  const results = [
    found('ws-1'),
    insufficient('111122223333', 'account', 'Cannot be judged.'),
    insufficient(
      'wsipg-1',
      'ipGroup',
      'Cannot be judged: the snapshot covers only d-90671a2b3c, not the whole Region.',
    ),
  ];
  const coverage = [gapOf({ status: 'skipped', operation: 'ec2:DescribeAddresses' })];
  const { reply, data } = await conclude(scoped, { run: runOf(results, {}, { coverage }) }, seeing);
  expect(renderText(reply)).toBe(`Audited: 1 open finding: 1 high

Asked for: d-90671a2b3c.
Audited: only directory d-90671a2b3c and what it uses, 5 minutes ago.
New since the last look: 1, resolved: 2.
Left out: 2 results about the whole account or Region.

Most severe first:
- HIGH demo-encrypted on ws-1 in 111122223333, us-east-1

Evidence of this run: https://example.com/runs/ask-1/

Next:
- why demo-encrypted ws-1`);
  expect(data).toMatchObject({ directories: ['d-90671a2b3c'], leftOut: 2, unjudged: 0, gaps: noList });
});

test('a directory that was read and is sound is clean', async () => {
  const { reply } = await conclude(scoped, { run: runOf([]) }, seeing);
  expect(reply.mood).toBe('clean');
});

test('an audit is clean although a result waits for a setting, and says so', async () => {
  const { reply } = await conclude(account, { run: runOf([insufficient('x', 'account', 'No.')]) }, partsOf([]));
  expect([reply.mood, reply.sections[0]?.lines.at(-1)]).toEqual([
    'clean',
    ['Not judged: 1 result, for want of a setting, a baseline or a value that AWS left out.'],
  ]);
});

test('what could not be judged of a directory itself is not left out', async () => {
  const reason = 'Cannot be judged: it was denied; the snapshot covers only d-90671a2b3c, not the whole Region.';
  const denied = { ...insufficient('wsipg-1', 'ipGroup', reason), missing: ['ec2:DescribeVpcs'] };
  const { reply, data } = await conclude(scoped, { run: runOf([denied]) }, seeing);
  expect(reply.mood).toBe('unsure');
  expect(data).toMatchObject({ leftOut: 0, unjudged: 1 });
});

test.each([
  ['that no run has seen', { ...scoped, directories: ['d-0000000000'] }, seeing],
  ['that was last seen before', scoped, knowing({ ...directory, seenAt: before(0.1) })],
  ['that was seen elsewhere only', scoped, knowing({ ...directory, ...west, seenAt })],
])('a directory %s is not clean', async (_, request, parts) => {
  const { reply, data } = await conclude(request, { run: runOf([]) }, parts);
  expect(data).toMatchObject({ directories: request.directories, missing: request.directories });
  expect([reply.mood, reply.title, reply.sections[0]?.lines.at(-1)]).toEqual([
    'unsure',
    'Not found: nothing of what was asked for is there',
    ['Not found where it was looked for: ', { code: request.directories[0] }, '.'],
  ]);
});

test('a directory that is replicated is seen where it was audited, however long ago it was seen elsewhere', async () => {
  const parts = knowing({ ...directory, ...west, seenAt: before(9) }, { ...directory, seenAt });
  expect((await conclude(scoped, { run: runOf([]) }, parts)).reply.mood).toBe('clean');
});

test('of many directories those that are not there are named', async () => {
  const directories = Array.from({ length: 12 }, (_, n) => ({ ...directory, id: `d-${String(n).padStart(2, '0')}` }));
  const request = { directories: directories.map(({ id }) => id) };
  const sights = directories.slice(0, 11).map((one) => ({ ...one, seenAt }));
  const { reply } = await conclude(request, { run: runOf([]) }, knowing(...sights));
  expect([reply.mood, reply.title, renderText(reply).split('\n').slice(2, 7)]).toEqual([
    'unsure',
    'Audited: no open finding, but not everything was seen',
    [
      'Asked for: d-00, d-01, d-02, d-03, d-04 and 7 more.',
      'Audited: only directories d-00, d-01, d-02, d-03, d-04 and 7 more and what they use, 5 minutes ago.',
      'New since the last look: 1, resolved: 2.',
      'Not found where it was looked for: d-11.',
      '',
    ],
  ]);
});

test('a directory is not said to be gone when directories could not be listed', async () => {
  const coverage = [gapOf({ operation: 'workspaces:DescribeWorkspaceDirectories' })];
  const { reply } = await conclude(scoped, { run: runOf([], {}, { coverage }) }, knowing());
  expect([reply.mood, reply.title, reply.sections[0]?.lines.slice(2)]).toEqual([
    'unsure',
    'Audited: no open finding, but not everything was seen',
    [
      ['New since the last look: 1, resolved: 2.'],
      ['Not known for sure: 1 operation not completely read.'],
      ['Not seen, though it may be there: ', { code: 'd-90671a2b3c' }, '.'],
    ],
  ]);
});

test('nothing is said of directories where nothing was audited', async () => {
  const run = runOf([], { judged: [], lost: [{ ...east, message: 'No.' }] });
  const { reply } = await conclude(scoped, { run }, knowing());
  expect(renderText(reply)).toBe(`Nothing could be audited

Asked for: d-90671a2b3c.
The run ended 5 minutes ago.

Could not be audited:
- 111122223333, us-east-1: No.

Where a role cannot be assumed, compare its name, its trust and the external id with those of the deployment; else the log of the collect function says more. Then ask again.

Evidence of this run: https://example.com/runs/ask-1/

Next:
- audit d-90671a2b3c`);
});

test('a run of some directories is told as that, although nobody knows any more what was asked for', async () => {
  const run = runOf([], { directories: ['d-90671a2b3c'] });
  const { reply, data } = await conclude({}, { run }, seeing);
  expect(reply.sections[0]?.lines).toEqual([
    ['Asked for: ', { code: 'd-90671a2b3c' }, '.'],
    ['Audited: ', 'only directory ', { code: 'd-90671a2b3c' }, ' and what it uses', ', 5 minutes ago.'],
    ['New since the last look: 1, resolved: 2.'],
  ]);
  expect(data).toMatchObject({ outcome: 'clean', directories: ['d-90671a2b3c'] });
});

test('a run that failed at its end is told with what failed', async () => {
  const failure = { error: 'DigestError', cause: 'the digest of the run was not published to a topic: denied' };
  const { reply, data } = await conclude(account, { run: runOf([]), failure }, partsOf([]));
  expect([reply.mood, reply.sections.at(-1)]).toEqual([
    'clean',
    {
      heading: 'Afterwards',
      lines: [
        ['the digest of the run was not published to a topic: denied'],
        [
          'What it found is kept: ask for the status or the findings. The digest goes to an SNS topic, which did not take it.',
        ],
      ],
    },
  ]);
  expect(data).toMatchObject({ failure: failure.cause });
});

test.each([
  [
    'refused',
    { error: 'InputError', cause: 'the request: $.accounts[0]: the deployment does not audit 9.' },
    'The audit was not started',
    ['the request: $.accounts[0]: the deployment does not audit 9.', 'Correct what is wrong, and ask again.'],
    ['help audit'],
  ],
  [
    'failed',
    { error: 'States.Timeout', cause: '' },
    'The audit took too long and was stopped',
    ['Ask for less at once, such as one directory. Earlier runs still answer for the status.'],
    ['status'],
  ],
  [
    'failed',
    { error: 'StepFunctions.ExecutionLimitExceededException', cause: 'Too many.' },
    'The audit could not go on: AWS asked to slow down',
    ['Too many.', 'Too much runs at once in this account. Ask again in a few minutes.'],
    ['audit 111122223333', 'status'],
  ],
  [
    'failed',
    { error: 'States.TaskFailed', cause: 'User is not authorized to perform: states:StartExecution' },
    'The audit could not go on: a permission is missing',
    [
      'User is not authorized to perform: states:StartExecution',
      'Whoever runs the auditor must grant it to the auditor.',
    ],
    ['status'],
  ],
  [
    'failed',
    { error: 'States.ABORTED', cause: '' },
    'Somebody stopped the audit',
    ['Ask again when nobody minds.'],
    ['audit 111122223333', 'status'],
  ],
  [
    'unsure',
    { error: 'DigestError', cause: 'No topic.' },
    'The audit is done, but its digest was not sent',
    [
      'No topic.',
      'What it found is kept: ask for the status or the findings. The digest goes to an SNS topic, which did not take it.',
    ],
    ['status'],
  ],
  [
    'failed',
    { error: 'TypeError', cause: 'it broke\n    at work (file:///var/task/plan.mjs:1:2)\n    at more' },
    'The audit failed',
    [
      'it broke',
      'Ask again. If it fails again, the log of the audit state machine tells more to whoever runs the auditor.',
    ],
    ['audit 111122223333', 'status'],
  ],
  [
    'failed',
    { error: 'Odd', cause: '{"errorType":"Odd","trace":["at x"]}' },
    'The audit failed',
    ['Odd', 'Ask again. If it fails again, the log of the audit state machine tells more to whoever runs the auditor.'],
    ['audit 111122223333', 'status'],
  ],
])('%s: %o', async (mood, failure, title, lines, next) => {
  const { reply, data } = await conclude(account, { failure }, partsOf([]));
  expect(reply).toEqual({
    mood,
    title,
    sections: [{ lines: [['Asked for: ', { code: '111122223333' }, '.'], ...lines.map((line) => [line])] }],
    next,
  });
  expect(data).toMatchObject({ outcome: mood === 'refused' ? 'refused' : 'failed', run: null });
});

test('an audit without a record and without a failure is told, too', async () => {
  const { reply, data } = await conclude(account, { run: undefined }, partsOf([]));
  expect([reply.mood, reply.title, reply.next]).toEqual([
    'failed',
    'The audit ended without a record',
    ['audit 111122223333', 'status'],
  ]);
  expect(data).toMatchObject({ failure: 'there is no record of the run' });
});

test('a very long cause is cut, and an unknown one is said to be', async () => {
  const { reply } = await conclude({}, { failure: { error: '', cause: 'x'.repeat(5000) } }, partsOf([]));
  const { data } = await conclude({}, { failure: { error: '', cause: '' } }, partsOf([]));
  expect([reply.sections[0]?.lines[0], data]).toEqual([
    [`${'x'.repeat(599)}…`],
    expect.objectContaining({ failure: 'no reason is known' }),
  ]);
});
