import * as z from 'zod';
import { readEvent } from '../../read-event.ts';
import type { PlainAnswer } from '../plain/answer.ts';
import { refusal } from '../plain/refusal.ts';
import { type AskStep, type AskStepOutput, askStepSchema } from '../steps.ts';
import { breakdownLine, withoutTrace } from './error.ts';
import { lineOf } from './line.ts';
import type { AskParts } from './parts.ts';
import { askPlain } from './plain.ts';
import { askStep } from './step.ts';
import { askText } from './text.ts';

/** A question in words; the answer is one line of text. */
export const textRequestSchema = z.strictObject({ text: z.string().describe('A question as people type it') });

/**
 * Answers whoever invoked the function: a step of the chat state machine gets the output of a step, a question in words a
 * line of text, a script JSON.
 *
 * @throws StoreError when the evidence bucket or Step Functions cannot be read, but to a question in words
 * @throws InputError when the event of a step, or the configuration in the evidence bucket, is broken, but to a step
 */
export async function ask(event: unknown, parts: AskParts): Promise<AskStepOutput | PlainAnswer | string> {
  if (has(event, 'step')) return await askStep(readStep(event), parts);
  if (has(event, 'text') && !has(event, 'command')) return await answerInALine(event, parts);
  try {
    return await askPlain(event, parts);
  } catch (error) {
    // The caller's script sees that something broke, and why; where in the code is for the log.
    parts.report(error);
    throw withoutTrace(error);
  }
}

/** Never throws, for what Lambda makes of an error is not for people. */
async function answerInALine(event: unknown, parts: AskParts): Promise<string> {
  const request = textRequestSchema.safeParse(event);
  if (!request.success) return lineOf(refusal([notText]));
  try {
    return lineOf(await askText(request.data.text, parts));
  } catch (error) {
    parts.report(error);
    return breakdownLine(error);
  }
}

const notText = {
  place: '$',
  found: 'not a text alone',
  expected: 'an object such as {"text":"status"}',
  mend: 'Put the whole question into "text".',
};

const has = (event: unknown, member: string): boolean =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, member);

const readStep = (event: unknown): AskStep =>
  readEvent(askStepSchema, event, 'Start the chat state machine, which makes the events of its steps.');
