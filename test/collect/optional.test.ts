import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { DescribeWorkspacesCommand } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actionsWanted, collectActions, fleetActions } from '../../lib/collect/index.ts';
import { isOptional } from '../../lib/snapshot/index.ts';
import { complete, runCollect } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
  aws.trail.on(LookupEventsCommand).resolves({});
  aws.keys.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: '1' } });
  aws.ws
    .on(DescribeWorkspacesCommand)
    .resolves({ Workspaces: [{ WorkspaceId: 'ws-1', VolumeEncryptionKey: 'alias/a' }] });
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

it('without anything wanted, reads the fleet alone', async () => {
  const { coverage } = await runCollect();
  expect(coverage.map(({ operation }) => operation)).toEqual(complete.map(({ operation }) => operation));
  expect([...aws.trail.calls(), ...aws.keys.calls(), ...aws.organizations.calls()]).toEqual([]);
});

it('reads what is wanted beside it, and nothing else', async () => {
  const { coverage } = await runOptional(['kms:DescribeKey', 'ec2:DescribeVpcs']);
  expect(coverage).toEqual([{ operation: 'kms:DescribeKey', status: 'complete', count: 1 }]);
  expect([...aws.trail.calls(), ...aws.organizations.calls()]).toEqual([]);
});

it('sorts the coverage of all', async () => {
  const operations = (await runOptional(['kms:DescribeKey', 'cloudtrail:LookupEvents'])).coverage.map(
    (one) => one.operation,
  );
  expect(operations).toEqual(['cloudtrail:LookupEvents', 'kms:DescribeKey']);
});

it('is told to bring clients for what it wants', async () => {
  await expect(runCollect({ wanted: new Set(['kms:DescribeKey']) })).rejects.toThrow('no clients for kms:DescribeKey');
});

it('exports the actions of both, and of what is wanted', () => {
  expect(fleetActions.filter(isOptional)).toEqual([]);
  expect(collectActions.filter((action) => !isOptional(action))).toEqual(fleetActions);
  expect(actionsWanted(new Set())).toEqual(fleetActions);
  expect(actionsWanted(new Set(collectActions))).toEqual(collectActions);
});
