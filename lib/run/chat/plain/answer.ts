import * as z from 'zod';
import { type Command, commands, type Reply } from '../../../chat/index.ts';
import { planInputSchema } from '../../steps.ts';

export const outcomes = ['answered', 'started', 'running', 'failed', 'question', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a script gets. `data` differs by command: see `plain-data.ts`. */
export interface PlainAnswer {
  readonly formatVersion: 1;
  /** null where the request names none that there is. */
  readonly command: Command | null;
  readonly outcome: Outcome;
  /** The same for people, in lines. */
  readonly text: string;
  readonly data: unknown;
  /** The audit that was started, or asked about. */
  readonly run?: string;
  /** A page of the console that shows the evidence to who may see it. */
  readonly evidence?: string;
}

export const answerShape = {
  formatVersion: z.literal(1).describe('Members are only ever added within a version'),
  command: z.enum(commands).nullable().describe('null where the request names none that there is'),
  outcome: z.enum(outcomes).describe('What became of the request'),
  text: z.string().describe('The same for people, in lines'),
  run: planInputSchema.shape.run.optional().describe('The audit that was started, or asked about'),
  evidence: z.url().optional().describe('A page of the AWS console that shows the evidence to who may see it'),
};

/** What a reply comes to for a script. */
export function outcomeOf({ mood }: Reply): Extract<Outcome, 'answered' | 'failed' | 'question' | 'refused'> {
  return mood === 'question' || mood === 'refused' || mood === 'failed' ? mood : 'answered';
}
