import { Unknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';
import { certificateBasedAuthOf, certificateBasedAuthStatuses } from '../joins/certificate-authentication.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Certificate-based authentication, and what the organization says of the sign-in before it. */
export const certificateAuthenticationFacts: FactTable<DirectoryContext> = {
  'certificateBasedAuth.status': {
    type: 'string',
    about: 'Whether certificate-based authentication is on; DISABLED when never set.',
    from: [op.directories],
    values: certificateBasedAuthStatuses,
    read: ({ directory }) => certificateBasedAuthOf(directory),
  },
  identityProviderEnforcesMfa: {
    type: 'boolean',
    about:
      'Whether the parameter idpMfaAttested says that the identity provider enforces MFA; unknown while it is null.',
    from: [],
    read: ({ estate }) =>
      estate.parameters.idpMfaAttested ??
      new Unknown(
        'no API tells whether the identity provider enforces MFA, and the parameter idpMfaAttested does not say it',
      ),
  },
};
