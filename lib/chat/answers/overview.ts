import { count } from '../../model/lines.ts';
import { isStale, mostHoursOfAWholeLook, seen } from '../ages.ts';
import { type Filter, noFilter } from '../intent.ts';
import type { LastRun } from '../memory.ts';
import type { Line } from '../reply.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { LastRunData, StatusData } from './data.ts';
import { countsOf, openTitle } from './finding.ts';
import { doubtsOf, type Health, labelOf, outcomeOf, unjudgedClause, unjudgedLine } from './health.ts';
import type { Look } from './look.ts';
import { offer } from './offer.ts';

/** The sum of what is known, and how well. */
export type Overview = Omit<StatusData, 'kind' | 'places'>;

export function overviewOf({ healths, lastRun, findings, omitted }: Look, now: Date): Overview {
  const outcome = outcomeOf(healths, now);
  return {
    outcome: outcome === 'clean' && omitted > 0 ? 'unsure' : outcome,
    ...countsOf(findings.map(({ result }) => result)),
    lastRun: lastRun === undefined ? null : lastRunData(lastRun),
    unread: healths.reduce((total, { gaps }) => total + gaps.length, 0),
    unjudged: healths.reduce((total, { unjudged }) => total + (unjudged ?? 0), 0),
    stale: healths.filter(({ wholeAt }) => wholeAt !== null && isStale(wholeAt, now)).length,
    lost: healths.filter(({ lost }) => lost !== null).length,
    neverAudited: healths.filter(({ wholeAt }) => wholeAt === null).length,
  };
}

const lastRunData = ({ run, finishedAt, lost }: LastRun): LastRunData => ({ run, finishedAt, lost: lost.length });

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** Words that limit a question, as they stand in a command. */
export const wordsOf = (of: Filter): string[] => [
  ...distinct(of.directories.map(({ id }) => id)),
  ...of.accounts,
  ...of.regions,
  ...of.packs,
  ...of.rules,
  ...of.severities.map((severity) => severity.toLowerCase()),
];

/** A command about the same as a question. */
export const command = (kind: 'findings' | 'coverage', of: Filter, vocabulary: Vocabulary): string =>
  offer({ kind, of }, [kind, ...wordsOf(of)].join(' '), vocabulary);

/** A title with what it is about at its beginning. */
export const titled = (of: Filter, text: string): string => {
  const words = wordsOf(of).join(', ');
  return words === '' ? text : `${words}: ${text}`;
};

export function titleOf(of: Filter, overview: Overview, looked: Look): string {
  if (overview.outcome === 'open') return titled(of, openTitle(overview));
  if (overview.outcome === 'clean') return titled(of, 'Clean: nothing is open, and everything was read');
  return titled(of, isKnown(looked) ? 'No open finding is known, but not everything was seen' : nothingKnown(looked));
}

/** How old what is known is, and what is not known; the findings themselves are told elsewhere. */
export function overviewLines(of: Filter, overview: Overview, { healths, omitted }: Look, now: Date): Line[] {
  const { excepted, lastRun, unjudged } = overview;
  const [only, ...others] = healths;
  const doubts = only !== undefined && others.length === 0 ? doubtsOf(only, now) : doubtsIn(overview, healths);
  const unsure = doubts.length === 0 ? [] : [...doubts, ...unjudgedClause(unjudged)];
  const limited = of.packs.length + of.rules.length + of.severities.length > 0;
  return [
    ...(only !== undefined && others.length === 0 ? [[nounOf(only), ...labelOf(only), '.']] : []),
    ...agesOf(healths, now),
    lastRun === null
      ? [healths.length === 0 ? `${noRun} ${firstRun}` : noRun]
      : [`The last run of everything ended ${seen(lastRun.finishedAt, now)}.`],
    ...(excepted === 0 ? [] : [[`Valid exceptions answer for ${count(excepted, 'finding')} more.`]]),
    ...(unsure.length === 0 ? [] : [[`Not known for sure: ${unsure.join('; ')}.`]]),
    ...(unsure.length === 0 && unjudged > 0 ? [unjudgedLine(unjudged)] : []),
    ...(unsure.length + unjudged > 0 && limited ? [['What was not read or judged is counted over all packs.']] : []),
    ...(omitted === 0 ? [] : [[`${count(omitted, 'more directory', 'more directories')} not looked up: name fewer.`]]),
  ];
}

