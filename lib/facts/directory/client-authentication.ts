import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, known } from '../define.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const statuses = ['Enabled', 'Disabled'];

const setting = (type: 'SmartCard' | 'SmartCardOrPassword', about: string) => ({
  type: 'string' as const,
  about: `${about} Disabled when never set, and for what is no AD Connector: only that can have the setting.`,
  from: [op.directories, op.descriptions, op.clientAuthentication],
  values: statuses,
  read: ({ estate, directory }: DirectoryContext) => {
    const { items } = estate.snapshot.resources.ClientAuthenticationSetting;
    const found = items.find(({ DirectoryId, Type }) => DirectoryId === directory.DirectoryId && Type === type);
    if (found !== undefined) {
      return known(found.Status, statuses, `ClientAuthenticationSettings[${directory.DirectoryId} ${type}].Status`);
    }
    const directoryType = directoryServiceTypeOf(estate, directory);
    if (!isUnknown(directoryType) && directoryType !== 'ADConnector') return 'Disabled';
    return estate.unread('ClientAuthenticationSetting') ?? 'Disabled';
  },
});

/** How the clients of an AD Connector may sign in before the session. */
export const clientAuthenticationFacts: FactTable<DirectoryContext> = {
  'clientAuthentication.smartCard': setting('SmartCard', 'Whether users sign in with a smart card only.'),
  'clientAuthentication.smartCardOrPassword': setting(
    'SmartCardOrPassword',
    'Whether users sign in with a smart card or a password, as they like.',
  ),
};
