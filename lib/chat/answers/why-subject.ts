import { byCodePoint } from '../../facts/index.ts';
import { statuses } from '../../model/outcome.ts';
import { seen } from '../ages.ts';
import type { Answer } from '../answer.ts';
import type { AnswerParts, Judged } from '../memory.ts';
import { code, type Line, type Section } from '../reply.ts';
import { placeSpans } from './finding.ts';
import { whyCommand } from './findings.ts';
import { listSection } from './lists.ts';
import { nearest } from './rules.ts';
import { emptyData, type Verdict } from './why.ts';

const mostCandidates = 5;
const mostPlaces = 5;

/** Asks back which subject is meant; the worst first. */
export function whichSubject(
  rule: string,
  verdicts: readonly Verdict[],
  judged: readonly Judged[],
  { now }: AnswerParts,
): Answer {
  const sorted = verdicts
    .map(({ result }) => ({ result, rank: statuses.indexOf(result.status) }))
    .sort((a, b) => a.rank - b.rank || byCodePoint(a.result.subject.id, b.result.subject.id));
  const ids = [...new Set(sorted.map(({ result }) => result.subject.id))];
  const counts = statuses.flatMap((status) => {
    const own = verdicts.filter(({ result }) => result.status === status).length;
    return own === 0 ? [] : [`${own} ${status}`];
  });
  const line: Line =
    ids.length === 0
      ? [code(rule), ' has judged nothing where the last snapshots were taken.']
      : [code(rule), ` has several verdicts: ${counts.join(', ')}. Name a subject; the worst are below.`];
  return {
    reply: {
      mood: 'question',
      title: ids.length === 0 ? 'There is nothing to tell of this rule' : 'Which subject is meant?',
      sections: [{ lines: [line] }, ...lookedAt(judged, now)],
      next: ids.length === 0 ? [`explain ${rule}`] : ids.slice(0, mostCandidates).map((id) => whyCommand(rule, id)),
    },
    data: emptyData({ rule, subject: null }, ids.slice(0, mostCandidates)),
  };
}

/** Says what was looked at, and which ids are near. */
export function noSuchSubject(
  rule: string,
  subject: string,
  verdicts: readonly Verdict[],
  judged: readonly Judged[],
  { now }: AnswerParts,
): Answer {
  const near = nearest(
    subject,
    verdicts.map(({ result }) => result.subject.id),
  );
  return {
    reply: {
      mood: 'question',
      title: 'There is no such subject',
      sections: [
        {
          lines: [
            [
              code(rule),
              ' has no verdict on ',
              code(subject),
              near.length === 0 ? '.' : '. The nearest ids are below.',
            ],
          ],
        },
        ...lookedAt(judged, now),
      ],
      next: near.length === 0 ? [`explain ${rule}`] : near.map((id) => whyCommand(rule, id)),
    },
    data: emptyData({ rule, subject }, near),
  };
}

/** Where, and when: what is not in these snapshots may be there all the same. */
const lookedAt = (judged: readonly Judged[], now: Date): Section[] =>
  judged.length === 0
    ? [{ lines: [['No snapshot was found to judge. An audit takes one.']] }]
    : listSection('Looked at', judged, mostPlaces, (each) => [...placeSpans(each), `: ${seen(each.capturedAt, now)}`]);
