import { allEnded } from './all-ended.ts';
import { pagesOf } from './ask.ts';
import { CallFailure, describeFailure, type Failure, MissingIdError } from './failure.ts';
import type { Operation, ReadPort } from './operation-reader.ts';
import type { PagedRequest } from './page.ts';
import type { Progress } from './progress.ts';

/** An operation that is asked resource by resource. */
export interface EachOperation<Part, Item> extends Pick<Operation<Item>, 'name' | 'idOf' | 'none'> {
  /** What is asked about one resource. */
  readonly request: (id: string) => PagedRequest<Part>;
  /** What is kept of a resource that was read to its last page. */
  readonly join: (id: string, parts: readonly Part[]) => readonly Item[];
}

/** What asking resource by resource came to. */
export interface EachAnswer<Item> {
  /** The items of the resources that were read: in the order of ids, whatever order the answers came in. */
  readonly read: ReadonlyMap<string, readonly Item[]>;
  readonly failures: ReadonlyMap<string, Failure>;
  readonly progress: Omit<Progress, 'status'>;
}

/**
 * Asks about each resource. One that fails does not stop the others. A resource of which only some pages could be read
 * counts as failed: what was read of it would pass for the whole.
 */
export async function askEach<Part, Item>(
  { name, idOf, none = [], request, join }: EachOperation<Part, Item>,
  port: ReadPort,
  ids: Iterable<string>,
): Promise<EachAnswer<Item>> {
  const sorted = [...new Set(ids)].sort();
  const failures = new Map<string, Failure>();
  const progress = { operation: name, pages: 0, items: 0, throttles: 0 };

  async function partsOf(id: string): Promise<Part[]> {
    const parts: Part[] = [];
    try {
      for await (const page of pagesOf(port.ask, name, request(id))) {
        progress.pages += 1;
        progress.throttles += page.throttles;
        parts.push(...page.items);
      }
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      progress.throttles += error.throttles;
      if (!none.includes(error.failure.errorCode)) failures.set(id, error.failure);
    }
    return parts;
  }

  async function askOne(id: string): Promise<readonly Item[]> {
    const parts = await partsOf(id);
    const items = failures.has(id) ? [] : join(id, parts);
    if (items.some((item) => idOf(item) === undefined)) failures.set(id, describeFailure(new MissingIdError(name)));
    if (!failures.has(id)) progress.items += items.length;
    port.onProgress({ ...progress, status: 'reading' });
    return items;
  }

  const answers = await allEnded(sorted.map((id) => port.limiter.run(() => askOne(id))));
  const read = new Map(sorted.map((id, index) => [id, answers[index] ?? []]));
  for (const id of failures.keys()) read.delete(id);
  return { read, failures, progress };
}
