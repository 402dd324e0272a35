import { operationOf, type ResourceType } from '../../lib/snapshot/index.ts';

/** What a made-up snapshot holds; every operation is complete unless `coverage` says otherwise. */
export interface MadeUp {
  readonly accountId?: string;
  readonly region?: string;
  readonly capturedAt?: string;
  readonly scope?: { readonly directories: readonly string[] };
  readonly resources: readonly (readonly [type: ResourceType, resource: Record<string, unknown>])[];
  /** Entries that replace or add to the complete ones, by operation; null leaves the operation out. */
  readonly coverage?: { readonly [operation: string]: Record<string, unknown> | null };
}

const read = [
  'workspaces:DescribeWorkspaceDirectories',
  'workspaces:DescribeWorkspaces',
  'workspaces:DescribeIpGroups',
  'ds:DescribeDirectories',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
];

/** The text of a snapshot file whose counts add up. */
export function snapshotText(made: MadeUp): string {
  const { accountId = '111122223333', region = 'us-east-1', capturedAt = '2027-01-31T12:00:00.000Z' } = made;
  const { scope, resources, coverage = {} } = made;
  const generator = 'workspaces-auditor/0.1.0';
  const header = { type: 'Snapshot', formatVersion: 1, partition: 'aws', accountId, region, capturedAt, generator };
  const operations = [...new Set([...read, ...Object.keys(coverage)])].flatMap((operation) => {
    const count = resources.filter(([type]) => operationOf(type) === operation).length;
    const entry = coverage[operation];
    return entry === null ? [] : [{ operation, status: 'complete', count, ...entry }];
  });
  const lines = [
    scope === undefined ? header : { ...header, scope },
    ...resources.map(([type, resource]) => ({ type, resource })),
    { type: 'Coverage', operations },
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

export const directory = (id: string, members: Record<string, unknown> = {}) =>
  [
    'WorkspaceDirectory',
    { DirectoryId: id, State: 'REGISTERED', WorkspaceType: 'PERSONAL', SubnetIds: [], ipGroupIds: [], ...members },
  ] as const;

export const workspace = (id: string, directoryId: string, encrypted: boolean) =>
  [
    'Workspace',
    { WorkspaceId: id, DirectoryId: directoryId, State: 'AVAILABLE', RootVolumeEncryptionEnabled: encrypted },
  ] as const;

export const ipGroup = (id: string, ...rules: readonly string[]) =>
  ['WorkspacesIpGroup', { groupId: id, groupName: id, userRules: rules.map((ipRule) => ({ ipRule })) }] as const;

/** A small estate: one unencrypted WorkSpace, one directory without an IP group, one empty group. */
export const small: MadeUp = {
  resources: [
    directory('d-1', { ipGroupIds: ['wsipg-1'] }),
    directory('d-2'),
    workspace('ws-1', 'd-1', true),
    workspace('ws-2', 'd-2', false),
    ipGroup('wsipg-1', '203.0.113.7'),
    ipGroup('wsipg-2'),
  ],
};

const denied = { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' };

/** Snapshots that scenarios find in their working directory. */
export const fixtures: { readonly [file: string]: string } = {
  'small.ndjson': snapshotText(small),
  'clean.ndjson': snapshotText({
    resources: [directory('d-1', { ipGroupIds: ['wsipg-1'] }), ipGroup('wsipg-1', '203.0.113.7')],
  }),
  'denied.ndjson': snapshotText({
    resources: [directory('d-1', { ipGroupIds: ['wsipg-1'] })],
    coverage: { 'workspaces:DescribeIpGroups': denied },
  }),
  'fixed.ndjson': snapshotText({
    capturedAt: '2027-02-01T00:00:00.000Z',
    resources: [
      directory('d-1', { ipGroupIds: ['wsipg-1'] }),
      directory('d-2', { ipGroupIds: ['wsipg-1'] }),
      workspace('ws-1', 'd-1', false),
      ipGroup('wsipg-1', '203.0.113.7'),
    ],
    coverage: { 'workspaces:DescribeIpGroups': { ...denied, status: 'partial' } },
  }),
  'other-account.ndjson': snapshotText({ accountId: '444455556666', resources: [directory('d-9')] }),
  'hostile.ndjson': snapshotText({
    resources: [ipGroup('wsipg-\u001B[31mred', '\u001B]0;owned\u0007', 'a\nCRITICAL fake', '\u202E7.311.0.302')],
  }),
};
