import type { FactTable } from '../define.ts';
import { enabledSignInTypes, type SignInType, signInStatuses, signInStatusOf } from '../joins/client-authentication.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const from = [op.directories, op.descriptions, op.clientAuthentication];

const setting = (type: SignInType, about: string) => ({
  type: 'string' as const,
  about: `${about} Disabled when never set, and for what is no AD Connector: only that can have the setting.`,
  from,
  values: signInStatuses,
  read: ({ estate, directory }: DirectoryContext) => signInStatusOf(estate, directory, type),
});

/** How the clients of an AD Connector may sign in before the session. */
export const clientAuthenticationFacts: FactTable<DirectoryContext> = {
  'clientAuthentication.smartCard': setting('SmartCard', 'Whether users sign in with a smart card only.'),
  'clientAuthentication.smartCardOrPassword': setting(
    'SmartCardOrPassword',
    'Whether users sign in with a smart card or a password, as they like.',
  ),
  'clientAuthentication.enabledTypes': {
    type: 'list',
    about: 'Settings that are Enabled; unknown while one of them is of a type or status that nobody knows yet.',
    from,
    read: ({ estate, directory }) => enabledSignInTypes(estate, directory),
  },
};
