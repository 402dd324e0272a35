import { describe, expect, test } from 'vitest';
import { InputError } from '../../lib/model/errors.ts';
import { chatDeploymentSchema, settingsJson } from '../../scripts/package-chat-schema.ts';
import { entranceIn } from '../../scripts/package-entrance.ts';
import { checkSecretRegions } from '../../scripts/package-secrets.ts';
import { readSettings } from '../../scripts/package-settings.ts';

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

  test('secrets are in the Region of the stage', () => {
    const secret = (partition: string, region: string) =>
      `arn:${partition}:secretsmanager:${region}:111122223333:secret:chat-AbCdEf#token`;
    const problemsIn = (region: string, signingSecret: string): string[] => {
      const { chat: _, ...others } = readSettings('deploy/example.yml');
      const settings = { ...others, chat: { slack: { ...slack, signingSecret, botToken: 'ssm:/bot' } } };
      try {
        checkSecretRegions(settings, region, 'deploy/prod.yml');
        return [];
      } catch (error) {
        return error instanceof InputError ? error.problems.map(({ found }) => found) : [String(error)];
      }
    };
    const [east, gov] = [secret('aws', 'us-east-1'), secret('aws-us-gov', 'us-gov-west-1')];
    expect(problemsIn('us-east-1', 'ssm:/signing')).toEqual([]);
    expect(problemsIn('us-east-1', east)).toEqual([]);
    expect(problemsIn('us-gov-west-1', gov)).toEqual([]);
    expect(problemsIn('us-west-2', east)).toEqual([`the secret ${east} is not in us-west-2`]);
    expect(problemsIn('us-gov-west-1', east)).toEqual([`the secret ${east} is not in us-gov-west-1`]);
    expect(problemsIn('us-gov-west-1', secret('aws', 'us-gov-west-1'))).toHaveLength(1);
  });

  test('no more channels than fit into the environment of a function', () => {
    const channels = Array.from({ length: 300 }, (_, index) => `C${String(index).padStart(8, '0')}`);
    const { error } = chatDeploymentSchema.safeParse({ slack: { ...slack, channels } });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'expected fewer channels and users: Lambda takes 3072 characters of them as JSON',
    ]);
  });
});
