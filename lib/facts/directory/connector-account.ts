import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** The user part of a name such as `user`, `user@domain` or `DOMAIN\user`. */
const userPart = (name: string): string => name.replace(/^.*\\/, '').replace(/@.*$/, '');

function accountName({ estate, directory }: DirectoryContext): string | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const name = description.ConnectSettings?.CustomerUserName;
  return name
    ? userPart(name)
    : new Unknown(`DirectoryDescriptions[${directory.DirectoryId}].ConnectSettings.CustomerUserName is absent`);
}

/** The account with which an AD Connector works in the customer's domain. */
export const connectorAccountFacts: FactTable<DirectoryContext> = {
  'connectorAccount.name': {
    type: 'string',
    about: 'User name of the service account, without its domain.',
    from: [op.descriptions],
    read: accountName,
  },
  'connectorAccount.nameLength': {
    type: 'number',
    about: 'Characters of that name.',
    from: [op.descriptions],
    read: (context) => {
      const name = accountName(context);
      return isUnknown(name) ? name : name.length;
    },
  },
};
