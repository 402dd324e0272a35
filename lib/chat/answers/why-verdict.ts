import { isExcepted } from '../../findings/index.ts';
import { count } from '../../model/lines.ts';
import { statuses } from '../../model/outcome.ts';
import { ago, daysLeft, isStale, seen } from '../ages.ts';
import type { AnswerParts, PlaceMemory } from '../memory.ts';
import { type Answer, code, type Line, type Mood, type Section, strong } from '../reply.ts';
import { name, names, sentence } from './cut.ts';
import type { VerdictData, WhyData } from './data.ts';
import { firstSights, idOf, placeSpans, resultData } from './finding.ts';
import { tooOld } from './health.ts';
import { inline, listData, listSection } from './lists.ts';
import { small, written } from './values.ts';
import type { Verdict } from './why-parts.ts';

const mostVerdicts = 3;
const mostFacts = 20;
const mostActions = 12;
const mostControls = 15;

type Sights = ReadonlyMap<string, string>;

/** Tells the verdicts on one id, worst first: a role's name, or an account's id, may stand in several places. */
export function verdictAnswer(
  rule: string,
  subject: string,
  verdicts: readonly Verdict[],
  places: readonly PlaceMemory[],
  parts: AnswerParts,
): Answer {
  const sights = firstSights(places);
  const rank = ({ result }: Verdict) => statuses.indexOf(result.status) * 2 + Number(isExcepted(result));
  const sorted = verdicts.toSorted((a, b) => rank(a) - rank(b));
  const facts = sorted.length === 1 ? mostFacts : Math.floor(mostFacts / mostVerdicts / 2);
  const [worst] = sorted;
  const data: WhyData = {
    kind: 'why',
    ruleId: rule,
    subject: name(subject),
    verdicts: listData(sorted, (verdict) => verdictData(verdict, sights), 10),
    candidates: [],
  };
  return {
    reply: {
      mood: worst === undefined ? 'neutral' : moodOf(worst, parts.now),
      title: `${rule} on ${subject}: ${worst === undefined ? '' : headline(worst)}`,
      sections: [
        ...sorted.slice(0, mostVerdicts).flatMap((verdict) => sectionsOf(verdict, sights, facts, parts)),
        ...(sorted.length > mostVerdicts
          ? [
              {
                lines: [
                  [
                    `Not told: ${count(sorted.length - mostVerdicts, 'more verdict')} on this id. Name an account or a Region.`,
                  ],
                ],
              },
            ]
          : []),
      ],
      next: [`explain ${rule}`],
      ...(worst === undefined ? {} : { evidence: evidenceOf(worst, parts) }),
    },
    data,
  };
}

const headline = ({ result }: Verdict): string => (isExcepted(result) ? `${result.status}, excepted` : result.status);

/** Reports leave out what is in order. */
const evidenceOf = ({ result: { status }, judged }: Verdict, { evidenceUrl }: AnswerParts) =>
  status === 'COMPLIANT' || status === 'NOT_APPLICABLE'
    ? { link: 'Snapshot of that look', url: evidenceUrl(judged.snapshot) }
    : { link: 'Report of that look', url: evidenceUrl(judged.report) };

function moodOf({ result, judged }: Verdict, now: Date): Mood {
  if (result.status === 'NON_COMPLIANT') return isExcepted(result) ? 'neutral' : 'open';
  if (result.status === 'NOT_APPLICABLE') return 'neutral';
  return result.status === 'COMPLIANT' && !isStale(judged.capturedAt, now) ? 'clean' : 'unsure';
}

function sectionsOf(verdict: Verdict, sights: Sights, facts: number, { now }: AnswerParts): Section[] {
  const { result, judged } = verdict;
  const evidence = Object.entries(result.evidence);
  return [
    {
      lines: [
        [strong(result.status), ` (${result.severity}) in `, ...placeSpans(result.subject), '.'],
        [`The rule wants: ${result.title}.`],
        [result.reason],
        [`Seen as it was ${seen(judged.capturedAt, now)}.${isStale(judged.capturedAt, now) ? ` ${tooOld}` : ''}`],
        ...historyLines(verdict, sights, now),
        ...exceptionLines(verdict, now),
        ...(result.missing.length === 0
          ? []
          : [['Missing IAM actions: ', ...inline(result.missing, mostActions, code), '.']]),
        ...(result.status === 'NON_COMPLIANT' ? [['How to mend: ', result.remediation]] : []),
        ...(result.controls.length === 0
          ? []
          : [['Controls: ', ...inline(result.controls, mostControls, (control) => control), '.']]),
      ],
    },
    ...listSection('Evidence', evidence, facts, ([fact, value]) => [code(fact), ' = ', code(written(value))]),
  ];
}

/** The ledger knows since when; where it and the verdict differ, the policy has changed since the last run. */
function historyLines({ result }: Verdict, sights: Sights, now: Date): Line[] {
  const firstSeen = sights.get(idOf(result));
  const isFinding = result.status === 'NON_COMPLIANT';
  if (firstSeen === undefined) return isFinding ? [['No run has counted it as a finding yet.']] : [];
  if (isFinding) return [[`First found ${seen(firstSeen, now)}.`]];
  return [[`The last run still counts it as an open finding, first found ${ago(firstSeen, now)}.`]];
}

function exceptionLines({ result: { exception } }: Verdict, now: Date): Line[] {
  if (exception === null) return [];
  const { reason, owner, ticket, expires, expired } = exception;
  const whose: Line = [code(owner), ...(ticket === null ? [] : [', ', code(ticket)])];
  if (expired) return [[`Its exception ended on ${expires}, so that it counts again: "${reason}" (`, ...whose, ').']];
  const left = daysLeft(expires, now);
  const until = left === 0 ? 'today' : `${expires} (${count(left, 'day')} left)`;
  return [[`Excepted until ${until}: "${reason}" (`, ...whose, ').']];
}

const verdictData = ({ result, judged }: Verdict, sights: Sights): VerdictData => ({
  ...resultData(result, sights.get(idOf(result)) ?? null),
  ...{ capturedAt: judged.capturedAt, snapshot: judged.snapshot, report: judged.report },
  evidence: Object.fromEntries(
    Object.entries(result.evidence)
      .slice(0, 30)
      .map(([fact, value]) => [name(fact), small(value)]),
  ),
  ...{ missing: names(result.missing), remediation: sentence(result.remediation), controls: names(result.controls) },
});
