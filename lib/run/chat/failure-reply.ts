import { code, type Reply } from '../../chat/reply.ts';
import { causeOf } from '../digest-cause.ts';
import type { Failure } from './steps.ts';

const longestCause = 600;

/**
 * What whoever asked is told where there is no answer: what happened, and what to do.
 *
 * @param text the question
 * @param failure undefined when nothing is known of it
 */
export function failureReply(text: string, failure: Failure | undefined): Reply {
  const cause = causeOf(failure?.Error ?? '', failure?.Cause ?? '');
  const question = text.trim();
  return {
    mood: 'failed',
    title: 'There is no answer: something went wrong on the way.',
    sections: [
      ...(question === '' ? [] : [{ heading: 'Your question', lines: [[code(question)]] }]),
      { heading: 'What happened', lines: [[cut(cause)]] },
      { heading: 'What to do', lines: [[whatToDo(failure?.Error ?? '')]] },
    ],
    next: question === '' ? ['help'] : [question],
  };
}

const cut = (text: string): string => (text.length > longestCause ? `${text.slice(0, longestCause - 1)}…` : text);

function whatToDo(error: string): string {
  if (/Timeout|TimedOut/i.test(error)) {
    return 'Ask for less, such as one directory, or ask again when AWS answers faster.';
  }
  if (/TooManyRequests|Throttl|LimitExceeded/i.test(error))
    return 'AWS is asked too much just now; ask again in some minutes.';
  return 'Ask again in a minute. If it fails again, show this to whoever runs WorkSpaces Auditor: the execution of its chat state machine tells more.';
}
