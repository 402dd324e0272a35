import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../lib/chat/slack/access.ts';

const ask = {
  ...{ workspace: 'T1', organization: undefined, channel: 'C1', user: 'U1' },
  ...{ text: 'status', id: '1' },
};
const lists = { workspaces: ['T1', 'E1'], channels: ['C1', 'C2'] };

describe('who may ask', () => {
  it('is everyone in the channels of the settings, when they name no users', () => {
    expect([
      refusalOf(ask, lists),
      refusalOf({ ...ask, user: 'U2', channel: 'C2' }, lists),
      refusalOf(ask, { ...lists, users: ['U1'] }),
      refusalOf({ ...ask, workspace: 'T2', organization: 'E1' }, lists),
      refusalOf({ ...ask, workspace: 'E1' }, lists),
    ]).toStrictEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is nobody else, and they learn why', () => {
    expect([
      refusalOf({ ...ask, workspace: 'T9' }, lists),
      refusalOf({ ...ask, workspace: 'T9', organization: 'E9' }, lists),
      refusalOf({ ...ask, channel: 'C9' }, lists),
      refusalOf({ ...ask, user: 'U9' }, { ...lists, users: ['U1'] }),
      refusalOf({ ...ask, workspace: 'T9', channel: 'C9', user: 'U9' }, lists),
    ]).toStrictEqual([
      'I may not answer questions from workspace T9. Whoever runs WorkSpaces Auditor can add it to slack.workspaces in its chat settings.',
      'I may not answer questions from workspace T9. Whoever runs WorkSpaces Auditor can add it to slack.workspaces in its chat settings.',
      'I may not answer questions from channel C9. Whoever runs WorkSpaces Auditor can add it to slack.channels in its chat settings.',
      'I may not answer questions from user U9. Whoever runs WorkSpaces Auditor can add it to slack.users in its chat settings.',
      'I may not answer questions from workspace T9. Whoever runs WorkSpaces Auditor can add it to slack.workspaces in its chat settings.',
    ]);
  });
});
