import * as workspaces from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsError, completeExcept, mockEstate, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(3, '0')}`);

describe('bundles', () => {
  const bundlesAsked = () =>
    estate.ws.commandCalls(workspaces.DescribeWorkspaceBundlesCommand).map(({ args: [{ input }] }) => input);

  it('are those of WorkSpaces, asked by id: custom and public ones at once, 25 a call', async () => {
    const BundleIds = ids('wsb', 60);
    const Workspaces = [...BundleIds, ...BundleIds].map((BundleId, index) => ({
      WorkspaceId: `ws-${index}`,
      BundleId,
    }));
    estate.ws.on(workspaces.DescribeWorkspacesCommand).resolves({ Workspaces });
    await runCollect();
    expect(bundlesAsked()).toEqual([
      { BundleIds: BundleIds.slice(0, 25) },
      { BundleIds: BundleIds.slice(25, 50) },
      { BundleIds: BundleIds.slice(50) },
    ]);
  });

  it('are complete without one that AWS does not know any more', async () => {
    estate.ws.on(workspaces.DescribeWorkspaceBundlesCommand).resolves({ Bundles: [] });
    const { coverage } = await runCollect();
    const operation = 'workspaces:DescribeWorkspaceBundles';
    expect(coverage).toEqual(completeExcept({ operation, status: 'complete', count: 0 }));
  });
});

describe('when WorkSpaces were last connected to', () => {
  const statusAsked = () =>
    estate.ws.commandCalls(workspaces.DescribeWorkspacesConnectionStatusCommand).map(({ args: [{ input }] }) => input);

  it('is asked for the whole Region at once', async () => {
    await runCollect();
    expect(statusAsked()).toEqual([{}]);
  });

  it('is asked by id, 25 a call, for the directories in scope', async () => {
    const WorkspaceIds = ids('ws', 30);
    estate.ws
      .on(workspaces.DescribeWorkspacesCommand, { DirectoryId: 'd-906700000a' })
      .resolves({ Workspaces: WorkspaceIds.toReversed().map((WorkspaceId) => ({ WorkspaceId })) });
    await runCollect({ directories: ['d-906700000a'] });
    expect(statusAsked()).toEqual([
      { WorkspaceIds: WorkspaceIds.slice(0, 25) },
      { WorkspaceIds: WorkspaceIds.slice(25) },
    ]);
  });

  it('is not known in a scope of which the WorkSpaces were not read', async () => {
    estate.ws.on(workspaces.DescribeWorkspacesCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect({ directories: ['d-906700000a'] });
    expect(coverage).toContainEqual({
      operation: 'workspaces:DescribeWorkspacesConnectionStatus',
      status: 'skipped',
      count: 0,
      message: 'Not known what to ask for: workspaces:DescribeWorkspaces was not completely read',
    });
  });
});

describe('an operation that a Region does not have', () => {
  const operation = 'workspaces:ListAccountLinks';
  const failed = { status: 'failed', count: 0, errorCode: 'UnknownOperationException' } as const;

  it('failed, by its code', async () => {
    estate.ws.on(workspaces.ListAccountLinksCommand).rejects(awsError('UnknownOperationException'));
    estate.ws.on(workspaces.DescribeConnectionAliasesCommand).rejects(awsError('OperationNotSupportedException'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(
      completeExcept(
        { ...failed, operation, message: 'UnknownOperationException happened' },
        {
          ...failed,
          operation: 'workspaces:DescribeConnectionAliases',
          errorCode: 'OperationNotSupportedException',
          message: 'OperationNotSupportedException happened',
        },
      ),
    );
  });

  it('but in GovCloud, where no accounts are linked, it is known that there are none', async () => {
    estate.ws.on(workspaces.ListAccountLinksCommand).rejects(awsError('UnknownOperationException'));
    const { coverage } = await runCollect({}, 'us-gov-west-1');
    expect(coverage).toEqual(completeExcept({ operation, status: 'complete', count: 0 }));
  });

  it('a denial is one in GovCloud too', async () => {
    estate.ws.on(workspaces.ListAccountLinksCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect({}, 'us-gov-west-1');
    expect(coverage).toContainEqual({
      operation,
      status: 'denied',
      count: 0,
      errorCode: 'AccessDeniedException',
      message: 'AccessDeniedException happened',
    });
  });
});

it('the account is kept as AWS describes it, without what the SDK adds', async () => {
  const { lines } = await runCollect();
  expect(lines.filter(({ type }) => type === 'WorkspacesAccount')).toEqual([
    { type: 'WorkspacesAccount', resource: { DedicatedTenancySupport: 'DISABLED' } },
  ]);
});
