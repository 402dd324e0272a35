import * as z from 'zod';
import { commands, type Reply } from '../../../chat/index.ts';
import { planInputSchema } from '../../steps.ts';

export const outcomes = ['answered', 'started', 'running', 'failed', 'question', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

export const answerShape = {
  formatVersion: z.literal(1).describe('Members are only ever added within a version'),
  command: z.enum(commands).nullable().describe('null where the request names none that there is'),
  outcome: z.enum(outcomes).describe('What became of the request'),
  text: z.string().describe('The same for people, in lines'),
  run: planInputSchema.shape.run.exactOptional().describe('The audit that was started, or asked about'),
  evidence: z.url().exactOptional().describe('A page of the AWS console that shows the evidence to who may see it'),
};

const answerSchema = z.object({ ...answerShape, data: z.unknown() });
/** What a script gets. `data` differs by command: see `lib/chat/answers/data.ts`. */
export type PlainAnswer = z.output<typeof answerSchema>;

/** What a reply comes to for a script. */
export function outcomeOf({ mood }: Reply): Extract<Outcome, 'answered' | 'failed' | 'question' | 'refused'> {
  return mood === 'question' || mood === 'refused' || mood === 'failed' ? mood : 'answered';
}
