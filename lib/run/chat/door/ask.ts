import * as z from 'zod';
import { requestSchema } from '../../steps.ts';
import { type AskStepOutput, replySchema } from '../steps.ts';

const outputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), reply: replySchema }),
  z.object({ kind: z.literal('audit'), request: requestSchema }),
]);

/**
 * Reads what function `ask` answered.
 *
 * @throws Error when it is no answer of the step `understand`
 */
export function readAskOutput(answer: unknown): AskStepOutput {
  const read = outputSchema.safeParse(answer);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = ['$', ...(issue?.path ?? [])].map(String).join('.');
  throw new Error(`the function ask gave neither a reply nor an audit: ${place}: ${issue?.message ?? 'unknown'}`);
}
