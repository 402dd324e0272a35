import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, known, present } from '../define.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

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

/** Who may connect with what, and what users may do by themselves. */
export const deviceFacts: FactTable<DirectoryContext> = {
  'devices.zeroClient': device('ZeroClient', 'PCoIP zero clients'),
  'devices.thinClient': device('WorkSpacesThinClient', 'WorkSpaces Thin Client devices'),
  'devices.chromeOs': device('ChromeOs', 'Chromebooks'),
  'devices.linux': device('Linux', 'Linux clients'),
  'selfService.restart': selfService('RestartWorkspace'),
  'selfService.rebuild': selfService('RebuildWorkspace'),
};
