/** One thing wrong with an input: where it is, what is there, what should be there, and how to mend it. */
export interface Problem {
  /** File with line or JSON path, flag, or endpoint. */
  readonly place: string;
  readonly found: string;
  readonly expected?: string;
  readonly mend: string;
}

export type InputErrorCode = 'usage' | 'snapshot' | 'pack' | 'configuration' | 'baseline' | 'credentials' | 'file';

/**
 * The user's input cannot be used. All problems of one input are reported at once.
 * The command line prints them without a stack trace and exits with status 2.
 */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: InputErrorCode, problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const all = 'place' in problems ? [problems] : problems;
    super(all.map(describeProblem).join('\n'), options);
    this.name = 'InputError';
    this.code = code;
    this.problems = all;
  }
}

const describeProblem = ({ place, found, expected, mend }: Problem): string =>
  `${place}: ${found}${expected === undefined ? '' : `; expected ${expected}`}. ${mend}`;
