import { createHash } from 'node:crypto';
import type { ReadSecret } from '../../../store/secrets.ts';
import type { ChatSettings } from '../settings.ts';
import type { AskStepOutput, Question } from '../steps.ts';

/** A structured log. No body, header, secret or address that takes an answer goes into it. */
export interface ChatLog {
  readonly info: (message: string, fields: Record<string, unknown>) => void;
  readonly warn: (message: string, fields: Record<string, unknown>) => void;
  readonly error: (message: string, fields: Record<string, unknown>) => void;
}

/** What the front door works with. */
export interface DoorParts {
  readonly settings: ChatSettings;
  readonly readSecret: ReadSecret;
  /** false when it was marked before. */
  readonly mark: (id: string) => Promise<boolean>;
  /** Starts the chat state machine once for each name. */
  readonly start: (name: string, question: Question) => Promise<'started' | 'already'>;
  /** What `ask` makes of a text; undefined when that took longer than the patience. */
  readonly ask: (text: string, patienceMilliseconds: number) => Promise<AskStepOutput | undefined>;
  readonly clock: () => Date;
  readonly log: ChatLog;
}

/**
 * The name of the execution that answers a message: the same when the platform sends the message again, and at most 80
 * characters, as Step Functions allows.
 *
 * @param id of the message, as its platform gives it
 */
export const executionName = (platform: 'slack' | 'teams', id: string): string =>
  `chat-${createHash('sha256').update(`${platform} ${id}`).digest('hex').slice(0, 40)}`;

/** What the log keeps of something that was thrown: never the stack, nor what it was caused by. */
export const traceOf = (error: unknown): { readonly error: string; readonly found: string } =>
  error instanceof Error
    ? { error: error.name, found: error.message }
    : { error: typeof error, found: 'something was thrown that is no error' };
