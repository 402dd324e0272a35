import { DescribeDirectoriesCommand } from '@aws-sdk/client-directory-service';
import * as ec2 from '@aws-sdk/client-ec2';
import * as workspaces from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationCoverage } from '../../lib/model/coverage.ts';
import { awsError, completeExcept, mockEstate, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

const directories = 'workspaces:DescribeWorkspaceDirectories';
const denied = (operation: string, errorCode = 'AccessDeniedException'): OperationCoverage => {
  return { operation, status: 'denied', count: 0, errorCode, message: `${errorCode} happened` };
};
const partial = (operation: string, count: number, ...unread: string[]): OperationCoverage => {
  const cause = `${unread.join(', ')} ${unread.length === 1 ? 'was' : 'were'} not completely read`;
  return { operation, status: 'partial', count, message: `Asked only for what is known: ${cause}` };
};
const skipped = (operation: string, ...unread: string[]): OperationCoverage => {
  const cause = `${unread.join(', ')} ${unread.length === 1 ? 'was' : 'were'} not completely read`;
  return { operation, status: 'skipped', count: 0, message: `Not known what to ask for: ${cause}` };
};

/** What is asked directory by directory, of Directory Service. */
const perDirectory = [
  'ds:DescribeCertificate',
  'ds:DescribeClientAuthenticationSettings',
  'ds:DescribeDomainControllers',
  'ds:DescribeTrusts',
  'ds:ListCertificates',
];

describe('an operation that fails', () => {
  it.each([
    ['UnauthorizedOperation', 'denied'],
    ['AuthFailure', 'denied'],
    ['OptInRequired', 'denied'],
    ['RequestLimitExceeded', 'failed'],
    ['InternalError', 'failed'],
  ] as const)('%s is recorded as %s and stops nothing else', async (code, status) => {
    estate.vpc.on(ec2.DescribeAddressesCommand).rejects(awsError(code));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(completeExcept({ ...denied('ec2:DescribeAddresses', code), status }));
  });

  it('names a connection that is refused by its code', async () => {
    estate.vpc.on(ec2.DescribeAddressesCommand).rejects(Object.assign(new Error(''), { code: 'ECONNREFUSED' }));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(
      completeExcept({
        operation: 'ec2:DescribeAddresses',
        status: 'failed',
        count: 0,
        errorCode: 'ECONNREFUSED',
        message: 'ECONNREFUSED',
      }),
    );
  });

  it('throws when the snapshot cannot be written: that is no failure of an operation', async () => {
    const add = () => Promise.reject(new Error('disk full'));
    await expect(runCollect({ add })).rejects.toThrow('disk full');
  });
});

describe('what depends on an operation that fails', () => {
  it('without WorkSpaces directories, knows only what Directory Service and WorkSpaces name', async () => {
    estate.ws.on(workspaces.DescribeWorkspaceDirectoriesCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect();
    const endpoints = 'ec2:DescribeVpcEndpoints';
    const subnets = 'ec2:DescribeSubnets';
    const [groups, routeTables] = ['ec2:DescribeSecurityGroups', 'ec2:DescribeRouteTables'];
    expect(coverage).toEqual(
      completeExcept(
        denied(directories),
        ...perDirectory.map((operation) => skipped(operation, directories)),
        skipped('workspaces:DescribeClientProperties', directories),
        partial(subnets, 3, directories),
        partial('ec2:DescribeVpcs', 1, directories, subnets),
        partial(routeTables, 1, directories, subnets),
        partial('ec2:DescribeNetworkAcls', 1, directories, subnets),
        partial(endpoints, 1, directories, subnets),
        partial(groups, 2, directories, subnets, endpoints),
        partial('ec2:DescribeNetworkInterfaces', 1, directories),
        partial('ec2:GetManagedPrefixListEntries', 2, groups, routeTables),
      ),
    );
  });

  it('with neither kind of directory, asks for nothing in VPCs and calls nothing complete', async () => {
    for (const mock of [estate.ws, estate.ds]) {
      mock.reset();
      mock.onAnyCommand().rejects(awsError('AccessDeniedException'));
    }
    const { coverage } = await runCollect();
    const [ds, subnets] = ['ds:DescribeDirectories', 'ec2:DescribeSubnets'];
    const [desktops, ipGroups] = ['workspaces:DescribeWorkspaces', 'workspaces:DescribeIpGroups'];
    const [endpoints, routeTables] = ['ec2:DescribeVpcEndpoints', 'ec2:DescribeRouteTables'];
    const regional = [
      'workspaces:DescribeAccount',
      'workspaces:DescribeConnectionAliases',
      'workspaces:DescribeWorkspaceImages',
      'workspaces:DescribeWorkspacesConnectionStatus',
      'workspaces:ListAccountLinks',
    ];
    expect(coverage).toEqual(
      completeExcept(
        ...[directories, desktops, ipGroups, ds, ...regional].map((operation) => denied(operation)),
        ...perDirectory.map((operation) => skipped(operation, directories, ds)),
        skipped('workspaces:DescribeClientProperties', directories),
        skipped('workspaces:DescribeWorkspaceBundles', desktops),
        skipped(subnets, directories, ds),
        ...['ec2:DescribeVpcs', routeTables, 'ec2:DescribeNetworkAcls', endpoints].map((operation) =>
          skipped(operation, directories, ds, subnets),
        ),
        skipped('ec2:DescribeSecurityGroups', directories, ds, subnets, endpoints),
        skipped('ec2:DescribeNetworkInterfaces', directories, ds, desktops, ipGroups),
        skipped('ec2:GetManagedPrefixListEntries', 'ec2:DescribeSecurityGroups', routeTables),
      ),
    );
  });

  it('without subnets, knows only the VPCs that Directory Service names', async () => {
    estate.vpc.on(ec2.DescribeSubnetsCommand).rejects(awsError('UnauthorizedOperation'));
    const { coverage } = await runCollect();
    const [subnets, groups] = ['ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups'];
    const [endpoints, routeTables] = ['ec2:DescribeVpcEndpoints', 'ec2:DescribeRouteTables'];
    expect(coverage).toEqual(
      completeExcept(
        denied(subnets, 'UnauthorizedOperation'),
        ...['ec2:DescribeVpcs', routeTables, 'ec2:DescribeNetworkAcls', endpoints].map((operation) =>
          partial(operation, 1, subnets),
        ),
        partial(groups, 2, subnets, endpoints),
        partial('ec2:GetManagedPrefixListEntries', 2, groups, routeTables),
      ),
    );
  });

  it('without IP groups, only the interfaces are in doubt', async () => {
    const operation = 'workspaces:DescribeIpGroups';
    estate.ws.on(workspaces.DescribeIpGroupsCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(completeExcept(denied(operation), partial('ec2:DescribeNetworkInterfaces', 1, operation)));
  });

  it('without WorkSpaces, the interfaces are in doubt, and what WorkSpaces were made from', async () => {
    const operation = 'workspaces:DescribeWorkspaces';
    estate.ws.on(workspaces.DescribeWorkspacesCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(
      completeExcept(
        denied(operation),
        partial('ec2:DescribeNetworkInterfaces', 1, operation),
        skipped('workspaces:DescribeWorkspaceBundles', operation),
      ),
    );
  });

  it('without Directory Service, nothing is asked directory by directory but of WorkSpaces', async () => {
    const operation = 'ds:DescribeDirectories';
    estate.ds.on(DescribeDirectoriesCommand).rejects(awsError('AccessDeniedException'));
    const { coverage } = await runCollect();
    const ofVpcs = [
      'ec2:DescribeVpcs',
      'ec2:DescribeRouteTables',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeVpcEndpoints',
    ];
    const [subnets, groups] = ['ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups'];
    expect(coverage).toEqual(
      completeExcept(
        denied(operation),
        ...perDirectory.map((each) => skipped(each, operation)),
        partial(subnets, 3, operation),
        partial('ec2:DescribeNetworkInterfaces', 1, operation),
        ...ofVpcs.map((each) => partial(each, 1, operation, subnets)),
        partial(groups, 2, operation, subnets, 'ec2:DescribeVpcEndpoints'),
        partial('ec2:GetManagedPrefixListEntries', 2, groups, 'ec2:DescribeRouteTables'),
      ),
    );
  });

  it('does not ask for the public addresses once the interfaces of subnets were denied', async () => {
    estate.vpc.on(ec2.DescribeNetworkInterfacesCommand).rejects(awsError('UnauthorizedOperation'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(completeExcept(denied('ec2:DescribeNetworkInterfaces', 'UnauthorizedOperation')));
    expect(estate.vpc.commandCalls(ec2.DescribeNetworkInterfacesCommand).length).toBe(1);
  });
});

describe('prefix lists, which are read one by one', () => {
  const operation = 'ec2:GetManagedPrefixListEntries';
  beforeEach(() => {
    estate.vpc.on(ec2.DescribeRouteTablesCommand).resolves({ RouteTables: [{ RouteTableId: 'rtb-1' }] });
  });
  const referTo = (...ids: string[]) =>
    estate.vpc.on(ec2.DescribeSecurityGroupsCommand).resolves({
      SecurityGroups: [
        {
          GroupId: 'sg-members',
          IpPermissionsEgress: [{ PrefixListIds: ids.map((PrefixListId) => ({ PrefixListId })) }],
        },
        { GroupId: 'sg-controllers' },
      ],
    });

  it('names the ones that could not be read, and keeps none of which only some pages came', async () => {
    referTo('pl-1', 'pl-2', 'pl-3');
    estate.vpc
      .on(ec2.GetManagedPrefixListEntriesCommand, { PrefixListId: 'pl-2' })
      .resolvesOnce({ Entries: [{ Cidr: '192.0.2.0/25' }], NextToken: 'two' })
      .rejects(awsError('InternalError'));
    estate.vpc.on(ec2.GetManagedPrefixListEntriesCommand, { PrefixListId: 'pl-3' }).rejects(awsError('InternalError'));
    const { coverage, lines } = await runCollect();
    expect(coverage).toEqual(
      completeExcept({
        operation,
        status: 'partial',
        count: 1,
        errorCode: 'InternalError',
        message: 'InternalError happened',
        resources: ['pl-2', 'pl-3'],
      }),
    );
    expect(lines.filter(({ type }) => type === 'ManagedPrefixListEntries').length).toBe(1);
  });

  it('is denied when none could be read', async () => {
    estate.vpc.on(ec2.GetManagedPrefixListEntriesCommand).rejects(awsError('UnauthorizedOperation'));
    const { coverage } = await runCollect();
    expect(coverage).toEqual(completeExcept({ ...denied(operation, 'UnauthorizedOperation'), resources: ['pl-1'] }));
  });

  it('does not say which are unknown when there may be more', async () => {
    estate.vpc
      .on(ec2.DescribeSecurityGroupsCommand)
      .resolvesOnce({
        SecurityGroups: [{ GroupId: 'sg-members', IpPermissions: [{ PrefixListIds: [{ PrefixListId: 'pl-1' }] }] }],
        NextToken: 'two',
      })
      .rejects(awsError('InternalError'));
    estate.vpc.on(ec2.GetManagedPrefixListEntriesCommand).rejects(awsError('UnauthorizedOperation'));
    const { coverage } = await runCollect();
    expect(coverage.find((entry) => entry.operation === operation)).toEqual(denied(operation, 'UnauthorizedOperation'));
  });
});
