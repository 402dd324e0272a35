import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedRequest } from '../../../lib/chat/malformed-request.ts';
import { readTeamsActivity } from '../../../lib/chat/teams/request.ts';
import { activity } from './activity.ts';

const question = {
  id: '1485983408511',
  timestamp: '2026-11-02T21:10:07.437Z',
  tenant: '98fe2d4c-1b6a-4d3e-9c8f-7a6b5c4d3e2f',
  team: '19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2',
  channel: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2',
  conversation: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1485983194839',
  thread: '1485983194839',
  user: 'b1eda5d2-9f0e-4c7a-8b3e-0f1a2b3c4d5e',
  asker: 'On-call security',
  text: 'status d-906700000a',
};
const read = (changes: object) => readTeamsActivity(JSON.stringify({ ...activity, ...changes }));

describe('a message of Teams', () => {
  it('tells who asks what, and where', () => {
    expect(readTeamsActivity(JSON.stringify(activity))).toEqual(question);
  });

  it('reads the same from bytes, with and without a byte order mark', () => {
    const bytes = Buffer.from(JSON.stringify(activity));
    expect(readTeamsActivity(bytes)).toEqual(question);
    expect(readTeamsActivity(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))).toEqual(question);
  });

  it('tells the channel and team from older members too', () => {
    const { channel: _channel, team: _team, ...channelData } = activity.channelData;
    expect(read({ channelData })).toEqual(question);
  });

  it('tells the channel from the conversation where nothing else does', () => {
    const { team: _, ...withoutTeam } = question;
    const channelData = { tenant: activity.channelData.tenant, channel: null, teamsChannelId: null, team: {} };
    expect(read({ channelData })).toEqual(withoutTeam);
  });

  it('tells the channel by its newest member where they differ', () => {
    const channels = { channel: { id: '19:new@thread.tacv2' }, teamsChannelId: '19:old@thread.tacv2' };
    const newest = read({ channelData: { ...activity.channelData, ...channels } });
    const older = read({ channelData: { ...activity.channelData, ...channels, channel: null } });
    expect([newest.channel, older.channel]).toEqual(['19:new@thread.tacv2', '19:old@thread.tacv2']);
  });

  it('may begin a thread', () => {
    const conversation = { id: activity.channelData.channel.id };
    const { thread: _, ...beginning } = question;
    expect(read({ conversation })).toEqual({ ...beginning, conversation: conversation.id });
  });

  it('may be from somebody without a name', () => {
    const { name: _, ...from } = activity.from;
    expect([read({ from }), read({ from: { ...from, name: null } })]).toEqual([
      { ...question, asker: '' },
      { ...question, asker: '' },
    ]);
  });

  it('has its name in one short line that turns no text around', () => {
    const name = `\u202eevil\n${'x'.repeat(100)}`;
    expect(read({ from: { ...activity.from, name } }).asker).toBe(`evil ${'x'.repeat(58)}…`);
  });
});

describe('a message that is not as Teams sends it', () => {
  const { aadObjectId: _, ...anonymous } = activity.from;
  it.each([
    ['an activity of another kind', { type: 'conversationUpdate' }, 'type: expected the activity of a message'],
    ['nobody of Entra ID', { from: anonymous }, 'from.aadObjectId: '],
    ['an object id that is none', { from: { ...anonymous, aadObjectId: 'root' } }, 'from.aadObjectId: expected a GUID'],
    ['no text', { text: null }, 'text: '],
    ['too long a text', { text: 'x'.repeat(28 * 1024 + 1) }, 'text: '],
    ['no id', { id: '' }, 'id: '],
    ['no time', { timestamp: undefined }, 'timestamp: expected a time in ISO 8601'],
    ['a time without an offset', { timestamp: '2026-11-02T21:10:07' }, 'timestamp: expected a time in ISO 8601'],
    [
      'a thread that is none',
      { conversation: { id: '19:x@thread.tacv2;messageid=x' } },
      'conversation.id: expected the id of a conversation',
    ],
    [
      'an address for a channel',
      { channelData: { ...activity.channelData, channel: { id: 'https://example.com/' } } },
      'channelData.channel.id: expected an id of Teams',
    ],
    ['no tenant', { channelData: { ...activity.channelData, tenant: null } }, 'channelData.tenant: '],
  ])('is refused with %s, naming the member', (_what, changes, words) => {
    expect(() => read(changes)).toThrow(MalformedRequest);
    expect(() => read(changes)).toThrow(`the message of Teams is not as expected: ${words}`);
  });

  it.each([
    ['not JSON', 'secret-word', 'the message of Teams is not JSON: found 11 characters that do not parse'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the message of Teams is not UTF-8: found 3 bytes that are no text'],
    ['empty', '', 'the message of Teams is not JSON: found 0 characters that do not parse'],
  ])('is refused when the body is %s', (_what, body, words) => {
    expect(() => readTeamsActivity(body)).toThrow(new MalformedRequest(words));
  });

  it('is refused in no other way, and never quoted, whatever JSON it is', () => {
    const secret = 'hunter2';
    const values = fc.oneof(fc.jsonValue(), fc.constant(secret), fc.constant({ [secret]: secret }));
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(activity)), values)
      .map(([key, value]) => ({ ...activity, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(changed, values), (value) => {
        try {
          readTeamsActivity(JSON.stringify(value));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedRequest);
          expect(String(error)).not.toContain(secret);
        }
      }),
      { numRuns: 500 },
    );
  });
});
