import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { type FactTable, known, present } from '../define.ts';
import { isConfigured, type Radius, radiusOf } from '../joins/radius.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** AWS Directory Service says Completed where the guide says Enabled. */
const statuses = ['Completed', 'Creating', 'Failed'];

const from = [op.directories, op.descriptions];

/** Reads RADIUS, or says why it is not known. */
const ofRadius =
  <T>(read: (radius: Radius) => T | Unknown) =>
  ({ estate, directory }: DirectoryContext): T | Unknown => {
    const radius = radiusOf(estate, directory);
    return isUnknown(radius) ? radius : read(radius);
  };

const setting = (member: 'RadiusTimeout' | 'RadiusRetries' | 'RadiusPort', about: string) => ({
  type: 'number' as const,
  about,
  from,
  read: ofRadius(({ RadiusSettings, path }) => present(RadiusSettings?.[member], `${path}.RadiusSettings.${member}`)),
});

/** Multi-factor authentication by a RADIUS server; of a shared directory its owner's. */
export const radiusFacts: FactTable<DirectoryContext> = {
  'radius.configured': {
    type: 'boolean',
    about: 'Whether RADIUS was set up, in whatever state it is.',
    from,
    read: ofRadius(isConfigured),
  },
  'radius.status': {
    type: 'string',
    about: 'State of the RADIUS set-up; null when there is none. Unknown when servers are named without a state.',
    from,
    values: statuses,
    nullable: true,
    read: ofRadius((radius) =>
      isConfigured(radius) ? known(radius.RadiusStatus, statuses, `${radius.path}.RadiusStatus`) : null,
    ),
  },
  'radius.timeoutSeconds': setting('RadiusTimeout', 'Seconds to wait for an answer of the RADIUS server.'),
  'radius.retries': setting('RadiusRetries', 'How often the RADIUS server is asked again after the first attempt.'),
  'radius.port': setting('RadiusPort', 'UDP port of the RADIUS server.'),
  'radius.protocol': {
    type: 'string',
    about: 'Authentication protocol of the RADIUS server, such as MS-CHAPv2; any name counts as known.',
    from,
    read: ofRadius(({ RadiusSettings, path }) =>
      present(RadiusSettings?.AuthenticationProtocol, `${path}.RadiusSettings.AuthenticationProtocol`),
    ),
  },
};
