import type { SubjectType } from '../model/subject.ts';
import type { Starter } from './scaffold-starter.ts';

const directoryId = 'd-906712345a';
const workspace = (WorkspaceId: string, protocol: string) =>
  [
    'Workspace',
    { WorkspaceId, DirectoryId: directoryId, State: 'AVAILABLE', WorkspaceProperties: { Protocols: [protocol] } },
  ] as const;
const directory = (DirectoryId: string, EnableMaintenanceMode: boolean) =>
  [
    'WorkspaceDirectory',
    { DirectoryId, State: 'REGISTERED', WorkspaceCreationProperties: { EnableMaintenanceMode } },
  ] as const;
const alias = (AliasId: string, ConnectionString: string) =>
  ['ConnectionAlias', { AliasId, ConnectionString, State: 'CREATED', OwnerAccountId: '111122223333' }] as const;
const image = (ImageId: string, RequiredTenancy: string) =>
  ['WorkspaceImage', { ImageId, Name: ImageId, State: 'AVAILABLE', RequiredTenancy }] as const;

/** First rules about what WorkSpaces itself manages. */
export const serviceStarters = {
  account: {
    name: 'no-open-invitations',
    title: 'No other account is invited to share licences',
    requires: { fact: 'accountLinks.pending', operator: 'isEmpty' },
    reason: {
      compliant: 'No invitation is open.',
      nonCompliant: 'Invitations are open: {accountLinks.pending}.',
    },
    remediation: 'Withdraw the invitation, or have it accepted.',
    controls: ['CM-8'],
    compliant: { 'accountLinks.pending': [] },
    nonCompliant: { 'accountLinks.pending': ['444455556666'] },
    resources: [
      [
        'AccountLink',
        {
          AccountLinkId: 'link-0a1b2c3d4',
          AccountLinkStatus: 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT',
          SourceAccountId: '111122223333',
          TargetAccountId: '444455556666',
        },
      ],
    ],
  },
  directory: {
    name: 'maintained',
    title: 'WorkSpaces of directories are updated in maintenance windows',
    appliesWhen: { fact: 'state', operator: 'notIn', value: ['DEREGISTERING', 'DEREGISTERED'] },
    requires: { fact: 'maintenanceMode', operator: 'equal', value: true },
    reason: { compliant: 'Maintenance mode is on.', nonCompliant: 'Maintenance mode is off.' },
    remediation: 'Turn maintenance mode on in the directory.',
    controls: ['SI-2'],
    compliant: { state: 'REGISTERED', maintenanceMode: true },
    nonCompliant: { state: 'REGISTERED', maintenanceMode: false },
    notApplicable: { state: 'DEREGISTERING', maintenanceMode: false },
    resources: [directory('d-906712345a', true), directory('d-906712345b', false)],
  },
  workspace: {
    name: 'run-dcv',
    title: 'WorkSpaces stream with DCV',
    appliesWhen: { fact: 'state', operator: 'notIn', value: ['TERMINATING', 'TERMINATED'] },
    requires: { fact: 'protocols', operator: 'contains', value: 'WSP' },
    reason: {
      compliant: 'The WorkSpace streams with {protocols}.',
      nonCompliant: 'The WorkSpace streams with {protocols}.',
    },
    remediation: 'Migrate the WorkSpace to a bundle for DCV.',
    controls: ['CM-6'],
    compliant: { state: 'AVAILABLE', protocols: ['WSP'] },
    nonCompliant: { state: 'AVAILABLE', protocols: ['PCOIP'] },
    notApplicable: { state: 'TERMINATING', protocols: ['PCOIP'] },
    resources: [
      ['WorkspaceDirectory', { DirectoryId: directoryId, State: 'REGISTERED' }],
      workspace('ws-0a1b2c3d4', 'WSP'),
      workspace('ws-0a1b2c3d5', 'PCOIP'),
    ],
  },
  connectionAlias: {
    name: 'under-our-domain',
    title: 'Connection strings belong to our domain',
    appliesWhen: { fact: 'state', operator: 'equal', value: 'CREATED' },
    requires: { fact: 'connectionString', operator: 'matchesAnyGlob', value: ['*.example.com'] },
    reason: {
      compliant: 'Users type {connectionString}.',
      nonCompliant: 'Users type {connectionString}, which is not under example.com.',
    },
    remediation: 'Create an alias under the domain, associate it, and delete this one.',
    controls: ['SC-20'],
    compliant: { state: 'CREATED', connectionString: 'desktops.example.com' },
    nonCompliant: { state: 'CREATED', connectionString: 'desktops.example.net' },
    notApplicable: { state: 'DELETING', connectionString: 'desktops.example.net' },
    resources: [alias('wsca-0a1b2c3d4', 'desktops.example.com'), alias('wsca-0a1b2c3d5', 'desktops.example.net')],
  },
  image: {
    name: 'on-shared-hardware',
    title: 'Images need no hardware of their own',
    appliesWhen: { fact: 'state', operator: 'equal', value: 'AVAILABLE' },
    requires: { fact: 'requiredTenancy', operator: 'equal', value: 'DEFAULT' },
    reason: {
      compliant: 'The image runs on shared hardware.',
      nonCompliant: 'The image asks for {requiredTenancy} hardware.',
    },
    remediation: 'Make the image from a WorkSpace whose licence AWS provides.',
    controls: ['CM-2'],
    compliant: { state: 'AVAILABLE', requiredTenancy: 'DEFAULT' },
    nonCompliant: { state: 'AVAILABLE', requiredTenancy: 'DEDICATED' },
    notApplicable: { state: 'PENDING', requiredTenancy: 'DEDICATED' },
    resources: [image('wsi-0a1b2c3d4', 'DEFAULT'), image('wsi-0a1b2c3d5', 'DEDICATED')],
  },
} as const satisfies { readonly [T in SubjectType]?: Starter };
