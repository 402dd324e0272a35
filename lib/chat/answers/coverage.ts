import { count } from '../../model/lines.ts';
import { ago, isStale } from '../ages.ts';
import type { Intent } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import { type Answer, code, type Line } from '../reply.ts';
import { name, sentence } from './cut.ts';
import type { CoverageData } from './data.ts';
import { placeSpans } from './finding.ts';
import { gapData, gapLine, howReadOf, type OpenGap } from './gap.ts';
import { doubtsOf, type Health, labelOf } from './health.ts';
import { listData, listSection } from './lists.ts';
import { type Look, look } from './look.ts';
import { isKnown, nextOf, nothingKnown, overviewOf, titled } from './overview.ts';

const mostGaps = 15;
const mostPlaces = 10;
const mostNamed = 3;

/** What could not be seen: operations, places, and looks that are too old. */
export async function answerCoverage(
  { of }: Extract<Intent, { kind: 'coverage' }>,
  parts: AnswerParts,
): Promise<Answer> {
  const { now } = parts;
  const everything = { ...of, packs: [], rules: [], severities: [] };
  const looked = await look(everything, parts);
  const { healths, omitted } = looked;
  const overview = overviewOf(looked, now);
  const gaps = healths.flatMap((health) => health.gaps);
  const lost = healths.filter((health) => health.lost !== null);
  const old = healths.filter(({ wholeAt, lost }) => lost === null && (wholeAt === null || isStale(wholeAt, now)));
  const complete = healths.length > 0 && omitted === 0 && gaps.length + lost.length + old.length === 0;
  const data: CoverageData = {
    ...{ kind: 'coverage', complete, gaps: listData(gaps, gapData), lost: listData(lost, lostData) },
    ...{ stale: overview.stale, neverAudited: overview.neverAudited },
  };
  return {
    reply: {
      mood: complete ? 'clean' : 'unsure',
      title: titled(of, titleOf(complete, looked, gaps, lost)),
      sections: [
        ...(complete
          ? [{ lines: [[`Of ${count(healths.length, 'place')}, everything was completely read of late.`]] }]
          : []),
        ...(gaps.length > mostGaps
          ? grouped(gaps, now)
          : listSection('Not completely read', gaps, mostGaps, (gap) => gapLine(gap, now))),
        ...listSection('Lost in the last run', lost, mostPlaces, (health) => [
          ...labelOf(health),
          `: ${health.lost ?? ''}`,
        ]),
        ...listSection('Too old, or never looked at', old, mostPlaces, (health) => oldLine(health, now)),
        ...(gaps.some(({ gap }) => gap.status === 'denied')
          ? [{ lines: [['An operation that was denied is the IAM action that the role of the auditor lacks there.']] }]
          : []),
      ],
      next: nextOf(everything, { ...overview, unread: 0 }, looked, now, await parts.memory.vocabulary()),
    },
    data,
  };
}

function titleOf(complete: boolean, looked: Look, gaps: readonly OpenGap[], lost: readonly Health[]): string {
  if (complete) return 'Everything was read';
  if (!isKnown(looked)) return nothingKnown(looked);
  const places = new Set(gaps.map(({ gap }) => `${gap.accountId} ${gap.region}`)).size;
  const parts = [
    ...(gaps.length === 0
      ? []
      : [`${count(gaps.length, 'operation')} not completely read in ${count(places, 'place')}`]),
    ...(lost.length === 0 ? [] : [`${count(lost.length, 'place')} lost`]),
  ];
  return parts.length === 0
    ? `Of ${count(looked.healths.length, 'place')}, some looks are too old or missing`
    : parts.join(', ');
}

/** Many gaps, by operation and how it was read: most places first. */
function grouped(gaps: readonly OpenGap[], now: Date) {
  const groups = [...Map.groupBy(gaps, ({ gap }) => `${gap.operation} ${gap.status}`).values()].sort(
    (a, b) => b.length - a.length,
  );
  return listSection('Not completely read', groups, mostGaps, (group) => groupLine(group, now));
}

function groupLine(group: readonly OpenGap[], now: Date): Line {
  const [first] = group;
  if (first === undefined) return [];
  const since = group.flatMap(({ firstSeen }) => firstSeen ?? []).sort()[0];
  const codes = [...new Set(group.flatMap(({ gap }) => gap.errorCode ?? []))].slice(0, mostNamed);
  const named = group.slice(0, mostNamed).flatMap(({ gap }, index) => [index === 0 ? ': ' : '; ', ...placeSpans(gap)]);
  return [
    ...[code(first.gap.operation), ` ${howReadOf(first.gap)} in ${count(group.length, 'place')}`],
    ...codes.flatMap((each, index) => [index === 0 ? ' (' : ', ', code(each)]),
    ...(codes.length === 0 ? [] : [')']),
    ...(since === undefined ? [] : [`, first ${ago(since, now)}`]),
    ...named,
    ...(group.length > mostNamed ? [` and ${group.length - mostNamed} more`] : []),
  ];
}

const oldLine = (health: Health, now: Date): Line => [
  ...labelOf(health),
  `: ${doubtsOf({ ...health, gaps: [], unjudged: null }, now).join('; ')}`,
];

const lostData = ({ accountId, region, lost }: Health) => ({
  ...{ accountId: name(accountId), region: name(region), message: sentence(lost ?? '') },
});
