/** What Teams posts when somebody mentions an outgoing webhook in a thread of a channel, nulls and all. */
export const activity = {
  type: 'message',
  id: '1485983408511',
  timestamp: '2026-11-02T21:10:07.437Z',
  localTimestamp: '2026-11-02T14:10:07.437-07:00',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  channelId: 'msteams',
  from: {
    id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB25ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2kHTL3Bw',
    name: 'On-call security',
    aadObjectId: 'B1EDA5D2-9F0E-4C7A-8B3E-0F1A2B3C4D5E',
  },
  conversation: {
    isGroup: true,
    id: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1485983194839',
    name: null,
    conversationType: 'channel',
    tenantId: '98fe2d4c-1b6a-4d3e-9c8f-7a6b5c4d3e2f',
  },
  recipient: null,
  textFormat: 'plain',
  attachmentLayout: null,
  membersAdded: [],
  topicName: null,
  locale: null,
  text: '<at>Auditor</at>&nbsp;status d-906700000a\n',
  attachments: [
    { contentType: 'text/html', content: '<div><span itemscope>Auditor</span>&nbsp;status d-906700000a</div>' },
  ],
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows' }],
  channelData: {
    teamsChannelId: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2',
    teamsTeamId: '19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2',
    channel: { id: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2' },
    team: { id: '19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2' },
    tenant: { id: '98fe2d4c-1b6a-4d3e-9c8f-7a6b5c4d3e2f' },
  },
};
