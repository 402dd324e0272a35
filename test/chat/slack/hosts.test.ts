import { describe, expect, it } from 'vitest';
import { isSlackResponseUrl, slackApiOf } from '../../../lib/chat/slack/hosts.ts';

describe('the address for answers', () => {
  it('is on the hosts of Slack and GovSlack', () => {
    expect(
      [
        'https://hooks.slack.com/commands/T1/2/abc',
        'https://hooks.slack-gov.com/commands/T1/2/abc',
        'https://HOOKS.slack.com:443/commands/T1/2/abc',
      ].filter((url) => !isSlackResponseUrl(url)),
    ).toStrictEqual([]);
  });

  it('is nowhere else', () => {
    expect(
      [
        'http://hooks.slack.com/commands/T1/2/abc',
        'https://hooks.slack.com:8443/commands/T1/2/abc',
        'https://user@hooks.slack.com/commands/T1/2/abc',
        'https://:secret@hooks.slack.com/commands/T1/2/abc',
        'https://hooks.slack.com.example.com/commands',
        'https://hooks.slack.com@example.com/commands',
        'https://hooks.slack.com\\@example.com:1/commands',
        'https://example.com/?https://hooks.slack.com/',
        'https://example.com#hooks.slack.com',
        'https://slack.com/commands',
        'https://evil.hooks.slack.com/commands',
        'https://hooks.slack.com./commands',
        'https://hooks.slack-gov.com.example.com/',
        'https://hooks.slаck.com/commands',
        'https://169.254.169.254/latest/meta-data',
        'file:///etc/passwd',
        'hooks.slack.com/commands',
        '//hooks.slack.com/commands',
        '',
      ].filter(isSlackResponseUrl),
    ).toStrictEqual(['https://hooks.slack.com\\@example.com:1/commands']);
    // Everyone who follows the URL standard goes to hooks.slack.com with this one, where it is a path.
    expect(new URL('https://hooks.slack.com\\@example.com:1/commands').host).toBe('hooks.slack.com');
  });
});

describe('the Web API', () => {
  it('is of the Slack that asked, and of the settings where a mention does not tell', () => {
    const [gov, all] = ['https://hooks.slack-gov.com/commands/T1', 'https://hooks.slack.com/commands/T1'];
    expect([
      slackApiOf({}, gov),
      slackApiOf({ host: 'slack-gov.com' }, all),
      slackApiOf({ host: 'slack-gov.com' }),
      slackApiOf({}),
      slackApiOf({}, 'https://hooks.example.com'),
    ]).toStrictEqual([
      'https://slack-gov.com/api/',
      'https://slack.com/api/',
      'https://slack-gov.com/api/',
      'https://slack.com/api/',
      'https://slack.com/api/',
    ]);
  });
});
