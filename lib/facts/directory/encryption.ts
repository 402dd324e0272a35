import fips from '../../../rules/reference/fips.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, present } from '../define.ts';
import { encryptionModeOf, encryptionModes } from '../joins/directories.ts';
import { samlStatuses, samlStatusOf } from '../joins/saml-status.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';
import { relayStateOf } from './relay-state.ts';
/** Endpoint encryption, and the sign-in that goes with it. */
export const encryptionFacts: FactTable<DirectoryContext> = {
  endpointEncryptionMode: {
    type: 'string',
    about: 'Endpoint encryption mode; unknown when the answer leaves it out.',
    from: [op.directories],
    values: encryptionModes,
    read: ({ directory }) => encryptionModeOf(directory),
  },
  'baseline.endpointEncryptionMode': {
    type: 'string',
    about: 'The mode that the baseline recorded; null when it recorded none for this directory.',
    from: [op.directories],
    nullable: true,
    read: ({ estate, directory }) => {
      if (estate.baseline === undefined) return new Unknown('no baseline of this account and Region is given');
      const earlier = estate.baseline.index.directories.get(directory.DirectoryId);
      if (earlier !== undefined) return earlier.EndpointEncryptionMode ?? null;
      const unread = estate.baseline.unread('WorkspaceDirectory');
      return unread === undefined ? null : new Unknown(`in the baseline, ${unread.reason}`);
    },
  },
  'saml.status': {
    type: 'string',
    about: 'Whether SAML 2.0 sign-in is on; DISABLED when never set.',
    from: [op.directories],
    values: samlStatuses,
    read: ({ directory }) => samlStatusOf(directory),
  },
  'saml.relayState.region': {
    type: 'string',
    about: 'Region of the WorkSpaces relay state in the user access URL; unknown when the URL carries none.',
    from: [op.directories],
    read: (context) => read(context, 'region'),
  },
  'saml.relayState.service': {
    type: 'string',
    about: 'Sign-in service that the relay state names.',
    from: [op.directories],
    values: ['euc-sso-fips', 'euc-sso'],
    read: (context) => read(context, 'service'),
  },
  regionFipsRelayState: {
    type: 'string',
    about: "Host of the Region's FIPS relay state; null in a Region without one.",
    from: [],
    nullable: true,
    read: ({ estate }) =>
      Object.entries(fips.relayStateHosts).find(([region]) => region === estate.region)?.[1] ?? null,
  },
};

function read(context: DirectoryContext, member: 'region' | 'service'): string | Unknown {
  const url = present(context.directory.SamlProperties?.UserAccessUrl, pathOf(context, 'SamlProperties.UserAccessUrl'));
  if (isUnknown(url)) return url;
  const relayState = relayStateOf(url);
  return (
    relayState?.[member] ??
    new Unknown('UserAccessUrl carries no WorkSpaces relay state: compare the one at the identity provider')
  );
}
