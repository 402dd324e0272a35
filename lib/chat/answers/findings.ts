import { type Intent, noFilter } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import type { Answer } from '../reply.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { FindingsData } from './data.ts';
import { findingLine, type OpenFinding, resultData } from './finding.ts';
import { listData, listSection } from './lists.ts';
import { look } from './look.ts';
import { offer } from './offer.ts';
import { nextOf, overviewLines, overviewOf, titleOf } from './overview.ts';

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
  const vocabulary = await parts.memory.vocabulary();
  const data: FindingsData = {
    kind: 'findings',
    ...overview,
    findings: listData(findings, ({ result, firstSeen }) => resultData(result, firstSeen)),
  };
  return {
    reply: {
      mood: overview.outcome,
      title: titleOf(of, overview, looked),
      sections: [
        { lines: overviewLines(of, overview, looked, now) },
        ...listSection('Most severe first', findings, mostFindings, (finding) => findingLine(finding, now)),
      ],
      next: [...whyCommands(findings, mostCommands, vocabulary), ...nextOf(of, overview, looked, now, vocabulary)],
    },
    data,
  };
}

/** Commands that tell more of the first findings, each once. */
export const whyCommands = (findings: readonly OpenFinding[], most: number, vocabulary: Vocabulary): string[] => {
  const asked = findings.map(({ result: { ruleId: rule, subject } }) => ({ rule, subject: subject.id }));
  const distinct = new Map(asked.map(({ rule, subject }) => [`${rule} ${subject}`, { rule, subject }]));
  return [...distinct.values()].slice(0, most).map(({ rule, subject }) => whyCommand(rule, subject, vocabulary));
};

export function whyCommand(rule: string, subject: string, vocabulary: Vocabulary): string {
  // The grammar takes twelve digits for the account that they name, too.
  const accounts = /^\d{12}$/.test(subject) ? [subject] : [];
  return offer({ kind: 'why', rule, subject, of: { ...noFilter, accounts } }, `why ${rule} ${subject}`, vocabulary);
}
