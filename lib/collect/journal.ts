import * as z from 'zod';
import type { Ask } from './ask.ts';
import { CallFailure } from './failure.ts';
import { keyOf } from './journal-key.ts';
import type { Page, PagedRequest } from './page.ts';

/** The time is up. What was read until then is recorded, and no call to AWS is under way. */
export class Interruption extends Error {
  constructor() {
    super('the time is up; what was read is recorded');
    this.name = 'Interruption';
  }
}

export interface JournalParts {
  /** The lines that earlier collections recorded, in any order. */
  readonly recorded: Iterable<string>;
  /** Takes a line, of JSON and without its end, that is new. The page goes on to the collector afterwards. */
  readonly record: (line: string) => Promise<void>;
  /** Asked before each call to AWS. Once it is true, nothing is asked of AWS any more. */
  readonly isTimeUp: () => boolean;
}

/**
 * Records every page that AWS gives or fails to give, and hands out what was recorded before without asking AWS. All
 * that collectors do follows from pages, so a collection that is begun again comes to where the last one stopped.
 *
 * A page is recorded under what was asked and the token that led to it. So it does not matter in which order lines come
 * back, nor whether some were lost or came twice: what is not there is asked again.
 */
export class PageJournal {
  /** Lines as text, by key, each until it was handed out: parsed, a large fleet would take three times the memory. */
  readonly #recorded = new Map<string, string>();
  readonly #record: JournalParts['record'];
  readonly #isTimeUp: JournalParts['isTimeUp'];
  #isOver = false;

  constructor({ recorded, record, isTimeUp }: JournalParts) {
    for (const line of recorded) this.#recorded.set(keyIn(line), line);
    this.#record = record;
    this.#isTimeUp = isTimeUp;
  }

  /** @throws Interruption when a page must be asked of AWS and the time is up; whatever `record` throws */
  readonly ask: Ask = async <Item>(operation: string, request: PagedRequest<Item>, token: string | undefined) => {
    const key = keyOf(operation, request.input, token);
    const recorded = this.#recorded.get(key);
    this.#recorded.delete(key);
    if (recorded !== undefined) return open<Item>(recorded);
    this.#isOver ||= this.#isTimeUp();
    if (this.#isOver) throw new Interruption();
    const line = JSON.stringify({ key, operation, ...(await answerTo(request, token)) });
    await this.#record(line);
    // Also what has just been read goes through JSON: a collector sees dates as text, always or never.
    return open<Item>(line);
  };
}

const failureSchema = z.object({
  failure: z.object({ status: z.enum(['denied', 'failed']), errorCode: z.string(), message: z.string() }),
  throttles: z.int(),
});
const answerSchema = z.union([
  z.object({ page: z.object({ items: z.unknown(), nextToken: z.string().optional(), throttles: z.int() }) }),
  failureSchema,
]);

async function answerTo<Item>(request: PagedRequest<Item>, token: string | undefined): Promise<object> {
  try {
    return { page: await request.page(token) };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return { failure: error.failure, throttles: error.throttles } satisfies z.infer<typeof failureSchema>;
  }
}

/** @throws CallFailure when it was one that was recorded */
function open<Item>(line: string): Page<Item> {
  const answer = answerSchema.parse(JSON.parse(line));
  if ('failure' in answer) throw new CallFailure(answer.failure, answer.throttles);
  const { items, nextToken, throttles } = answer.page;
  // What is in the items was this program's to write, and the facts check what they read of it.
  return { items: z.custom<readonly Item[]>(Array.isArray).parse(items), nextToken, throttles };
}

/** Without parsing the line, which may be megabytes. */
function keyIn(line: string): string {
  const key = /^\{"key":"([0-9a-f]{64})"/.exec(line)?.[1];
  if (key === undefined) throw new Error(`a line of the journal has no key: ${line.slice(0, 100)}`);
  return key;
}
