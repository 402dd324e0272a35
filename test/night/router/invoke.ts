import type { EmulatedFunction } from '../lambda/function.ts';
import type { Faults } from './faults.ts';

/** An answer of Lambda's Invoke. */
export interface Invocation {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `/2015-03-31/functions/<name or ARN>/invocations` @returns the name; undefined for other paths */
export function invokedName(path: string): string | undefined {
  const named = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path)?.[1];
  return named === undefined ? undefined : decodeURIComponent(named).split(':').at(-1);
}

/** Lambda's side of an invocation, which the emulator leaves out. */
export async function invoke(
  name: string,
  event: string,
  functions: ReadonlyMap<string, EmulatedFunction>,
  { unavailable }: Faults,
): Promise<Invocation> {
  const left = unavailable.get(name) ?? 0;
  if (left > 0) {
    unavailable.set(name, left - 1);
    return refusal(500, 'ServiceException', 'The service encountered an internal error');
  }
  const emulated = functions.get(name);
  if (emulated === undefined) return refusal(404, 'ResourceNotFoundException', `Function not found: ${name}`);
  const body = await emulated.invoke(event);
  // The emulator does not say whether the function threw.
  const threw = body.startsWith('{"errorType":') ? { 'x-amz-function-error': 'Unhandled' } : {};
  return { status: 200, headers: { ...headers, ...threw }, body };
}

/** moto's engine fails on an error without an id of its request. */
const headers = { 'content-type': 'application/json', 'x-amzn-requestid': 'night' };

const refusal = (status: number, type: string, message: string): Invocation => ({
  ...{ status, headers: { ...headers, 'x-amzn-errortype': type } },
  body: JSON.stringify({ Type: 'Service', message }),
});
