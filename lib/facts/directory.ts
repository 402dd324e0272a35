import fips from '../../rules/reference/fips.json' with { type: 'json' };
import { isUnknown, Unknown } from '../model/unknown.ts';
import type { WorkspaceDirectory } from '../snapshot/index.ts';
import { counted, type FactTable, known, present } from './define.ts';
import { acceleratorFacts } from './directory-accelerator.ts';
import { accessFacts } from './directory-access.ts';
import { groupFacts } from './directory-groups.ts';
import { natFacts } from './directory-nat.ts';
import type { Estate } from './estate.ts';
import { findDescription, isInFedrampScope, kindOf } from './joins.ts';
import * as op from './operations.ts';
import { relayStateOf } from './relay-state.ts';

/** A registered directory and the estate it stands in. */
export interface DirectoryContext {
  readonly estate: Estate;
  readonly directory: WorkspaceDirectory;
}

export const encryptionModes = ['FIPS_VALIDATED', 'STANDARD_TLS'];
export const directoryKinds = ['DIRECTORY_SERVICE', 'IDENTITY_CENTER', 'ENTRA_ID', 'CUSTOM', 'POOLS'];
const directoryStates = ['REGISTERING', 'REGISTERED', 'DEREGISTERING', 'DEREGISTERED', 'ERROR'];
const directoryServiceTypes = ['SimpleAD', 'ADConnector', 'MicrosoftAD', 'SharedMicrosoftAD'];
const pathOf = ({ directory }: DirectoryContext, member: string) => `Directories[${directory.DirectoryId}].${member}`;

/** The mode in which a directory encrypts its endpoints; some Regions leave it out, which is not the same as off. */
export const encryptionModeOf = (directory: WorkspaceDirectory) =>
  known(
    directory.EndpointEncryptionMode,
    encryptionModes,
    `Directories[${directory.DirectoryId}].EndpointEncryptionMode`,
  );

/** The AWS Directory Service type; null for a directory that WorkSpaces manages itself. */
export function directoryServiceTypeOf(estate: Estate, directory: WorkspaceDirectory): string | null | Unknown {
  const kind = kindOf(estate, directory);
  if (isUnknown(kind)) return kind;
  if (kind !== 'DIRECTORY_SERVICE') return null;
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  return known(description.Type, directoryServiceTypes, `DirectoryDescriptions[${directory.DirectoryId}].Type`);
}

const identityFacts: FactTable<DirectoryContext> = {
  id: {
    type: 'string',
    about: 'Directory id.',
    from: [op.directories],
    read: ({ directory }) => directory.DirectoryId,
  },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  state: {
    type: 'string',
    about: 'Registration state.',
    from: [op.directories],
    values: directoryStates,
    read: (context) => known(context.directory.State, directoryStates, pathOf(context, 'State')),
  },
  kind: {
    type: 'string',
    about: 'Who manages the directory: AWS Directory Service, or WorkSpaces itself; Pools directories stand apart.',
    from: [op.directories],
    values: directoryKinds,
    read: ({ estate, directory }) => kindOf(estate, directory),
  },
  directoryServiceType: {
    type: 'string',
    about: 'AWS Directory Service type; null for a directory that WorkSpaces manages itself.',
    from: [op.directories, op.descriptions],
    values: directoryServiceTypes,
    nullable: true,
    read: ({ estate, directory }) => directoryServiceTypeOf(estate, directory),
  },
  inFedrampScope: {
    type: 'boolean',
    about: 'Whether the parameter fedrampScope claims the directory under FedRAMP or the DoD SRG.',
    from: [op.directories],
    read: ({ estate, directory }) => isInFedrampScope(estate, directory.DirectoryId),
  },
  liveWorkspaceCount: {
    type: 'number',
    about: 'WorkSpaces that are not TERMINATING or TERMINATED.',
    from: [op.workspaces],
    read: ({ estate, directory }) =>
      counted(estate.liveWorkspaces(directory.DirectoryId).length, estate.unread('Workspace')),
  },
};

