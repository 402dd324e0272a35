import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, known, present } from '../define.ts';
import { allowedDevicesOf, allowOrDeny, allowTrustOrDeny, type DeviceType, deviceSettingOf } from '../joins/devices.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const device = (member: DeviceType, name: string, values = allowOrDeny) => ({
  type: 'string' as const,
  about: `Whether ${name} may connect.`,
  from: [op.directories],
  values,
  read: ({ directory }: DirectoryContext) => deviceSettingOf(directory, member, values),
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

/** Who may connect with what, and what users may do by themselves. */
export const deviceFacts: FactTable<DirectoryContext> = {
  'devices.windows': device('Windows', 'Windows clients', allowTrustOrDeny),
  'devices.osx': device('Osx', 'macOS clients', allowTrustOrDeny),
  'devices.web': device('Web', 'web browsers (Web Access)'),
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
    read: ({ directory }) => allowedDevicesOf(directory),
  },
  'selfService.restart': selfService('RestartWorkspace'),
  'selfService.rebuild': selfService('RebuildWorkspace'),
};
