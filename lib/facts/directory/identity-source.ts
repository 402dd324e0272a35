import type { Unknown } from '../../model/unknown.ts';
import { type FactTable, known } from '../define.ts';
import { kindOf } from '../joins/directories.ts';
import { identityCenterOf } from '../joins/identity-center.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const types = ['AWS_DIRECTORY_SERVICE', 'AWS_IAM_IDENTITY_CENTER', 'CUSTOMER_MANAGED'];

/** The service leaves the member out of directories of AWS Directory Service, as those have no other source. */
function userIdentityTypeOf(context: DirectoryContext): string | Unknown {
  const { estate, directory } = context;
  const unset = kindOf(estate, directory) === 'DIRECTORY_SERVICE' ? 'AWS_DIRECTORY_SERVICE' : undefined;
  return known(directory.UserIdentityType ?? unset, types, pathOf(context, 'UserIdentityType'));
}

/** Where the users of a directory come from. */
export const identitySourceFacts: FactTable<DirectoryContext> = {
  userIdentityType: {
    type: 'string',
    about: 'Source of the users; AWS_DIRECTORY_SERVICE when not said of a directory of AWS Directory Service.',
    from: [op.directories],
    values: types,
    read: userIdentityTypeOf,
  },
  'identityCenter.instanceArn': {
    type: 'string',
    about: 'IAM Identity Center instance of the directory; null when it names none.',
    from: [op.directories],
    nullable: true,
    read: ({ directory }) => identityCenterOf(directory),
  },
};
