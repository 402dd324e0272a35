import type { AnswerParts, Memory } from '../../../chat/index.ts';
import type { Audits } from './executions.ts';

/** What function `ask` is handed. */
export interface AskParts {
  /** Read only when a question needs it. */
  readonly memory: () => Promise<Memory>;
  readonly audits: Audits;
  /** The name of an audit that this invocation starts; the same when Lambda repeats the invocation. */
  readonly run: string;
  /** Milliseconds until Lambda ends this invocation. */
  readonly remaining: () => number;
  readonly evidenceUrl: AnswerParts['evidenceUrl'];
  /** Writes an unexpected error to the log. */
  readonly report: (error: unknown) => void;
}

export const answerPartsOf = async ({ memory, audits, evidenceUrl }: AskParts): Promise<AnswerParts> => ({
  memory: await memory(),
  now: audits.clock(),
  evidenceUrl,
});
