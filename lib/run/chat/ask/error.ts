import { bound } from '../../../chat/answers/bound.ts';
import type { Reply } from '../../../chat/index.ts';
import { InputError } from '../../../model/errors.ts';
import { cut } from '../../../model/text.ts';
import { problemSection } from '../plain/refusal.ts';
import { lineLength } from './line.ts';

/** An error of which Lambda tells the caller name and message, not the places in our code. */
export function withoutTrace(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const told = new Error(error.message);
  told.name = error.name;
  // Lambda splits the stack into the lines of the answer's `trace`, and needs one.
  told.stack = `${error.name}: ${error.message}`;
  return told;
}

/** What happened and what to do, for whoever asked in words. */
export function breakdownLine(error: unknown): string {
  const message = error instanceof Error ? error.message : 'no reason is known';
  const mend =
    error instanceof InputError
      ? 'Whoever keeps the configuration can mend it.'
      : 'Ask again in a minute; if it stays so, the log of the function says more.';
  return `This could not be answered. ${mend} | ${cut(message, lineLength - 200)}`;
}

/** The same as a reply: each problem with its place and its mend. */
export const unusableReply = ({ problems }: InputError): Reply =>
  bound({
    mood: 'failed',
    title: 'There is no answer: the configuration or a rule pack cannot be used.',
    sections: [
      problemSection(problems),
      { lines: [['Nothing can be judged until then. Whoever keeps the configuration can mend it; then ask again.']] },
    ],
    next: [],
  });
