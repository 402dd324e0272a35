import { expect, it } from 'vitest';
import { refusalOf } from '../../../lib/chat/teams/access.ts';
import { teamsSettingsSchema } from '../../../lib/run/chat/settings.ts';

const tenant = '98fe2d4c-1b6a-4d3e-9c8f-7a6b5c4d3e2f';
const channel = '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2';
const user = 'b1eda5d2-9f0e-4c7a-8b3e-0f1a2b3c4d5e';
const question = { tenant, channel, user };
const settings = teamsSettingsSchema.parse({
  securityToken: 'ssm:/auditor/teams',
  tenants: [tenant.toUpperCase()],
  channels: ['19:other@thread.tacv2', channel],
  users: [user.toUpperCase()],
});
const mend = (list: string) => `Whoever runs WorkSpaces Auditor can add it to teams.${list} in its chat settings.`;

it('lets who is on all lists ask', () => {
  expect(refusalOf(question, settings)).toBeUndefined();
});

it('lets everyone in the channel ask where no users are listed', () => {
  const { users: _, ...everyone } = settings;
  expect(refusalOf({ ...question, user: tenant }, everyone)).toBeUndefined();
});

it('lets nobody ask where a list is empty', () => {
  expect([
    refusalOf(question, { ...settings, tenants: [] }),
    refusalOf(question, { ...settings, channels: [] }),
    refusalOf(question, { ...settings, users: [] }),
  ]).toEqual([
    `I may not answer questions from tenant ${tenant}. ${mend('tenants')}`,
    `I may not answer questions from channel ${channel}. ${mend('channels')}`,
    `I may not answer questions from user ${user}. ${mend('users')}`,
  ]);
});

it('refuses another tenant before it looks at anything else', () => {
  const other = { tenant: user, channel: '19:nowhere@thread.tacv2', user: tenant };
  expect(refusalOf(other, settings)).toBe(`I may not answer questions from tenant ${user}. ${mend('tenants')}`);
});

it('refuses a channel whose id differs in case only', () => {
  const shouting = channel.toUpperCase();
  expect(refusalOf({ ...question, channel: shouting }, settings)).toBe(
    `I may not answer questions from channel ${shouting}. ${mend('channels')}`,
  );
});

it('refuses somebody else in an allowed channel', () => {
  expect(refusalOf({ ...question, user: tenant }, settings)).toBe(
    `I may not answer questions from user ${tenant}. ${mend('users')}`,
  );
});