const encryptionFacts: FactTable<DirectoryContext> = {
  endpointEncryptionMode: {
    type: 'string',
    about: 'Endpoint encryption mode; unknown when the answer leaves it out.',
    from: [op.directories],
    values: encryptionModes,
    read: ({ directory }) => encryptionModeOf(directory),
  },
  'baseline.endpointEncryptionMode': {
    type: 'string',
    about: 'The mode that the baseline recorded; null when it recorded none for this directory.',
    from: [op.directories],
    nullable: true,
    read: ({ estate, directory }) => {
      if (estate.baseline === undefined) return new Unknown('no baseline is given');
      const earlier = estate.baseline.index.directories.get(directory.DirectoryId);
      if (earlier !== undefined) return earlier.EndpointEncryptionMode ?? null;
      const unread = estate.baseline.unread('WorkspaceDirectory');
      return unread === undefined ? null : new Unknown(`in the baseline, ${unread.reason}`);
    },
  },
  'saml.status': {
    type: 'string',
    about: 'Whether SAML 2.0 sign-in is on; DISABLED when never set.',
    from: [op.directories],
    values: ['DISABLED', 'ENABLED', 'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK'],
    read: (context) =>
      known(
        context.directory.SamlProperties?.Status ?? 'DISABLED',
        ['DISABLED', 'ENABLED', 'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK'],
        pathOf(context, 'SamlProperties.Status'),
      ),
  },
  'saml.relayState.region': {
    type: 'string',
    about: 'Region of the WorkSpaces relay state in the user access URL; unknown when the URL carries none.',
    from: [op.directories],
    read: (context) => read(context, 'region'),
  },
  'saml.relayState.service': {
    type: 'string',
    about: 'Sign-in service that the relay state names.',
    from: [op.directories],
    values: ['euc-sso-fips', 'euc-sso'],
    read: (context) => read(context, 'service'),
  },
  regionFipsRelayState: {
    type: 'string',
    about: "Host of the Region's FIPS relay state; null in a Region without one.",
    from: [],
    nullable: true,
    read: ({ estate }) =>
      Object.entries(fips.relayStateHosts).find(([region]) => region === estate.region)?.[1] ?? null,
  },
};

function read(context: DirectoryContext, member: 'region' | 'service'): string | Unknown {
  const url = present(context.directory.SamlProperties?.UserAccessUrl, pathOf(context, 'SamlProperties.UserAccessUrl'));
  if (isUnknown(url)) return url;
  const relayState = relayStateOf(url);
  return (
    relayState?.[member] ??
    new Unknown('UserAccessUrl carries no WorkSpaces relay state: compare the one at the identity provider')
  );
}

const device = (member: 'ZeroClient' | 'WorkSpacesThinClient' | 'ChromeOs' | 'Linux', name: string) => ({
  type: 'string' as const,
  about: `Whether ${name} may connect.`,
  from: [op.directories],
  values: ['ALLOW', 'DENY'],
  read: (context: DirectoryContext) => {
    const access = present(context.directory.WorkspaceAccessProperties, pathOf(context, 'WorkspaceAccessProperties'));
    if (isUnknown(access)) return access;
    const path = pathOf(context, `WorkspaceAccessProperties.DeviceType${member}`);
    return known(access[`DeviceType${member}`], ['ALLOW', 'DENY'], path);
  },
});

const selfService = (member: 'RestartWorkspace' | 'RebuildWorkspace') => ({
  type: 'string' as const,
  about: `Self-service permission ${member}.`,
  from: [op.directories],
  values: ['ENABLED', 'DISABLED'],
  read: (context: DirectoryContext) => {
    const permissions = present(context.directory.SelfservicePermissions, pathOf(context, 'SelfservicePermissions'));
    if (isUnknown(permissions)) return permissions;
    return known(permissions[member], ['ENABLED', 'DISABLED'], pathOf(context, `SelfservicePermissions.${member}`));
  },
});

/** Everything a rule can read of a directory. */
export const directoryFacts: FactTable<DirectoryContext> = {
  ...identityFacts,
  ...encryptionFacts,
  'devices.zeroClient': device('ZeroClient', 'PCoIP zero clients'),
  'devices.thinClient': device('WorkSpacesThinClient', 'WorkSpaces Thin Client devices'),
  'devices.chromeOs': device('ChromeOs', 'Chromebooks'),
  'devices.linux': device('Linux', 'Linux clients'),
  'selfService.restart': selfService('RestartWorkspace'),
  'selfService.rebuild': selfService('RebuildWorkspace'),
  ...acceleratorFacts,
  ...accessFacts,
  ...natFacts,
  ...groupFacts,
};
