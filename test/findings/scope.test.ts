import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DirectoryScope } from '../../lib/config/index.ts';
import { Estate, subjectId } from '../../lib/facts/index.ts';
import { factParameters } from '../../lib/facts/parameters.ts';
import { scopeOf } from '../../lib/findings/index.ts';
import { type SubjectType, subjectTypes } from '../../lib/model/subject.ts';
import { readSnapshot } from '../../lib/snapshot/index.ts';
import { directory, ipGroup, snapshotText, workspace } from '../cli/estate.ts';

const group = (id: string, name: string) => ['SecurityGroup', { GroupId: id, GroupName: name }] as const;
const desk = (id: string, directoryId: string, address: string) => {
  const [type, resource] = workspace(id, directoryId, true);
  return [type, { ...resource, IpAddress: address, SubnetId: 'subnet-shared' }] as const;
};
const eni = (id: string, address: string, ...groups: string[]) =>
  [
    'NetworkInterface',
    {
      ...{ NetworkInterfaceId: id, PrivateIpAddress: address, SubnetId: 'subnet-shared' },
      Groups: groups.map((GroupId) => ({ GroupId })),
    },
  ] as const;

/** A role that lets users of a SAML provider stream from a directory. */
const role = (RoleName: string, directoryId: string) => {
  const allow = (members: object) => ({ Statement: { Effect: 'Allow', ...members } });
  const Federated = 'arn:aws:iam::111122223333:saml-provider/idp';
  const trust = allow({ Principal: { Federated }, Action: 'sts:AssumeRoleWithSAML' });
  const Resource = `arn:aws:workspaces:us-east-1:111122223333:directory/${directoryId}`;
  const stream = allow({ Action: 'workspaces:Stream', Resource });
  return [
    ['Role', { RoleName, AssumeRolePolicyDocument: trust }],
    ['RolePolicyNames', { RoleName, PolicyNames: ['stream'] }],
    ['RolePolicy', { RoleName, PolicyName: 'stream', PolicyDocument: stream }],
  ] as const;
};

const text = snapshotText({
  resources: [
    directory('d-in', {
      ...{ ipGroupIds: ['wsipg-shared'], SubnetIds: ['subnet-shared'], WorkspaceSecurityGroupId: 'sg-in' },
    }),
    directory('d-out', {
      ...{ ipGroupIds: ['wsipg-shared', 'wsipg-out'], SubnetIds: ['subnet-shared', 'subnet-out'] },
      WorkspaceSecurityGroupId: 'sg-out',
      WorkspaceCreationProperties: { CustomSecurityGroupId: 'sg-custom-out' },
    }),
    [
      'DirectoryDescription',
      { DirectoryId: 'd-out', Type: 'MicrosoftAD', VpcSettings: { SecurityGroupId: 'sg-controllers-out' } },
    ],
    desk('ws-in', 'd-in', '10.0.0.1'),
    desk('ws-out', 'd-out', '10.0.0.2'),
    eni('eni-1', '10.0.0.1', 'sg-in', 'sg-on-both'),
    eni('eni-2', '10.0.0.2', 'sg-out', 'sg-on-both', 'sg-on-out'),
    ...['sg-in', 'sg-out', 'sg-custom-out', 'sg-controllers-out', 'sg-on-both', 'sg-on-out'].map((id) => group(id, id)),
    group('sg-replacement-out', 'd-out_controllers'),
    ...['wsipg-shared', 'wsipg-out', 'wsipg-unused'].map((id) => ipGroup(id)),
    ['Subnet', { SubnetId: 'subnet-shared', VpcId: 'vpc-shared' }],
    ['Subnet', { SubnetId: 'subnet-out', VpcId: 'vpc-out' }],
    ...role('users-in', 'd-in'),
    ...role('users-out', 'd-out'),
    ...role('users', '*'),
  ],
});

let folder = '';
let estate: Estate;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
  await writeFile(join(folder, 'estate.ndjson'), text);
  estate = new Estate(await readSnapshot(join(folder, 'estate.ndjson')), factParameters.parse({}));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const subjects: { readonly [type in SubjectType]: readonly string[] } = {
  account: ['111122223333'],
  directory: ['d-in', 'd-out'],
  workspace: ['ws-in', 'ws-out'],
  ipGroup: ['wsipg-shared', 'wsipg-out', 'wsipg-unused'],
  securityGroup: [
    'sg-in',
    'sg-out',
    'sg-custom-out',
    'sg-controllers-out',
    'sg-replacement-out',
    'sg-on-both',
    'sg-on-out',
  ],
  subnet: ['subnet-shared', 'subnet-out'],
  vpc: ['vpc-shared', 'vpc-out'],
  connectionAlias: ['wsca-1'],
  image: ['wsi-1'],
  iamRole: ['users', 'users-in', 'users-out', 'workspaces_DefaultRole'],
};

const dropped = (scope: DirectoryScope): string[] => {
  const stays = scopeOf(estate, scope);
  return subjectTypes.flatMap((type) => subjects[type].filter((id) => !stays(subjectId(estate, type, id))));
};

const ofOut = [
  ...['d-out', 'ws-out', 'wsipg-out', 'sg-out', 'sg-custom-out', 'sg-controllers-out', 'sg-replacement-out'],
  ...['sg-on-out', 'subnet-out', 'vpc-out', 'users-out'],
];

test.each<[string, DirectoryScope, readonly string[]]>([
  ['everything stays by default', { include: ['*'], exclude: [] }, []],
  ['an excluded directory takes along what only it uses', { include: ['*'], exclude: ['d-o*'] }, ofOut],
  ['so does one that is not included', { include: ['d-in'], exclude: [] }, ofOut],
  [
    'without any directory, what no directory uses and the account stay',
    { include: [], exclude: [] },
    Object.values(subjects)
      .flat()
      .filter((id) => !['wsipg-unused', '111122223333', 'wsca-1', 'wsi-1'].includes(id)),
  ],
])('%s', (_, scope, expected) => {
  expect(dropped(scope)).toEqual(expected);
});