/** Said where nothing of what is asked about was ever looked at. */
export const nothingKnown = ({ healths }: Look): string =>
  healths.length === 0
    ? 'Nothing is known yet: no run has looked anywhere'
    : 'Nothing is known: no run has looked there';

const noRun = 'There was no run of everything yet.';
const firstRun = 'The schedule starts it; until then, audit an account or a Region by name.';

function nounOf({ directory, accountId }: Health): string {
  if (directory !== null) return 'Directory ';
  return accountId === '' ? 'Region ' : 'Account ';
}

const doubtsIn = ({ lost, stale, unread }: Overview, healths: readonly Health[]): string[] => [
  ...(lost === 0 ? [] : [`the last run could not audit ${count(lost, 'place')}`]),
  ...neverAudited(healths.filter((health) => health.wholeAt === null && health.lost === null)),
  ...(stale === 0
    ? []
    : [`the last whole look at ${count(stale, 'place')} was more than ${mostHoursOfAWholeLook} hours ago`]),
  ...(unread === 0 ? [] : [`${count(unread, 'operation')} not completely read`]),
];

const neverAudited = ({ length }: readonly Health[]): string[] =>
  length === 0 ? [] : [`no run has looked at all of ${count(length, 'place')}`];

/** How old what is said is: the oldest and the newest whole look. */
function agesOf(healths: readonly Health[], now: Date): Line[] {
  const later = healths.filter(({ capturedAt, wholeAt }) => wholeAt !== null && timeOf(capturedAt) > timeOf(wholeAt));
  const parts = healths.flatMap(({ capturedAt, wholeAt }) =>
    wholeAt === null && capturedAt !== null ? capturedAt : [],
  );
  const lastPart = parts.sort((a, b) => timeOf(a) - timeOf(b)).at(-1);
  const times = healths.flatMap(({ wholeAt }) => wholeAt ?? []).sort((a, b) => timeOf(a) - timeOf(b));
  const [oldest] = times;
  const newest = times.at(-1);
  const some = [
    ...(later.length === 0 ? [] : [[`Some directories of ${count(later.length, 'place')} were looked at later.`]]),
    ...(lastPart === undefined
      ? []
      : [[`Only some directories of ${count(parts.length, 'place')} were looked at, last ${seen(lastPart, now)}.`]]),
  ];
  if (oldest === undefined || newest === undefined) return some;
  const whole = oldest === newest ? seen(oldest, now) : `between ${seen(oldest, now)} and ${seen(newest, now)}`;
  return [[`Seen as it was ${whole}.`], ...some];
}

const timeOf = (at: string | null): number => (at === null ? 0 : Date.parse(at));

export const isKnown = ({ healths }: Look): boolean => healths.some(({ capturedAt }) => capturedAt !== null);

/** What to send next, by what is missing. */
export function nextOf(of: Filter, overview: Overview, { healths }: Look, now: Date, vocabulary: Vocabulary): string[] {
  const unsure = healths.filter((health) => doubtsOf(health, now).length > 0);
  const again = unsure.filter(({ wholeAt, lost }) => lost !== null || wholeAt === null || isStale(wholeAt, now));
  return [
    ...(healths.length === 0 ? ['help audit'] : []),
    ...(overview.unread > 0 ? [command('coverage', placesOf(of), vocabulary)] : []),
    ...again.slice(0, 2).map((health) => auditOf(health, vocabulary)),
  ];
}

/** Coverage is that of accounts and Regions, where directories are too. */
const placesOf = ({ directories, accounts, regions }: Filter): Filter => ({
  ...noFilter,
  accounts: distinct([...accounts, ...directories.map(({ accountId }) => accountId)]),
  regions: distinct([...regions, ...directories.map(({ region }) => region)]),
});

function auditOf({ directory, accountId, region }: Health, vocabulary: Vocabulary): string {
  if (directory === null) return ['audit', accountId, region].filter((word) => word !== '').join(' ');
  const request = { accounts: [accountId], regions: [region], directories: [directory.id] };
  return offer({ kind: 'audit', request }, `audit ${directory.id}`, vocabulary);
}
