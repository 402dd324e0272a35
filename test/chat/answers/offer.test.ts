import { expect, test } from 'vitest';
import { offer } from '../../../lib/chat/answers/offer.ts';
import { answer, type Filter, type Intent, noFilter, understand, type Vocabulary } from '../../../lib/chat/index.ts';
import { before, directory, east, found, partsOf, placeOf, remembered, west } from './memory.ts';

const vocabulary: Vocabulary = {
  rules: [{ id: 'mfa', title: 'MFA', packId: 'identity', severity: 'HIGH' }],
  packs: [{ id: 'identity', title: 'Identity' }],
  directories: [
    { id: 'd-90671abc01', alias: 'identity', ...east },
    { id: 'd-90671abc02', alias: 'ops-role', ...east },
    { id: 'd-90671abc03', alias: 'ws-0a1b2c3d4', ...east },
    { id: 'd-90671abc04', ...east },
    { id: 'd-90671abc04', ...west },
  ],
  places: [east, west],
};
const why = (subject: string, of: Partial<Filter> = {}): Intent => ({
  ...{ kind: 'why', rule: 'mfa', subject },
  of: { ...noFilter, ...of },
});
const audit = (id: string): Intent => ({
  kind: 'audit',
  request: { accounts: [east.accountId], regions: [east.region], directories: [id] },
});

test.each<[Intent, string, string]>([
  [why('some-role'), 'why mfa some-role', 'why mfa some-role'],
  // A role may be called like a word of ours, like a directory, or like a severity.
  [why('audit'), 'why mfa audit', 'why mfa subject=audit'],
  [why('ops-role'), 'why mfa ops-role', 'why mfa subject=ops-role'],
  [why('High'), 'why mfa High', 'why mfa subject=High'],
  // No alias can take the place of an id.
  [why('ws-0a1b2c3d4'), 'why mfa ws-0a1b2c3d4', 'why mfa ws-0a1b2c3d4'],
  [why(east.accountId, { accounts: [east.accountId] }), `why mfa ${east.accountId}`, `why mfa ${east.accountId}`],
  [{ kind: 'findings', of: { ...noFilter, packs: ['identity'] } }, 'findings identity', 'findings pack identity'],
  [audit('d-90671abc01'), 'audit d-90671abc01', 'audit d-90671abc01'],
  [audit('d-90671abc04'), 'audit d-90671abc04', 'audit d-90671abc04 111122223333 us-east-1'],
])('%j is offered as it is understood', (intent, typed, expected) => {
  const offered = offer(intent, typed, vocabulary);
  expect(offered).toBe(expected);
  expect(understand(offered, vocabulary)).toEqual({ kind: 'intent', intent });
});

test('answers offer what is understood', async () => {
  const alias = { ...directory, alias: 'audit' };
  const findings = [remembered(found('audit')), remembered(found('corp.example.com'))];
  const old = placeOf({ findings, wholeAt: before(3) });
  const vocabularyOf = async () => ({
    ...(await partsOf([old]).memory.vocabulary()),
    directories: [alias, { ...alias, ...west }],
  });
  const parts = partsOf([old, placeOf(west)], { vocabulary: vocabularyOf });
  const all = await answer({ kind: 'findings', of: noFilter }, parts);
  expect(all.reply.next).toEqual([
    'why demo-encrypted subject=audit',
    'why demo-encrypted subject=corp.example.com',
    'audit 111122223333 us-east-1',
  ]);
  const one = await answer({ kind: 'status', of: { ...noFilter, directories: [alias] } }, parts);
  expect(one.reply.next).toEqual(['audit d-90671a2b3c 111122223333 us-east-1']);
  const both = await answer(
    { kind: 'status', of: { ...noFilter, directories: [alias, { ...alias, ...west }] } },
    parts,
  );
  expect(both.reply.title).toBe('d-90671a2b3c: Nothing is known: no run has looked there');
});
