import type { Filter, Intent } from '../intent.ts';
import type { AnswerParts, Where } from '../memory.ts';
import { type Answer, code } from '../reply.ts';
import { resultsNow } from './finding.ts';
import { nearest, noSuchRule, ruleIds, ruleOf, whyNotInForce } from './rules.ts';
import { emptyData, type Verdict } from './why-parts.ts';
import { noSuchSubject, whichSubject } from './why-subject.ts';
import { verdictAnswer } from './why-verdict.ts';

/** What one rule says of one subject, and how it is known: judged anew on the newest snapshots. */
export async function answerWhy(intent: Extract<Intent, { kind: 'why' }>, parts: AnswerParts): Promise<Answer> {
  const { rule: ruleId, of } = intent;
  const rule = ruleOf(ruleId, parts);
  if (rule === undefined) {
    const near = nearest(ruleId, ruleIds(parts));
    return { reply: noSuchRule(ruleId, near, 'why'), data: emptyData(intent, []) };
  }
  const off = whyNotInForce(rule, parts);
  if (off !== undefined) return notInForce(intent, off);
  const vocabulary = await parts.memory.vocabulary();
  const itself = vocabulary.directories.filter(({ id }) => id === intent.subject);
  const where = whereOf({ ...of, directories: [...of.directories, ...itself] });
  const judged = await parts.memory.replay(ruleId, where);
  const verdicts = judged.flatMap((each) =>
    resultsNow(each.results, parts.memory.configuration, parts.now).map((result) => ({ result, judged: each })),
  );
  const subject = intent.subject ?? onlySubject(verdicts);
  if (subject === null) return whichSubject(ruleId, verdicts, judged, parts.now, vocabulary);
  const own = verdicts.filter(({ result }) => result.subject.id === subject);
  if (own.length === 0) return noSuchSubject(rule, subject, verdicts, judged, parts.now, vocabulary);
  return verdictAnswer(ruleId, subject, own, await parts.memory.places(where), parts);
}

/** The subject that a rule without one most likely means: that of its only finding, or its only one at all. */
function onlySubject(verdicts: readonly Verdict[]): string | null {
  const idsOf = (some: readonly Verdict[]) => [...new Set(some.map(({ result }) => result.subject.id))];
  const found = idsOf(verdicts.filter(({ result }) => result.status === 'NON_COMPLIANT'));
  const [only, ...others] = found.length > 0 ? found : idsOf(verdicts);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Directories narrow to where they are. */
const whereOf = ({ directories, accounts, regions }: Filter): Where => ({
  accounts: accounts.length > 0 ? accounts : [...new Set(directories.map(({ accountId }) => accountId))],
  regions: regions.length > 0 ? regions : [...new Set(directories.map(({ region }) => region))],
});

const notInForce = (intent: Extract<Intent, { kind: 'why' }>, off: string): Answer => ({
  reply: {
    mood: 'neutral',
    title: 'The rule is not in force',
    sections: [{ lines: [[code(intent.rule), ` judges nothing. ${off}`]] }],
    next: [`explain ${intent.rule}`],
  },
  data: emptyData(intent, []),
});
