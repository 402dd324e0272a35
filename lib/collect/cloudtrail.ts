import { type CloudTrailClient, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import type { OperationCoverage } from '../model/coverage.ts';
import { pagesOf } from './ask.ts';
import { CallFailure, type Failure } from './failure.ts';
import type { CollectWanted } from './optional-collection.ts';
import type { Outcome } from './outcome.ts';
import { Pace } from './pace.ts';
import { type Page, type PagedRequest, paged } from './page.ts';
import { type Lookup, lookupsFor, nameOf } from './trail-lookups.ts';
import { withKeptMembers } from './trail-members.ts';
import { concerns, type KeptEvent } from './trail-relevance.ts';

const operation = 'cloudtrail:LookupEvents';

/** "The rate of lookup requests is limited to two per second, per account, per Region" (CloudTrail API, LookupEvents). */
const millisecondsPerCall = 500;

/** Ten minutes at that rate, for up to 60,000 events. */
const callsAtMost = 1200;

/** Operations whose resources an event must name to be kept; while one was not read whole, every event is. */
const naming = [
  'workspaces:DescribeWorkspaceDirectories',
  'workspaces:DescribeWorkspaces',
  'workspaces:DescribeIpGroups',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeRouteTables',
];

interface Reading {
  readonly lookup: Lookup;
  readonly pages: AsyncGenerator<Page<KeptEvent>>;
  count: number;
  /** Time of the last event read; events come newest first. */
  oldest: string | undefined;
  isWhole: boolean;
}

/**
 * Events of the last 90 days, the longest that CloudTrail looks back. All lookups go on page by page, so that of a busy
 * account, of which not everything is read, the quiet ones are whole.
 */
export const collectEvents: CollectWanted = async ({ clients, named, port, unread, isLimited, wait }) => {
  const { add, ask, onProgress } = port();
  const client = await clients.cloudTrail();
  const pace = new Pace(millisecondsPerCall, wait);
  const isKept = unread(...naming).length > 0 ? () => true : (event: KeptEvent) => concerns(event, named.ids);
  const readings = lookupsFor({ named, unread, isLimited }).map((lookup): Reading => {
    const pages = pagesOf(ask, operation, requestFor(client, lookup, pace));
    return { lookup, pages, count: 0, oldest: undefined, isWhole: false };
  });
  const callers = new Set<string>();
  const seen = new Set<string>();
  const progress = { operation, pages: 0, items: 0, throttles: 0 };
  let failure: Failure | undefined;

  async function keep(event: KeptEvent, { lookup }: Reading): Promise<void> {
    if (event.EventId === undefined || seen.has(event.EventId)) return;
    if (lookup.pages === undefined ? !isKept(event) : !isNew(callers, callerOf(event))) return;
    seen.add(event.EventId);
    progress.items += 1;
    await add('CloudTrailEvent', event);
  }

  async function readPage(reading: Reading): Promise<void> {
    const { done, value: page } = await reading.pages.next();
    reading.isWhole = done === true;
    if (page === undefined) return;
    reading.count += 1;
    progress.pages += 1;
    progress.throttles += page.throttles;
    for (const event of page.items) {
      reading.oldest = timeOf(event) ?? reading.oldest;
      await keep(event, reading);
    }
    // Known without asking for a page that is not there.
    if (page.nextToken === undefined) reading.isWhole = true;
    onProgress({ ...progress, status: 'reading' });
  }

  const isOpen = ({ lookup, count, isWhole }: Reading): boolean => !isWhole && count < (lookup.pages ?? callsAtMost);
  try {
    for (let open = readings; open.length > 0 && progress.pages < callsAtMost; open = readings.filter(isOpen)) {
      for (const reading of open) if (progress.pages < callsAtMost) await readPage(reading);
    }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    progress.throttles += error.throttles;
    failure = error.failure;
  }
  // Of one that was cut before it gave an event, nothing can be said.
  const read = readings.filter(({ isWhole, oldest }) => isWhole || oldest !== undefined);
  for (const { lookup, oldest, isWhole } of read) {
    await add('CloudTrailLookup', {
      LookupAttributes: [lookup.attribute],
      ...(isWhole ? {} : { StartTime: oldest }),
    });
  }
  const coverage: OperationCoverage = { operation, ...outcomeOf(seen.size + read.length, readings, failure) };
  onProgress({ ...progress, status: coverage.status });
  return [coverage];
};

function outcomeOf(count: number, readings: readonly Reading[], failure: Failure | undefined): Outcome {
  if (failure !== undefined) return { ...failure, count, status: count > 0 ? 'partial' : failure.status };
  const cut = readings.filter(({ lookup, isWhole }) => lookup.pages === undefined && !isWhole);
  if (cut.length === 0) return { status: 'complete', count };
  const ends = cut.map(({ lookup, oldest }) => `${nameOf(lookup)} back to ${oldest ?? 'nothing'}`).join(', ');
  return { status: 'partial', count, message: `Cut after ${callsAtMost} calls: ${ends}` };
}

function requestFor(client: CloudTrailClient, { attribute }: Lookup, pace: Pace): PagedRequest<KeptEvent> {
  const { input, page } = paged(paginateLookupEvents, { client }, { LookupAttributes: [attribute] }, ({ Events }) =>
    // Here already, so that a journal does not hold what a snapshot must not.
    Events?.map(withKeptMembers),
  );
  return {
    input,
    page: async (token) => {
      await pace.turn();
      return await page(token);
    },
  };
}

const timeOf = ({ EventTime }: KeptEvent): string | undefined =>
  EventTime === undefined ? undefined : new Date(EventTime).toISOString();

/** Of a caller that comes by the same endpoint for the same thing, the newest event is enough. */
const callerOf = ({ Username, CloudTrailEvent = '' }: KeptEvent): string =>
  [
    Username,
    ...(CloudTrailEvent.match(
      /"(arn|certificateAuthorityArn|clientProvidedHostHeader|sessionCredentialFromConsole)":"[^"]*"/g,
    ) ?? []),
  ].join();

function isNew(known: Set<string>, item: string): boolean {
  const isIn = known.has(item);
  known.add(item);
  return !isIn;
}
