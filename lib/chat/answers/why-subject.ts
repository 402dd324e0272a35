import type { Rule } from '../../engine/index.ts';
import { byCodePoint } from '../../facts/index.ts';
import { listedBy } from '../../findings/proof.ts';
import { statuses } from '../../model/outcome.ts';
import { seen } from '../ages.ts';
import type { Judged } from '../memory.ts';
import { type Answer, code, type Line, type Section } from '../reply.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { placeSpans } from './finding.ts';
import { whyCommand } from './findings.ts';
import { gapLine } from './gap.ts';
import { listSection } from './lists.ts';
import { nearest } from './rules.ts';
import { emptyData, type Verdict } from './why-parts.ts';

const mostCandidates = 5;
const mostPlaces = 5;
const mostGaps = 6;

/** Asks back which subject is meant; the worst first. */
export function whichSubject(
  rule: string,
  verdicts: readonly Verdict[],
  judged: readonly Judged[],
  now: Date,
  vocabulary: Vocabulary,
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
      next:
        ids.length === 0
          ? [`explain ${rule}`]
          : ids.slice(0, mostCandidates).map((id) => whyCommand(rule, id, vocabulary)),
    },
    data: emptyData({ rule, subject: null }, ids.slice(0, mostCandidates)),
  };
}

/** Says what was looked at, and which ids are near; one that could not be listed may be there all the same. */
export function noSuchSubject(
  { id: rule, subject: type }: Rule,
  subject: string,
  verdicts: readonly Verdict[],
  judged: readonly Judged[],
  now: Date,
  vocabulary: Vocabulary,
): Answer {
  const listing = new Set(listedBy[type]);
  const unread = judged
    .flatMap(({ coverage }) => coverage)
    .filter(({ status, operation }) => status !== 'skipped' && listing.has(operation));
  const near = nearest(
    subject,
    verdicts.map(({ result }) => result.subject.id),
  );
  return {
    reply: {
      mood: unread.length === 0 ? 'question' : 'unsure',
      title:
        unread.length === 0
          ? 'There is no such subject'
          : `${rule} on ${subject}: not known, for not everything was read`,
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
        ...listSection('Not completely read', unread, mostGaps, (gap) => gapLine({ gap, firstSeen: null }, now)),
      ],
      next: [
        ...(near.length === 0
          ? [`explain ${rule}`]
          : near
              .map((id) => whyCommand(rule, id, vocabulary))
              .slice(0, unread.length === 0 ? mostCandidates : mostCandidates - 1)),
        ...(unread.length === 0 ? [] : ['coverage']),
      ],
    },
    data: emptyData({ rule, subject }, near),
  };
}

/** Where, and when: what is not in these snapshots may be there all the same. */
const lookedAt = (judged: readonly Judged[], now: Date): Section[] =>
  judged.length === 0
    ? [{ lines: [['No snapshot was found to judge. An audit takes one.']] }]
    : listSection('Looked at', judged, mostPlaces, (each) => [...placeSpans(each), `: ${seen(each.capturedAt, now)}`]);
