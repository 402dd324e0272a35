import type { Intent } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import type { Answer } from '../reply.ts';
import type { StatusData } from './data.ts';
import { findingLine } from './finding.ts';
import { healthData, healthLine, worstOf } from './health.ts';
import { listData, listSection } from './lists.ts';
import { look } from './look.ts';
import { command, nextOf, overviewLines, overviewOf, titleOf } from './overview.ts';

const mostPlaces = 10;
/** Of one place a few findings tell more than counts do. */
const mostFindings = 5;

/** What is open, and how well that is known; from what earlier runs left. */
export async function answerStatus({ of }: Extract<Intent, { kind: 'status' }>, parts: AnswerParts): Promise<Answer> {
  const { now } = parts;
  const looked = await look(of, parts);
  const overview = overviewOf(looked, now);
  const healths = worstOf(looked.healths, now);
  const data: StatusData = {
    kind: 'status',
    ...overview,
    places: listData(healths, (health) => healthData(health, now)),
  };
  const { lastRun } = overview;
  const vocabulary = await parts.memory.vocabulary();
  return {
    reply: {
      mood: overview.outcome,
      title: titleOf(of, overview, looked),
      sections: [
        { lines: overviewLines(of, overview, looked, now) },
        ...(healths.length > 1
          ? listSection('Places, worst first', healths, mostPlaces, (health) => healthLine(health, now))
          : listSection('Most severe', looked.findings, mostFindings, (finding) => findingLine(finding, now))),
      ],
      next: [
        ...(looked.findings.length > 0 ? [command('findings', of, vocabulary)] : []),
        ...nextOf(of, overview, looked, now, vocabulary),
      ],
      ...(lastRun === null
        ? {}
        : { evidence: { link: 'Evidence of the last run', url: parts.evidenceUrl(`runs/${lastRun.run}/`) } }),
    },
    data,
  };
}
