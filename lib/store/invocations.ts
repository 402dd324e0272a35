import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

/** A function threw, or could not be asked. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
}

const thrownSchema = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() });

/**
 * Asks a function and waits for its answer, for a while.
 *
 * @param payload becomes JSON
 * @returns the answer, parsed; undefined when the patience is over, whereupon the function still goes on
 * @throws InvocationError
 */
export async function invokeFunction(
  client: LambdaClient,
  name: string,
  payload: unknown,
  patienceMilliseconds: number,
): Promise<{ readonly answer: unknown } | undefined> {
  const abortSignal = AbortSignal.timeout(patienceMilliseconds);
  try {
    const command = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) });
    const { FunctionError, Payload } = await client.send(command, { abortSignal });
    const answer = parse(Payload?.transformToString() ?? '');
    if (FunctionError !== undefined) throw new InvocationError(`${name} failed: ${whyOf(answer)}`);
    return { answer };
  } catch (error) {
    if (abortSignal.aborted) return undefined;
    if (error instanceof InvocationError || !(error instanceof Error)) throw error;
    const message = `lambda:InvokeFunction of ${name} failed: ${error.name}: ${error.message}`;
    throw new InvocationError(message, { cause: error });
  }
}

/** What a function answers is JSON, or nothing where it returns nothing. */
const parse = (text: string): unknown => (text === '' ? null : JSON.parse(text));

function whyOf(answer: unknown): string {
  const { errorType, errorMessage } = thrownSchema.safeParse(answer).data ?? {};
  return [errorType, errorMessage].filter((text) => text !== undefined).join(': ') || 'it does not say why';
}
