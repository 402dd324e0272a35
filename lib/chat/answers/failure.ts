import type { AuditRequest } from '../intent.ts';
import type { Line, Mood } from '../reply.ts';
import { cut } from './cut.ts';

/** Why an audit failed: the error's name as Step Functions has it, and what was said, in plain words. */
export interface AuditFailure {
  readonly error: string;
  readonly cause: string;
}

/** A failure as people should hear of it. */
export interface ToldFailure {
  readonly mood: Mood;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly next: readonly string[];
}

const mostCause = 600;

/** The command that asked for an audit. */
export const auditCommand = ({ directories = [], accounts = [], regions = [] }: AuditRequest): string =>
  ['audit', ...directories, ...accounts, ...regions].join(' ');

/**
 * What was said of a failure, in one line without a stack trace. JSON is for programs.
 *
 * @returns the error's name where nothing was said
 */
export function plainCause({ error, cause }: AuditFailure): string {
  const said = cause.split(/\n\s+at /)[0] ?? '';
  const line = said.replace(/\s+/g, ' ').trim();
  return line === '' || /^[[{]/.test(line) ? error || 'no reason is known' : cut(line, mostCause);
}

/** Kinds of failure, the most telling first. */
const kinds: readonly {
  readonly matches: RegExp;
  readonly mood: Mood;
  readonly title: string;
  readonly mend: string;
  readonly again: boolean;
}[] = [
  {
    matches: /\bDigestError\b|digest of the run was not published/,
    mood: 'unsure',
    title: 'The audit is done, but its digest was not sent',
    mend: 'What it found is kept: ask for the status or the findings. The digest goes to an SNS topic, which did not take it.',
    again: false,
  },
  {
    matches: /\bInputError\b|^the request: \$/,
    mood: 'refused',
    title: 'The audit was not started',
    mend: 'Correct what is named above, and ask again.',
    again: false,
  },
  {
    matches: /\b(States\.Timeout|TIMED_OUT|ExecutionTimedOut)\b/,
    mood: 'failed',
    title: 'The audit took too long and was stopped',
    mend: 'Ask for less at once, such as one directory. Earlier runs still answer for the status.',
    again: false,
  },
  {
    matches: /throttl|TooManyRequests|LimitExceeded|Rate exceeded/i,
    mood: 'failed',
    title: 'The audit could not go on: AWS asked to slow down',
    mend: 'Too much runs at once in this account. Ask again in a few minutes.',
    again: true,
  },
  {
    matches: /AccessDenied|not authorized/i,
    mood: 'failed',
    title: 'The audit could not go on: a permission is missing',
    mend: 'Whoever runs the auditor must grant its functions what is named above.',
    again: false,
  },
  {
    matches: /\b(ABORTED|States\.Aborted|ExecutionAborted)\b/,
    mood: 'failed',
    title: 'Somebody stopped the audit',
    mend: 'Ask again when nobody minds.',
    again: true,
  },
];

const unforeseen = {
  mood: 'failed' as const,
  title: 'The audit failed',
  mend: 'Ask again. If it fails again, the log of the audit state machine tells more to whoever runs the auditor.',
  again: true,
};

/** Tells a failure: what happened, and what to do. */
export function tell(failure: AuditFailure, request: AuditRequest): ToldFailure {
  const cause = plainCause(failure);
  const both = [failure.error, cause];
  const { mood, title, mend, again } =
    kinds.find(({ matches }) => both.some((text) => matches.test(text))) ?? unforeseen;
  return { mood, title, lines: [[cause], [mend]], next: [...(again ? [auditCommand(request)] : []), 'status'] };
}
