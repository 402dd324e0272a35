import type { AuditRequest } from '../intent.ts';
import { code, type Line, type Mood } from '../reply.ts';
import { commandOf } from '../understand/command-of.ts';
import { cut } from './cut.ts';
import { inline } from './lists.ts';

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
const mostNames = 5;

/** The command that asked for an audit. */
export const auditCommand = (request: AuditRequest): string => commandOf({ kind: 'audit', request });

/** What an audit was asked for, in one line; nothing where that is not known. */
export function askedFor(request: AuditRequest): Line[] {
  const names = namesIn(request);
  return names.length === 0 ? [] : [['Asked for: ', ...inline(names, mostNames, code), '.']];
}

const namesIn = ({ directories = [], accounts = [], regions = [] }: AuditRequest): string[] => [
  ...directories,
  ...accounts,
  ...regions,
];

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
    mend: 'Correct what is wrong, and ask again.',
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
    mend: 'Whoever runs the auditor must grant it to the auditor.',
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
  const kind = kinds.find(({ matches }) => matches.test(failure.error) || matches.test(cause));
  const { mood, title, mend, again } = kind ?? unforeseen;
  // The bare name of an error that is known says less than the title.
  const said = kind !== undefined && cause === failure.error ? [] : [[cause]];
  const instead = mood === 'refused' ? 'help audit' : 'status';
  return { mood, title, lines: [...said, [mend]], next: [...(again ? [auditCommand(request)] : []), instead] };
}
