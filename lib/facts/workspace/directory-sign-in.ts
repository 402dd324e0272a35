import type { FactTable } from '../define.ts';
import { type SignInType, signInStatuses, signInStatusOf } from '../joins/client-authentication.ts';
import { allowedDevicesOf } from '../joins/devices.ts';
import { identityCenterOf } from '../joins/identity-center.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';
import { ofDirectory } from './directory.ts';

const setting = (type: SignInType, about: string) => ({
  type: 'string' as const,
  about,
  from: [op.directories, op.descriptions, op.clientAuthentication],
  values: signInStatuses,
  read: ofDirectory((directory, estate) => signInStatusOf(estate, directory, type)),
});

/** How the users of a WorkSpace's directory sign in. */
export const directorySignInFacts: FactTable<WorkspaceContext> = {
  'directory.clientAuthentication.smartCard': setting(
    'SmartCard',
    'Whether users of the directory sign in with a smart card only.',
  ),
  'directory.clientAuthentication.smartCardOrPassword': setting(
    'SmartCardOrPassword',
    'Whether users of the directory sign in with a smart card or a password, as they like.',
  ),
  'directory.identityCenter.instanceArn': {
    type: 'string',
    about: 'IAM Identity Center instance of the directory; null when it names none.',
    from: [op.directories],
    nullable: true,
    read: ofDirectory(identityCenterOf),
  },
  'directory.devices.allowed': {
    type: 'list',
    about: 'Client types that may connect to WorkSpaces of the directory, any device or trusted ones.',
    from: [op.directories],
    read: ofDirectory(allowedDevicesOf),
  },
};
