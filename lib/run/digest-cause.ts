import * as z from 'zod';

/** What Lambda says of an error that a function threw; its stack trace is for the function's log. */
const lambdaCause = z.looseObject({ errorMessage: z.string().trim().min(1) });

/**
 * Why a step failed, for people: what the function said, or the name that Step Functions has for it, such as
 * `States.Timeout`.
 *
 * @param error name of the error
 * @param cause as Step Functions hands it on: JSON of Lambda's, a text, or nothing
 * @returns one line
 */
export function causeOf(error: string, cause: string): string {
  const thrown = lambdaCause.safeParse(jsonOf(cause));
  if (thrown.success)
    return thrown.data.errorMessage
      .split('\n')
      .map((line) => line.trim())
      .join(' ');
  const [line = ''] = cause.trim().split('\n');
  // JSON that is not Lambda's is for programs.
  if (line === '' || /^[[{]/.test(line)) return error || 'no reason is known';
  return error === '' ? line : `${error}: ${line}`;
}

/** @returns undefined for what is no JSON */
export function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
