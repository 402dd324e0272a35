import { workspace } from './fleet-builders.ts';
import type { Line } from './harness.ts';

/** Raw AWS shapes of what connects to WorkSpaces. A member given as undefined is absent from the snapshot. */

export const clientProperties = 'workspaces:DescribeClientProperties';

const denied = {
  DeviceTypeWindows: 'DENY',
  DeviceTypeOsx: 'DENY',
  DeviceTypeLinux: 'DENY',
  DeviceTypeWeb: 'DENY',
  DeviceTypeIos: 'DENY',
  DeviceTypeAndroid: 'DENY',
  DeviceTypeChromeOs: 'DENY',
  DeviceTypeZeroClient: 'DENY',
  DeviceTypeWorkSpacesThinClient: 'DENY',
};

/** The client types of a directory: all denied but for what is said. */
export const clients = (members: object = {}) => ({ WorkspaceAccessProperties: { ...denied, ...members } });

/** A WorkSpace of an operating system on a protocol. */
export const desktop = (
  id: string,
  OperatingSystemName?: string,
  Protocols?: readonly string[],
  members: object = {},
): Line => workspace(id, { WorkspaceProperties: { OperatingSystemName, Protocols }, ...members });
