import type { Answer } from '../answer.ts';
import type { Intent } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import type { FindingsData } from './data.ts';
import { findingLine, type OpenFinding, resultData } from './finding.ts';
import { listData, listSection } from './lists.ts';
import { look } from './look.ts';
import { isKnown, nextOf, overviewLines, overviewOf, titleOf } from './overview.ts';

const mostFindings = 20;
const mostCommands = 3;

/** The open findings, most severe first. */
export async function answerFindings(
  { of }: Extract<Intent, { kind: 'findings' }>,
  parts: AnswerParts,
): Promise<Answer> {
  const { now } = parts;
  const looked = await look(of, parts);
  const overview = overviewOf(looked, now);
  const { findings } = looked;
  const data: FindingsData = {
    kind: 'findings',
    ...overview,
    findings: listData(findings, ({ result, firstSeen }) => resultData(result, firstSeen)),
  };
  return {
    reply: {
      mood: overview.outcome,
      title: titleOf(of, overview, isKnown(looked)),
      sections: [
        { lines: overviewLines(of, overview, looked, now) },
        ...listSection('Most severe first', findings, mostFindings, (finding) => findingLine(finding, now)),
      ],
      next: [...whyCommands(findings, mostCommands), ...nextOf(of, overview, looked, now)],
    },
    data,
  };
}

/** Commands that tell more of the first findings, each once. */
export const whyCommands = (findings: readonly OpenFinding[], most: number): string[] =>
  [...new Set(findings.map(({ result }) => whyCommand(result.ruleId, result.subject.id)))].slice(0, most);

export const whyCommand = (rule: string, subject: string): string => `why ${rule} ${subject}`;
