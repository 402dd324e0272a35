/** Requests as Slack sends them, with only what matters changed. */
export const form = (changed: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: 'T0001ABCD',
    team_domain: 'example',
    channel_id: 'C2147483705',
    channel_name: 'security',
    user_id: 'U2147483697',
    user_name: 'analyst',
    command: '/workspaces',
    text: 'status',
    api_app_id: 'A123456',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T0001ABCD/397700885554/96rGlfmibIGlgcZRskXaIFfN',
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
    ...changed,
  }).toString();

type Members = Readonly<Record<string, unknown>>;

export const mention = (event: Members = {}, envelope: Members = {}): string =>
  JSON.stringify({
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: 'T0001ABCD',
    context_team_id: 'T0001ABCD',
    context_enterprise_id: null,
    api_app_id: 'A123456',
    event: {
      client_msg_id: 'b5f2c8f0-7a3c-4f68-9f0e-6a4ad57f2b1d',
      type: 'app_mention',
      user: 'U2147483697',
      text: '<@U0LAN0Z89> status',
      ts: '1515449522.000016',
      team: 'T0001ABCD',
      channel: 'C2147483705',
      event_ts: '1515449522.000016',
      ...event,
    },
    type: 'event_callback',
    event_id: 'Ev0LAN670R',
    event_time: 1515449522,
    authorizations: [
      { enterprise_id: null, team_id: 'T0001ABCD', user_id: 'U0LAN0Z89', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6ImFwcF9tZW50aW9uIn0',
    ...envelope,
  });
