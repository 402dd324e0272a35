import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { ClientAuthenticationSetting, WorkspaceDirectory } from '../../snapshot/index.ts';
import { known, partition, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { directoryServiceTypeOf } from './directories.ts';

export const signInTypes = ['SmartCard', 'SmartCardOrPassword'] as const;
export type SignInType = (typeof signInTypes)[number];

export const signInStatuses = ['Enabled', 'Disabled'];

/** Whether clients of a directory sign in this way; Disabled when never set, and for what is no AD Connector. */
export function signInStatusOf(estate: Estate, directory: WorkspaceDirectory, type: SignInType): string | Unknown {
  const found = settingsOf(estate, directory).find(({ Type }) => Type === type);
  return found === undefined ? (unreadSettings(estate, directory) ?? 'Disabled') : statusOf(found);
}

/** Types of all settings that are on; a type or status that nobody knows yet leaves the list unknown. */
export function enabledSignInTypes(estate: Estate, directory: WorkspaceDirectory): readonly string[] | Unknown {
  const types = settingsOf(estate, directory).flatMap((setting): (string | Unknown)[] => {
    const status = statusOf(setting);
    if (isUnknown(status)) return [status];
    if (status === 'Disabled') return [];
    return [known(setting.Type, signInTypes, `ClientAuthenticationSettings[${directory.DirectoryId}].Type`)];
  });
  const { known: enabled, unknown } = partition(types);
  return unknown ?? seen(enabled, unreadSettings(estate, directory));
}

const settingsOf = (estate: Estate, { DirectoryId }: WorkspaceDirectory) =>
  estate.snapshot.resources.ClientAuthenticationSetting.items.filter((setting) => setting.DirectoryId === DirectoryId);

const statusOf = ({ DirectoryId, Type, Status }: ClientAuthenticationSetting) =>
  known(Status, signInStatuses, `ClientAuthenticationSettings[${DirectoryId} ${Type}].Status`);

/** Only an AD Connector can have a setting, so that nothing is lost of what is known to be none. */
function unreadSettings(estate: Estate, directory: WorkspaceDirectory): Unknown | undefined {
  const type = directoryServiceTypeOf(estate, directory);
  if (!isUnknown(type) && type !== 'ADConnector') return undefined;
  return estate.unreadOf('ClientAuthenticationSetting', directory.DirectoryId);
}
