import levels from '../../../rules/reference/authorization-levels.json' with { type: 'json' };
import fips from '../../../rules/reference/fips.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { combined, type FactTable, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { isInFedrampScope } from '../joins/resources.ts';
import { eventsByName, type TrailEvent } from '../joins/trail-events.ts';
import * as op from '../operations.ts';
import type { AccountContext } from './context.ts';

interface Call extends TrailEvent {
  readonly host: string;
}

/** Calls of programs to the WorkSpaces API of which the endpoint is known. The console chooses its own. */
function callsOf(estate: Estate): { calls: Call[]; unknown: Unknown | undefined } {
  const events = [...eventsByName(estate).values()].flat();
  const calls = events.flatMap((event) => {
    if ('unknown' in event || event.body.sessionCredentialFromConsole === 'true') return [];
    const host = event.body.tlsDetails?.clientProvidedHostHeader ?? '';
    return /^workspaces(-fips)?\./.test(host) ? [{ ...event, host }] : [];
  });
  const asked = estate.snapshot.resources.CloudTrailLookup.items.some(({ LookupAttributes }) =>
    LookupAttributes.some(({ AttributeValue }) => AttributeValue === 'workspaces.amazonaws.com'),
  );
  // An audit of some directories does not ask, though the calls that changed them may be there.
  const unasked = new Unknown('cloudtrail:LookupEvents was not asked who calls the API of WorkSpaces');
  const unread = asked ? undefined : (estate.unread('CloudTrailEvent') ?? unasked);
  const none =
    calls.length > 0
      ? undefined
      : new Unknown('no event of CloudTrail tells through which endpoint the WorkSpaces API was called');
  return { calls, unknown: combined([unread ?? none].filter(isUnknown)) };
}

const callersBy = (estate: Estate, isWanted: (host: string) => boolean): readonly string[] | Unknown => {
  const { calls, unknown } = callsOf(estate);
  return seen(
    calls.filter(({ host }) => isWanted(host)).map(({ caller, host }) => `${caller} by ${host}`),
    unknown,
  );
};

/** The account under FedRAMP and the DoD SRG: what the Region is authorized for, and who calls by which endpoint. */
export const apiCallerFacts: FactTable<AccountContext> = {
  authorizationLevels: {
    type: 'list',
    about: 'FedRAMP and DoD SRG levels that WorkSpaces can meet in the Region.',
    from: [],
    read: ({ estate }) =>
      sorted(
        Object.entries(levels.regions).flatMap(([level, regions]) => (regions.includes(estate.region) ? [level] : [])),
      ),
  },
  hasFipsApi: {
    type: 'boolean',
    about: 'Whether the WorkSpaces API has a FIPS endpoint in the Region.',
    from: [],
    read: ({ estate }) => fips.endpointRegions.includes(estate.region),
  },
  fedrampDirectoryIds: {
    type: 'list',
    about: 'Registered directories that the parameter fedrampScope claims.',
    from: [op.directories],
    read: ({ estate }) =>
      seen(
        estate.registeredDirectories.map(({ DirectoryId }) => DirectoryId).filter((id) => isInFedrampScope(estate, id)),
        estate.unread('WorkspaceDirectory') ?? estate.limited,
      ),
  },
  'apiCallers.byFips': {
    type: 'list',
    about: 'Programs that called the WorkSpaces API by its FIPS endpoint, in the newest events of CloudTrail.',
    from: [op.cloudTrail],
    read: ({ estate }) => callersBy(estate, (host) => host.startsWith('workspaces-fips.')),
  },
  'apiCallers.byOther': {
    type: 'list',
    about:
      'Programs that called it by its other endpoint; unknown when there are none and no event tells the endpoint.',
    from: [op.cloudTrail],
    read: ({ estate }) => callersBy(estate, (host) => host.startsWith('workspaces.')),
  },
};
