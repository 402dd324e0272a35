import { DeliveryError } from './errors.ts';

/** The outside world of a delivery. */
export interface Postman {
  readonly fetch: typeof globalThis.fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What a platform answered to a message. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

const patienceMilliseconds = 10_000;
/** All waiting for a platform that is asked too much; the step has 90 seconds, and posts to two addresses at most. */
const longestWaitMilliseconds = 20_000;
/** Answers to messages are a few words; those of Slack's API repeat the message. */
const mostAnswerBytes = 256 * 1024;

/**
 * Posts JSON to one address and follows it nowhere else.
 *
 * @param where how errors call it: never the address
 * @returns the answer, whatever its status below 500 but 429
 * @throws DeliveryError when there is none, or it says to come back later than there is time for
 */
export async function postJson(
  where: string,
  url: string,
  message: unknown,
  { fetch, wait }: Postman,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  let left = longestWaitMilliseconds;
  for (;;) {
    const { status, text, retryAfter } = await send(where, fetch, url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(message),
      redirect: 'error',
    });
    if (status >= 500) throw new DeliveryError(`${where} answered with status ${status}`);
    if (status !== 429) return { status, text };
    const pause = pauseOf(retryAfter);
    if (pause > left) throw new DeliveryError(`${where} takes no more for now: it said to wait ${pause / 1000} s`);
    left -= pause;
    await wait(pause);
  }
}

async function send(where: string, fetch: Postman['fetch'], url: string, init: RequestInit) {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMilliseconds) });
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, text: await readSome(response) };
  } catch (error) {
    throw new DeliveryError(`${where} did not answer (${whyOf(error)})`);
  }
}

/** As much of an answer as is worth looking at; no answer is trusted to end. */
async function readSome({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= mostAnswerBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds. A date, or nothing at all, is taken for a moment. */
function pauseOf(retryAfter: string | null): number {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 1;
  return Math.max(seconds, 1) * 1000;
}

/** A code such as ECONNREFUSED, or the name of what was thrown; no message, for it can hold the address. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
