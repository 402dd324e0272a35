import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { known, partition, present, seen } from '../define.ts';

/** Types of client devices, as the members of a directory's access properties end. */
export const deviceTypes = [
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
export type DeviceType = (typeof deviceTypes)[number];

export const allowOrDeny = ['ALLOW', 'DENY'];
/** TRUST lets devices with a certificate in; the SDK's enumeration does not have it, the console's setting does. */
export const allowTrustOrDeny = [...allowOrDeny, 'TRUST'];

/** Whether a device type may connect; unknown when the directory does not say. */
export function deviceSettingOf(
  directory: WorkspaceDirectory,
  type: DeviceType,
  values: readonly string[],
): string | Unknown {
  const path = `Directories[${directory.DirectoryId}].WorkspaceAccessProperties`;
  const access = present(directory.WorkspaceAccessProperties, path);
  return isUnknown(access) ? access : known(access[`DeviceType${type}`], values, `${path}.DeviceType${type}`);
}

/** Those of some device types that are set in a wanted way; what is not said of one leaves the others as they are. */
export function devicesWith(
  directory: WorkspaceDirectory,
  types: readonly DeviceType[],
  isWanted: (setting: string) => boolean,
): readonly string[] | Unknown {
  const settings = types.map((type) => {
    const setting = deviceSettingOf(directory, type, allowTrustOrDeny);
    return isUnknown(setting) ? setting : { type, setting };
  });
  const { known: said, unknown } = partition(settings);
  return seen(
    said.filter(({ setting }) => isWanted(setting)).map(({ type }) => type),
    unknown,
  );
}

/** Client types that may connect, any device or trusted ones. */
export const allowedDevicesOf = (directory: WorkspaceDirectory): readonly string[] | Unknown =>
  devicesWith(directory, deviceTypes, (setting) => setting !== 'DENY');
