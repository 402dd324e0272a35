import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedRequest } from '../../../lib/chat/malformed-request.ts';
import { readSlackRequest } from '../../../lib/chat/slack/request.ts';
import { form, mention } from './requests.ts';

const readForm = (body: string) => readSlackRequest('application/x-www-form-urlencoded', body);
const readEvent = (body: string) => readSlackRequest('application/json', body);

/** What is thrown, as a text. */
function thrown(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}

const command = {
  kind: 'command',
  workspace: 'T0001ABCD',
  organization: undefined,
  channel: 'C2147483705',
  user: 'U2147483697',
  text: 'status',
  responseUrl: 'https://hooks.slack.com/commands/T0001ABCD/397700885554/96rGlfmibIGlgcZRskXaIFfN',
  id: '13345224609.738474920.8088930838d88f008e0',
};

const asked = {
  kind: 'mention',
  workspace: 'T0001ABCD',
  organization: undefined,
  channel: 'C2147483705',
  user: 'U2147483697',
  text: 'status',
  thread: '1515449522.000016',
  id: 'Ev0LAN670R',
};

describe('a slash command', () => {
  it('asks what follows the command', () => {
    expect(readForm(form())).toStrictEqual(command);
  });

  it('asks nothing when nothing follows', () => {
    expect(readForm(form({ text: '' }))).toStrictEqual({ ...command, text: '' });
  });

  it('is of the organization too in an Enterprise Grid', () => {
    expect(readForm(form({ enterprise_id: 'E0001ORG', is_enterprise_install: 'true' }))).toStrictEqual({
      ...command,
      organization: 'E0001ORG',
    });
  });

  it('may come with parameters of its content type', () => {
    expect(readSlackRequest('Application/X-WWW-Form-Urlencoded; charset=utf-8', form())).toStrictEqual(command);
  });

  it('is malformed without a channel, or when its answer would go elsewhere', () => {
    const without = new URLSearchParams(form());
    without.delete('channel_id');
    expect([
      thrown(() => readForm(without.toString())),
      thrown(() => readForm(form({ response_url: 'https://example.com/commands/1' }))),
      thrown(() => readForm(form({ team_id: 'corp', user_id: '<!channel>' }))),
    ]).toStrictEqual([
      'MalformedRequest: the slash command is not as expected: channel_id: Invalid input: expected string, received undefined',
      'MalformedRequest: the slash command is not as expected: response_url: expected an https URL on one of the hosts of Slack',
      'MalformedRequest: the slash command is not as expected: team_id: expected an id of Slack, such as T0123ABCD; ' +
        'user_id: expected an id of Slack, such as T0123ABCD',
    ]);
  });

  it('is none when Slack checks the certificate, or somebody pressed a button', () => {
    expect([
      readForm('ssl_check=1&token=abc'),
      readForm(new URLSearchParams({ payload: '{}' }).toString()),
    ]).toStrictEqual([
      { kind: 'ignored', why: 'Slack checks the certificate' },
      { kind: 'ignored', why: 'a button or a menu, of which answers have none' },
    ]);
  });
});

describe('a mention', () => {
  it('asks what stands beside it, in a thread below it', () => {
    expect(readEvent(mention())).toStrictEqual(asked);
  });

  it('asks in the thread that it is part of', () => {
    expect(readEvent(mention({ thread_ts: '1515449000.000001' }))).toStrictEqual({
      ...asked,
      thread: '1515449000.000001',
    });
  });

  it('asks as it was typed: without the mention, the links and the escapes that Slack makes', () => {
    const typed = (text: string) => {
      const read = readEvent(mention({ text }));
      return read.kind === 'mention' ? read.text : read;
    };
    expect(
      [
        'please <@U0LAN0Z89>   audit\n<http://corp.example.com|corp.example.com>',
        '<@U0LAN0Z89|auditor> findings <tel:123456789012|123456789012>',
        '<@U0LAN0Z89> why `ip-group-not-empty` `wsipg-0a1b2c3d4`',
        '<@U0LAN0Z89> explain a &amp;&amp; b &lt;c&gt; &amp;lt;',
        '<@U0LAN0Z89> status <https://example.com/a?b=1&amp;c=2> <mailto:a@example.com|a@example.com>',
        '<@U0LAN0Z89> status <#C024BE7LR|general> <@U024BE7LH> <!here> <!subteam^S1|@team>',
        '<@U0LAN0Z89>',
      ].map(typed),
    ).toStrictEqual([
      'please audit corp.example.com',
      'findings 123456789012',
      'why ip-group-not-empty wsipg-0a1b2c3d4',
      'explain a && b <c> &lt;',
      'status https://example.com/a?b=1&c=2 a@example.com',
      'status #general @U024BE7LH !here !@team',
      '',
    ]);
  });

  it('takes the first mention for ours when Slack does not tell our id', () => {
    expect(readEvent(mention({ text: '<@U111> status <@U222>' }, { authorizations: undefined }))).toStrictEqual({
      ...asked,
      text: 'status @U222',
    });
  });

  it('is ignored from a bot, in an edited message, and when it does not tell who asks', () => {
    const ignored = (event: object, envelope: object = {}) => readEvent(mention({ ...event }, { ...envelope }));
    expect([
      ignored({ bot_id: 'B123' }),
      ignored({ subtype: 'bot_message' }),
      ignored({ edited: { user: 'U2147483697', ts: '1515449530.000000' } }),
      ignored({ subtype: 'channel_topic' }),
      ignored({ user: undefined }),
      ignored({ team: undefined }, { is_ext_shared_channel: true }),
    ]).toStrictEqual(
      [
        'a mention by a bot',
        'a mention by a bot',
        'a mention in a message that was edited',
        'a mention in a message that nobody typed',
        'a mention that does not tell who asks',
        'a mention that does not tell who asks',
      ].map((why) => ({ kind: 'ignored', why })),
    );
  });

  it('is malformed without a text', () => {
    expect(thrown(() => readEvent(mention({ text: undefined, ts: 'now' })))).toBe(
      'MalformedRequest: the mention is not as expected: event.text: Invalid input: expected string, received undefined; ' +
        'event.ts: expected a timestamp of Slack, such as 1700000000.000100',
    );
  });
});

