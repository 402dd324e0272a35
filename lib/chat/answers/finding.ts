import type { Configuration } from '../../config/index.ts';
import { compareResults } from '../../engine/index.ts';
import { applyExceptions, fingerprint, isExcepted, summarize } from '../../findings/index.ts';
import { count } from '../../model/lines.ts';
import { severities } from '../../model/outcome.ts';
import { placeKey } from '../../model/place.ts';
import type { Result } from '../../model/report.ts';
import { ago } from '../ages.ts';
import type { Filter } from '../intent.ts';
import type { AnswerParts, PlaceMemory } from '../memory.ts';
import { code, type Line, type Span, strong } from '../reply.ts';
import { name, sentence } from './cut.ts';
import type { CountsData, ExceptionMark, ResultData } from './data.ts';

/** A finding that is open, with when it was first found where the ledger knows. */
export interface OpenFinding {
  readonly result: Result;
  readonly firstSeen: string | null;
}

/** The open findings of a place as its ledger remembers them. */
export const openIn = ({ findings }: PlaceMemory): OpenFinding[] =>
  findings.flatMap(({ state, result, firstSeen }) => (state === 'open' ? [{ result, firstSeen }] : []));

/** When findings were first found, by fingerprint. */
export const firstSights = (places: readonly PlaceMemory[]): ReadonlyMap<string, string> =>
  new Map(
    places.flatMap(({ findings }) =>
      findings.flatMap(({ id, state, firstSeen }) => (state === 'open' ? [[id, firstSeen] as const] : [])),
    ),
  );

export const idOf = ({ ruleId, subject }: Result): string => fingerprint(ruleId, subject);

/**
 * Marks findings with the exceptions that hold now. What a run marked is of its own day: since then an exception may
 * have run out, or somebody may have added one.
 *
 * @param groups all at once, because preparing the exceptions costs more than matching them
 */
export function markedNow(
  groups: readonly (readonly OpenFinding[])[],
  { memory, now }: Pick<AnswerParts, 'memory' | 'now'>,
): OpenFinding[][] {
  const results = groups.flatMap((group) => group.map(({ result }) => result));
  const marked = resultsNow(results, memory.configuration, now).values();
  return groups.map((group) =>
    group.map(({ result, firstSeen }) => ({ result: marked.next().value ?? result, firstSeen })),
  );
}

/** The same for results alone. */
export function resultsNow(results: readonly Result[], { exceptions }: Configuration, now: Date): readonly Result[] {
  const capturedAt = now.toISOString();
  const places = new Map(
    results.map(({ subject: { accountId, region } }) => [placeKey({ accountId, region }), { accountId, region }]),
  );
  const snapshots = [...places.values()].map((place) => ({ ...place, capturedAt, sha256: '' }));
  return applyExceptions(results, exceptions, snapshots).results;
}

/** Whether a filter lets a result through; its places and directories are looked at elsewhere. */
export const passes = ({ packs, rules, severities: levels }: Filter, { packId, ruleId, severity }: Result): boolean =>
  isAmong(packs, packId) && isAmong(rules, ruleId) && isAmong(levels, severity);

export const isAmong = <Name>(names: readonly Name[], one: Name): boolean => names.length === 0 || names.includes(one);

/** Most severe first, excepted ones last. */
export const worstFirst = (a: Result, b: Result): number =>
  Number(isExcepted(a)) - Number(isExcepted(b)) || compareResults(a, b);

/** Open findings, validly excepted ones apart. */
export function countsOf(results: readonly Result[]): CountsData {
  const { nonCompliantBySeverity, excepted } = summarize(results);
  const open = severities.reduce((total, severity) => total + nonCompliantBySeverity[severity], 0);
  return { open, bySeverity: nonCompliantBySeverity, excepted };
}

/** Such as `12 (2 critical, 10 high)`. */
export function tally({ open, bySeverity }: Pick<CountsData, 'open' | 'bySeverity'>): string {
  const levels = severities.filter((severity) => bySeverity[severity] > 0);
  const parts = levels.map((severity) => `${bySeverity[severity]} ${severity.toLowerCase()}`);
  return open === 0 ? 'none' : `${open} (${parts.join(', ')})`;
}

/** Such as `12 open findings: 2 critical, 10 high`. */
export const openTitle = (counts: CountsData): string =>
  `${count(counts.open, 'open finding')}: ${tally(counts).replace(/^.*\(|\)$/g, '')}`;

/** Such as `111122223333, us-east-1`; either may be empty, which means all of them. */
export const placeSpans = ({ accountId, region }: { readonly accountId: string; readonly region: string }): Span[] => [
  ...(accountId === '' ? [] : [code(accountId)]),
  ...(accountId === '' || region === '' ? [] : [', ']),
  ...(region === '' ? [] : [code(region)]),
];

/** A finding in one line. */
export function findingLine({ result, firstSeen }: OpenFinding, now: Date): Line {
  const { severity, ruleId, subject, exception } = result;
  return [
    ...[strong(severity), ' ', code(ruleId), ' on ', code(subject.id), ' in ', ...placeSpans(subject)],
    ...(firstSeen === null ? [] : [`, first found ${ago(firstSeen, now)}`]),
    ...(exception === null
      ? []
      : [exception.expired ? `, its exception ended on ${exception.expires}` : exceptedUntil(exception)]),
  ];
}

const exceptedUntil = ({ expires }: ExceptionMark): string => `, excepted until ${expires}`;

/** A result for scripts. */
export function resultData(result: Result, firstSeen: string | null): ResultData {
  const { ruleId, packId, severity, status, title, subject, reason } = result;
  return {
    ...{ ruleId: name(ruleId), packId: name(packId), severity, status, title: sentence(title) },
    ...{ subjectType: subject.type, subjectId: name(subject.id) },
    ...{ accountId: name(subject.accountId), region: name(subject.region) },
    ...{ reason: sentence(reason), exception: exceptionData(result.exception), firstSeen },
  };
}

function exceptionData(exception: Result['exception']): ExceptionMark | null {
  if (exception === null) return null;
  const { reason, owner, ticket, expires, expired } = exception;
  return {
    reason: sentence(reason),
    owner: name(owner),
    ticket: ticket === null ? null : name(ticket),
    expires,
    expired,
  };
}
