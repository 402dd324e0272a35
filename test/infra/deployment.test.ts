import { describe, expect, test } from 'vitest';
import { chatDeploymentSchema, settingsJson } from '../../scripts/package-chat-schema.ts';
import { entranceIn } from '../../scripts/package-entrance.ts';

const slack = { signingSecret: 'ssm:/a', workspaces: ['T0123ABCD'], channels: ['C0123ABCD'] };

describe('chats of a deployment', () => {
  test('come in by a function URL where the Region has them, and by an HTTP API elsewhere', () => {
    const regions = ['us-east-1', 'eu-central-1', 'us-gov-west-1', 'us-gov-east-1', 'ca-west-1', 'il-central-1'];
    expect(regions.map((region) => `${region}: ${entranceIn(region)}`)).toEqual([
      ...['us-east-1: function-url', 'eu-central-1: function-url', 'us-gov-west-1: http-api'],
      ...['us-gov-east-1: http-api', 'ca-west-1: http-api', 'il-central-1: http-api'],
    ]);
  });

  test('functions get nothing that is for the stack alone', () => {
    expect(JSON.parse(settingsJson({ slack, reservedConcurrency: 5 }))).toEqual({ slack });
  });

  test('no more channels than fit into the environment of a function', () => {
    const channels = Array.from({ length: 300 }, (_, index) => `C${String(index).padStart(8, '0')}`);
    const { error } = chatDeploymentSchema.safeParse({ slack: { ...slack, channels } });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'expected fewer channels and users: Lambda takes 3072 characters of them as JSON',
    ]);
  });
});
