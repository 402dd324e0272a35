import { count } from '../../model/lines.ts';
import { severities } from '../../model/outcome.ts';
import { ago, isStale, mostHoursOfAWholeLook, seen } from '../ages.ts';
import type { LastRun } from '../memory.ts';
import type { Line, Span } from '../reply.ts';
import { code } from '../reply.ts';
import { cut, name, sentence } from './cut.ts';
import type { CountsData, OutcomeData, PlaceData } from './data.ts';
import { type OpenFinding, placeSpans, tally } from './finding.ts';
import type { OpenGap } from './gap.ts';

/** What is known of a place, which is an account and Region or a directory in one, and how well. */
export interface Health {
  readonly accountId: string;
  readonly region: string;
  readonly directory: { readonly id: string; readonly name: string | null } | null;
  /** Of the newest look at any of it. */
  readonly capturedAt: string | null;
  /** Of the newest look at all of it. */
  readonly wholeAt: string | null;
  /** Capture of a newer look at where it was, which did not see it; null where it is in the newest one. */
  readonly absentAt: string | null;
  readonly counts: CountsData;
  /** With valid exceptions too. */
  readonly findings: readonly OpenFinding[];
  readonly gaps: readonly OpenGap[];
  /** Results without a verdict. */
  readonly unjudged: number | null;
  /** Of these, the ones that say themselves what was not read; for a place, its gaps say so. */
  readonly blocked: number;
  /** Why the last run knows nothing of it. */
  readonly lost: string | null;
}

/** Characters of why a place was lost, where it is a clause among others. */
const mostLost = 200;

/**
 * What stands between this and a clean statement beside findings, each as a clause. Results that could not be judged
 * although everything was read do not: they wait for a setting, a baseline or a value that AWS left out, as for the exit
 * status of the command line.
 */
export function doubtsOf(health: Health, now: Date): string[] {
  const { capturedAt, wholeAt, absentAt, gaps, blocked, lost } = health;
  return [
    ...(lost === null ? [] : [`the last run could not audit it (${cut(lost, mostLost)})`]),
    ...(capturedAt === null ? ['no run has looked at it'] : []),
    ...(capturedAt !== null && wholeAt === null ? ['no run has looked at all of it'] : []),
    ...(absentAt === null ? [] : [`a newer look, ${ago(absentAt, now)}, did not see it`]),
    ...(wholeAt !== null && isStale(wholeAt, now)
      ? [`too old to rely on: the last whole look is ${ago(wholeAt, now).replace(/ ago$/, ' old')}`]
      : []),
    ...unreadClause(gaps.length, blocked),
  ];
}

/** What was not completely read, as a clause where there is any. */
export function unreadClause(gaps: number, blocked: number): string[] {
  if (gaps > 0) return [`${count(gaps, 'operation')} not completely read`];
  return blocked > 0 ? ['not everything was read'] : [];
}

/** Results without a verdict, as a clause where there are any. */
export const unjudgedClause = (unjudged: number | null): string[] =>
  unjudged === null || unjudged === 0 ? [] : [`${count(unjudged, 'result')} could not be judged`];

/** Said where nothing but that is unknown. */
export const unjudgedLine = (unjudged: number): Line => [
  `Not judged: ${count(unjudged, 'result')}, for want of a setting, a baseline or a value that AWS left out.`,
];

/** `clean` only where nothing is open, and everything was completely read, and of late. */
export function outcomeOf(healths: readonly Health[], now: Date): OutcomeData {
  if (healths.some(({ counts }) => counts.open > 0)) return 'open';
  return healths.length > 0 && healths.every((health) => doubtsOf(health, now).length === 0) ? 'clean' : 'unsure';
}

/** By open findings, most severe first; then by doubts, then by account and Region. */
export function worstOf(healths: readonly Health[], now: Date): Health[] {
  const doubts = new Map(healths.map((health) => [health, doubtsOf(health, now).length]));
  const of = (health: Health) => doubts.get(health) ?? 0;
  return healths.toSorted((a, b) => bySeverity(a, b) || of(b) - of(a) || compare(keyOf(a), keyOf(b)));
}

function bySeverity({ counts: a }: Health, { counts: b }: Health): number {
  const differing = severities.find((severity) => a.bySeverity[severity] !== b.bySeverity[severity]);
  return differing === undefined ? 0 : b.bySeverity[differing] - a.bySeverity[differing];
}

const keyOf = ({ accountId, region, directory }: Health): string => `${accountId} ${region} ${directory?.id ?? ''}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const labelOf = ({ directory, ...place }: Health): Span[] => {
  if (directory === null) return placeSpans(place);
  const called = directory.name === null ? [] : [' (', code(directory.name), ')'];
  return [code(directory.id), ...called, ' in ', ...placeSpans(place)];
};

/** A place in one line: what is open, how old that is, and what is not known. */
export function healthLine(health: Health, now: Date): Line {
  const { counts, capturedAt, wholeAt } = health;
  const at = wholeAt ?? capturedAt;
  const excepted = counts.excepted === 0 ? '' : `, ${counts.excepted} excepted`;
  const known = capturedAt === null ? [] : [`open findings ${tally(counts)}${excepted}`];
  const aged = at === null ? [] : [`looked at ${seen(at, now)}`];
  return [
    ...labelOf(health),
    `: ${[...known, ...aged, ...doubtsOf(health, now), ...unjudgedClause(health.unjudged)].join('; ')}`,
  ];
}

/** A place for scripts. */
export const healthData = (health: Health, now: Date): PlaceData => ({
  ...{
    accountId: name(health.accountId),
    region: name(health.region),
    directory: health.directory === null ? null : name(health.directory.id),
  },
  ...{ capturedAt: health.capturedAt, wholeAt: health.wholeAt },
  stale: health.wholeAt !== null && isStale(health.wholeAt, now),
  absentAt: health.absentAt,
  ...health.counts,
  ...{ unread: health.gaps.length, unjudged: health.unjudged },
  lost: health.lost === null ? null : sentence(health.lost),
});

/** Why the last run knows nothing of a place; null when it does. */
export const whyLost = (lastRun: LastRun | undefined, place: { accountId: string; region: string }): string | null =>
  lastRun?.lost.find(({ accountId, region }) => accountId === place.accountId && region === place.region)?.message ??
  null;

/** Said of one look that is. */
export const tooOld = `That is more than ${mostHoursOfAWholeLook} hours, too old to rely on.`;
