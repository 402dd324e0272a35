import { answer } from '../../../chat/answer.ts';
import { understand } from '../../../chat/understand.ts';
import { InputError } from '../../../model/errors.ts';
import { requestSchema } from '../../steps.ts';
import { type AskStep, type AskStepOutput, replySchema } from '../steps.ts';
import { concludeAudit } from './conclude.ts';
import { unusableReply } from './error.ts';
import { type AskParts, answerPartsOf } from './parts.ts';

/**
 * What a question in a chat comes to, before and after an audit. A configuration that cannot be used is an answer too:
 * asking again would not help.
 *
 * @throws StoreError when the evidence bucket cannot be read
 */
export async function askStep(step: AskStep, parts: AskParts): Promise<AskStepOutput> {
  try {
    return await outputOf(step, parts);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    parts.report(error);
    return replied(unusableReply(error));
  }
}

async function outputOf(step: AskStep, parts: AskParts): Promise<AskStepOutput> {
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