describe('the workspace of who mentions the app', () => {
  const grid = {
    team_id: 'T0001ABCD',
    enterprise_id: 'E0001ORG',
    authorizations: [{ enterprise_id: 'E0001ORG', team_id: 'T0001ABCD', user_id: 'U0LAN0Z89', is_bot: true }],
  };
  const home = (event: object, envelope: object = {}) => {
    const read = readEvent(mention({ ...event }, { ...envelope }));
    return read.kind === 'mention' ? [read.workspace, read.organization] : read;
  };

  it('is the one of the message, or of the installation where the message tells none', () => {
    expect([
      home({}),
      home({ team: undefined }),
      home({ team: undefined }, { authorizations: undefined }),
    ]).toStrictEqual(Array.from({ length: 3 }, () => ['T0001ABCD', undefined]));
  });

  it('is of the organization in an Enterprise Grid, from each of its workspaces', () => {
    expect([home({}, grid), home({ team: 'T0002BCDE' }, grid), home({ team: 'E0001ORG' }, grid)]).toStrictEqual([
      ['T0001ABCD', 'E0001ORG'],
      ['T0002BCDE', 'E0001ORG'],
      ['E0001ORG', 'E0001ORG'],
    ]);
  });

  it('is their own in a channel shared with another organization, whoever installed the app', () => {
    const shared = { ...grid, is_ext_shared_channel: true };
    expect([
      home({}, shared),
      home({ team: 'E0001ORG' }, shared),
      home({ user_team: 'T0009XYZ' }, shared),
      home({ user_team: 'E0009XYZ' }, shared),
      home({ team: 'T0009XYZ' }, shared),
      // The envelope is of the workspace where the event took place, which may be the other one.
      home({ user_team: 'T0009XYZ', team: 'T0009XYZ' }, { ...shared, team_id: 'T0009XYZ', enterprise_id: null }),
      home({ user_team: 'T0009XYZ' }, grid),
    ]).toStrictEqual([
      ['T0001ABCD', 'E0001ORG'],
      ['E0001ORG', 'E0001ORG'],
      ['T0009XYZ', undefined],
      ['E0009XYZ', undefined],
      ['T0009XYZ', undefined],
      ['T0009XYZ', undefined],
      ['T0009XYZ', undefined],
    ]);
  });
});

describe('an event', () => {
  it('may ask whether the URL is ours', () => {
    expect(readEvent('{"token":"a","challenge":"3eZbrw1aB","type":"url_verification"}')).toStrictEqual({
      kind: 'challenge',
      challenge: '3eZbrw1aB',
    });
  });

  it('is ignored when it is no mention', () => {
    expect([
      readEvent(mention({ type: 'message' })),
      readEvent('{"token":"a","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}'),
    ]).toStrictEqual([
      { kind: 'ignored', why: 'an event that is no mention' },
      { kind: 'ignored', why: 'Slack held events back, for there were too many' },
    ]);
  });

  it('is malformed when it is no JSON, of another type, or has another content type', () => {
    expect([
      thrown(() => readEvent('{"challenge": secret')),
      thrown(() => readEvent('null')),
      thrown(() => readEvent('{"type":"view_submission"}')),
      thrown(() => readSlackRequest('text/plain', 'secret')),
      thrown(() => readSlackRequest(undefined, '{}')),
    ]).toStrictEqual([
      'MalformedRequest: the event is not JSON: found 20 characters that do not parse',
      'MalformedRequest: the event is not as expected: expected url_verification, event_callback or app_rate_limited',
      'MalformedRequest: the event is not as expected: type: expected url_verification, event_callback or app_rate_limited',
      'MalformedRequest: expected application/json or application/x-www-form-urlencoded, found another content type',
      'MalformedRequest: expected application/json or application/x-www-form-urlencoded, found no content type',
    ]);
  });
});

describe('whatever Slack might send', () => {
  const secretive = 'xoxb-very-secret';

  it('is read or malformed, and what is malformed is not told', () => {
    const value = fc.oneof(fc.json(), fc.constant(secretive), fc.constantFrom(null, 7, true, [secretive], {}));
    const events = fc
      .record(
        { user: value, text: value, ts: value, channel: value, team: value, thread_ts: value, edited: value },
        { requiredKeys: [] },
      )
      .map((event) => mention(event));
    const forms = fc
      .dictionary(fc.constantFrom('team_id', 'text', 'response_url', 'trigger_id', '__proto__'), fc.constant(secretive))
      .map(form);
    fc.assert(
      fc.property(
        fc.constantFrom('application/json', 'application/x-www-form-urlencoded'),
        fc.oneof(events, forms, fc.string(), fc.json()),
        (type, body) => {
          try {
            readSlackRequest(type, body);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedRequest);
            expect(String(error)).not.toContain(secretive);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
