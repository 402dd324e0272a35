import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { type FactTable, known, partition, present, seen } from '../define.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const deviceTypes = [
  'Windows',
  'Osx',
  'Linux',
  'Web',
  'Ios',
  'Android',
  'ChromeOs',
  'ZeroClient',
  'WorkSpacesThinClient',
] as const;
type DeviceType = (typeof deviceTypes)[number];

const allowOrDeny = ['ALLOW', 'DENY'];
/** TRUST lets devices with a certificate in; the SDK's enumeration does not have it, the console's setting does. */
const allowTrustOrDeny = [...allowOrDeny, 'TRUST'];

const device = (member: DeviceType, name: string, values = allowOrDeny) => ({
  type: 'string' as const,
  about: `Whether ${name} may connect.`,
  from: [op.directories],
  values,
  read: (context: DirectoryContext) => {
    const access = present(context.directory.WorkspaceAccessProperties, pathOf(context, 'WorkspaceAccessProperties'));
    if (isUnknown(access)) return access;
    const path = pathOf(context, `WorkspaceAccessProperties.DeviceType${member}`);
    return known(access[`DeviceType${member}`], values, path);
  },
});

/** Client types that may connect; what is not said of one type leaves the others as they are. */
function allowedDevices(context: DirectoryContext): readonly string[] | Unknown {
  const access = present(context.directory.WorkspaceAccessProperties, pathOf(context, 'WorkspaceAccessProperties'));
  if (isUnknown(access)) return access;
  const settings = deviceTypes.map((type) => {
    const path = pathOf(context, `WorkspaceAccessProperties.DeviceType${type}`);
    const setting = known(access[`DeviceType${type}`], allowTrustOrDeny, path);
    return isUnknown(setting) ? setting : { type, setting };
  });
  const { known: said, unknown } = partition(settings);
  return seen(
    said.filter(({ setting }) => setting !== 'DENY').map(({ type }) => type),
    unknown,
  );
}

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

/** Who may connect with what, and what users may do by themselves. */
export const deviceFacts: FactTable<DirectoryContext> = {
  'devices.zeroClient': device('ZeroClient', 'PCoIP zero clients'),
  'devices.thinClient': device('WorkSpacesThinClient', 'WorkSpaces Thin Client devices'),
  'devices.chromeOs': device('ChromeOs', 'Chromebooks', allowTrustOrDeny),
  'devices.ios': device('Ios', 'iOS devices', allowTrustOrDeny),
  'devices.android': device('Android', 'Android devices', allowTrustOrDeny),
  'devices.linux': device('Linux', 'Linux clients'),
  'devices.allowed': {
    type: 'list',
    about: 'Client types that may connect, any device or trusted ones.',
    from: [op.directories],
    read: allowedDevices,
  },
  'selfService.restart': selfService('RestartWorkspace'),
  'selfService.rebuild': selfService('RebuildWorkspace'),
};
