import * as ec2 from '@aws-sdk/client-ec2';
import * as ws from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsError, complete, completeExcept, mockEstate, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

describe('paging', () => {
  it('reads all pages with the SDK paginator, and keeps the first of an item that comes twice', async () => {
    const tokens: unknown[] = [];
    estate.ws.on(ws.DescribeWorkspacesCommand).callsFake(({ NextToken }) => {
      tokens.push(NextToken);
      return NextToken === undefined
        ? { Workspaces: [{ WorkspaceId: 'ws-1', State: 'AVAILABLE' }, { WorkspaceId: 'ws-2' }], NextToken: 'two' }
        : { Workspaces: [{ WorkspaceId: 'ws-1', State: 'STOPPED' }, { WorkspaceId: 'ws-3' }] };
    });
    const { coverage, lines } = await runCollect();
    expect(tokens).toEqual([undefined, 'two']);
    expect(lines.filter(({ type }) => type === 'Workspace').map(({ resource }) => resource)).toEqual([
      { WorkspaceId: 'ws-1', State: 'AVAILABLE' },
      { WorkspaceId: 'ws-2' },
      { WorkspaceId: 'ws-3' },
    ]);
    expect(coverage).toEqual(
      completeExcept(
        { operation: 'workspaces:DescribeWorkspaces', status: 'complete', count: 3 },
        { operation: 'workspaces:DescribeWorkspaceBundles', status: 'complete', count: 0 },
      ),
    );
  });

  it('follows NextToken by hand where the SDK has no paginator', async () => {
    estate.ws.on(ws.DescribeIpGroupsCommand, {}).resolves({ Result: [{ groupId: 'wsipg-1' }], NextToken: 'two' });
    estate.ws.on(ws.DescribeIpGroupsCommand, { NextToken: 'two' }).resolves({ Result: [{ groupId: 'wsipg-2' }] });
    estate.ws.on(ws.DescribeWorkspaceImagesCommand, {}).resolves({ Images: [{ ImageId: 'wsi-1' }], NextToken: 'two' });
    estate.ws.on(ws.DescribeWorkspaceImagesCommand, { NextToken: 'two' }).resolves({ Images: [{ ImageId: 'wsi-2' }] });
    estate.ws
      .on(ws.DescribeConnectionAliasesCommand, {})
      .resolves({ ConnectionAliases: [{ AliasId: 'wsca-1' }], NextToken: 'two' });
    estate.ws
      .on(ws.DescribeConnectionAliasesCommand, { NextToken: 'two' })
      .resolves({ ConnectionAliases: [{ AliasId: 'wsca-2' }] });
    estate.ws
      .on(ws.DescribeWorkspacesConnectionStatusCommand, {})
      .resolves({ WorkspacesConnectionStatus: [{ WorkspaceId: 'ws-1' }], NextToken: 'two' });
    estate.ws
      .on(ws.DescribeWorkspacesConnectionStatusCommand, { NextToken: 'two' })
      .resolves({ WorkspacesConnectionStatus: [{ WorkspaceId: 'ws-2' }] });
    const { coverage } = await runCollect();
    const twice = [
      'workspaces:DescribeIpGroups',
      'workspaces:DescribeWorkspaceImages',
      'workspaces:DescribeConnectionAliases',
      'workspaces:DescribeWorkspacesConnectionStatus',
    ];
    expect(coverage).toEqual(
      completeExcept(...twice.map((operation) => ({ operation, status: 'complete', count: 2 }) as const)),
    );
  });

  it.each([
    ['a token at once', ['A', 'A']],
    ['a token later on', ['A', 'B', 'A']],
  ])('stops on %s that repeats', async (_, tokens) => {
    let page = 0;
    estate.vpc.on(ec2.DescribeNatGatewaysCommand).callsFake(() => {
      const NextToken = tokens[page % tokens.length];
      page += 1;
      return { NatGateways: [{ NatGatewayId: `nat-${page}` }], NextToken };
    });
    const { coverage } = await runCollect();
    expect(page).toBe(tokens.length);
    expect(coverage).toEqual(
      completeExcept({
        operation: 'ec2:DescribeNatGateways',
        status: 'partial',
        count: tokens.length,
        errorCode: 'RepeatedNextToken',
        message: 'ec2:DescribeNatGateways returned a NextToken for the second time; the pages after it were not read',
      }),
    );
  });

  it('keeps what was read before a page failed, and says so', async () => {
    estate.vpc
      .on(ec2.DescribeNatGatewaysCommand)
      .resolvesOnce({ NatGateways: [{ NatGatewayId: 'nat-1' }], NextToken: 'two' })
      .rejects(awsError('RequestLimitExceeded', 'Request limit exceeded.', 8));
    const { coverage, progress } = await runCollect();
    expect(coverage).toEqual(
      completeExcept({
        operation: 'ec2:DescribeNatGateways',
        status: 'partial',
        count: 1,
        errorCode: 'RequestLimitExceeded',
        message: 'Request limit exceeded.',
      }),
    );
    expect(progress.filter(({ operation }) => operation === 'ec2:DescribeNatGateways')).toEqual([
      { operation: 'ec2:DescribeNatGateways', pages: 1, items: 1, throttles: 0, status: 'reading' },
      { operation: 'ec2:DescribeNatGateways', pages: 1, items: 1, throttles: 7, status: 'partial' },
    ]);
  });

  it('counts calls that had to be repeated', async () => {
    estate.vpc.on(ec2.DescribeVpcsCommand).resolves({ Vpcs: [{ VpcId: 'vpc-1' }], $metadata: { attempts: 3 } });
    const { progress, coverage } = await runCollect();
    expect(coverage).toEqual(complete);
    expect(progress.findLast(({ operation }) => operation === 'ec2:DescribeVpcs')).toEqual({
      operation: 'ec2:DescribeVpcs',
      pages: 1,
      items: 1,
      throttles: 2,
      status: 'complete',
    });
  });

  it('does not keep an item without its id, nor call the read complete', async () => {
    estate.vpc.on(ec2.DescribeVpcsCommand).resolves({ Vpcs: [{ CidrBlock: '10.0.0.0/16' }, { VpcId: 'vpc-1' }] });
    const { coverage } = await runCollect();
    expect(coverage).toEqual(
      completeExcept({
        operation: 'ec2:DescribeVpcs',
        status: 'partial',
        count: 1,
        errorCode: 'MissingId',
        message: 'ec2:DescribeVpcs returned an item without its id; the item was not kept',
      }),
    );
  });
});
