import { bound } from './answers/bound.ts';
import { answerCoverage } from './answers/coverage.ts';
import { answerExceptions } from './answers/exceptions.ts';
import { answerExplain } from './answers/explain.ts';
import { answerFindings } from './answers/findings.ts';
import { answerHelp } from './answers/help.ts';
import { answerStatus } from './answers/status.ts';
import { answerWhy } from './answers/why.ts';
import type { Intent } from './intent.ts';
import type { AnswerParts } from './memory.ts';
import type { Answer } from './reply.ts';

/** What can be answered from what earlier runs left; an audit comes first, and `conclude` tells what came of it. */
export type Answerable = Exclude<Intent, { readonly kind: 'audit' }>;

/**
 * Answers a question. Reads the memory and changes nothing.
 *
 * @throws StoreError when the evidence bucket cannot be read
 */
export async function answer(intent: Answerable, parts: AnswerParts): Promise<Answer> {
  const { reply, data } = await answerOf(intent, parts);
  return { reply: bound(reply), data };
}

function answerOf(intent: Answerable, parts: AnswerParts): Promise<Answer> {
  switch (intent.kind) {
    case 'status':
      return answerStatus(intent, parts);
    case 'findings':
      return answerFindings(intent, parts);
    case 'explain':
      return answerExplain(intent, parts);
    case 'why':
      return answerWhy(intent, parts);
    case 'exceptions':
      return answerExceptions(intent, parts);
    case 'coverage':
      return answerCoverage(intent, parts);
    case 'help':
      return answerHelp(intent, parts);
  }
}
