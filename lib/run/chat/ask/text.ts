import { answer } from '../../../chat/answer.ts';
import { type AuditRequest, code, type Reply } from '../../../chat/index.ts';
import { understand } from '../../../chat/understand.ts';
import { newAudit, progressReply } from './audit.ts';
import { concludeAudit } from './conclude.ts';
import { type AskParts, answerPartsOf } from './parts.ts';

/**
 * Amazon Q Developer in chat applications gives up on a command after 15 seconds, of which a cold start and the reading
 * of the memory before and after take some.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/intro-to-the-aws-cli-in-slack.html
 */
export const textPatienceMilliseconds = 6_000;

/**
 * Answers a question as people type it. An audit that takes longer than whoever asks would wait goes on by itself.
 *
 * @throws StoreError when the evidence bucket or Step Functions cannot be read
 */
export async function askText(text: string, parts: AskParts): Promise<Reply> {
  const answering = await answerPartsOf(parts);
  const understanding = understand(text, await answering.memory.vocabulary());
  if (understanding.kind === 'reply') return understanding.reply;
  const { intent } = understanding;
  if (intent.kind !== 'audit') return (await answer(intent, answering)).reply;
  return await auditByText(intent.request, parts);
}

async function auditByText(request: AuditRequest, parts: AskParts): Promise<Reply> {
  const { clock } = parts.audits;
  const end = clock().getTime() + textPatienceMilliseconds;
  const progress = await newAudit(request, parts, () => end - clock().getTime());
  if (progress.kind !== 'done') {
    return progressReply(progress, [
      ['Its digest arrives where the digest topic is subscribed, and ', code('status'), ' knows it when it is done.'],
    ]);
  }
  return (await concludeAudit(progress.request, progress, await answerPartsOf(parts))).reply;
}
