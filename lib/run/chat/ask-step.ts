import { answer } from '../../chat/answer.ts';
import { understand } from '../../chat/understand.ts';
import { requestSchema } from '../steps.ts';
import { concludeAudit } from './ask-conclude.ts';
import { type AskParts, answerPartsOf } from './ask-parts.ts';
import { type AskStep, type AskStepOutput, replySchema } from './steps.ts';

/**
 * What a question in a chat comes to, before and after an audit.
 *
 * @throws StoreError when the evidence bucket cannot be read
 * @throws InputError when the configuration in the evidence bucket is broken
 */
export async function askStep(step: AskStep, parts: AskParts): Promise<AskStepOutput> {
  const answering = await answerPartsOf(parts);
  if (step.step === 'conclude') {
    return replied((await concludeAudit(step.request, step, answering)).reply);
  }
  const understanding = understand(step.text, await answering.memory.vocabulary());
  if (understanding.kind === 'reply') return replied(understanding.reply);
  const { intent } = understanding;
  if (intent.kind === 'audit') return { kind: 'audit', request: requestSchema.parse(intent.request) };
  return replied((await answer(intent, answering)).reply);
}

/** Checked here, where it is made, rather than where it is delivered. */
const replied = (reply: unknown): AskStepOutput => ({ kind: 'reply', reply: replySchema.parse(reply) });
