import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { DescribeWorkspacesCommand } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { awsError } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
  const keys = ['alias/aws/workspaces', 'arn:aws:kms:us-east-1:111122223333:key/1', 'alias/aws/workspaces', undefined];
  aws.ws.on(DescribeWorkspacesCommand).resolves({
    Workspaces: keys.map((VolumeEncryptionKey, index) => ({ WorkspaceId: `ws-${index}`, VolumeEncryptionKey })),
  });
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

const operation = 'kms:DescribeKey';
const metadata = { KeyId: '1', KeyState: 'Enabled' } as const;

it('describes each key that encrypts a volume once, under the name that the WorkSpace has for it', async () => {
  aws.keys.on(DescribeKeyCommand).resolves({ KeyMetadata: metadata });
  const { coverage, lines } = await runOptional([operation]);
  expect(lines).toEqual(
    ['alias/aws/workspaces', 'arn:aws:kms:us-east-1:111122223333:key/1'].map((KeyId) => ({
      type: 'KeyMetadata',
      resource: { KeyId, KeyMetadata: metadata },
    })),
  );
  expect(coverage).toEqual([{ operation, status: 'complete', count: 2 }]);
});

it('names the keys that it may not describe', async () => {
  aws.keys.on(DescribeKeyCommand).resolves({ KeyMetadata: metadata });
  aws.keys.on(DescribeKeyCommand, { KeyId: 'alias/aws/workspaces' }).rejects(awsError('AccessDeniedException', 'No.'));
  expect((await runOptional([operation])).coverage).toEqual([
    {
      ...{ operation, status: 'partial', count: 1, errorCode: 'AccessDeniedException', message: 'No.' },
      resources: ['alias/aws/workspaces'],
    },
  ]);
});

it('knows that there may be more keys where not every WorkSpace was read', async () => {
  aws.ws.on(DescribeWorkspacesCommand).rejects(awsError('AccessDeniedException'));
  expect((await runOptional([operation])).coverage).toEqual([
    {
      ...{ operation, status: 'skipped', count: 0 },
      message: 'Not known what to ask for: workspaces:DescribeWorkspaces was not completely read',
    },
  ]);
});
