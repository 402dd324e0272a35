import type { OperationCoverage } from '../model/coverage.ts';
import { allEnded } from './all-ended.ts';
import { type Ask, pagesOf } from './ask.ts';
import { CallFailure, type Failure } from './failure.ts';
import type { Operation, ReadPort } from './operation-reader.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { PagedRequest } from './page.ts';

interface PerResource<Part, Item> {
  /** What is asked about one resource. */
  readonly request: (id: string) => PagedRequest<Part>;
  /** What is kept of a resource that was read to its last page. */
  readonly join: (id: string, parts: readonly Part[]) => Item;
  /** Operations that were not completely read and could have named more resources. */
  readonly unread: readonly string[];
}

/**
 * Reads an operation that must be asked resource by resource. A resource of which only some pages could be read is
 * not kept: its parts would pass for the whole. One that fails does not stop the others.
 */
export async function readEach<Part, Item extends object>(
  operation: Operation<Item>,
  port: ReadPort,
  ids: Iterable<string>,
  { request, join, unread }: PerResource<Part, Item>,
): Promise<OperationCoverage> {
  const sorted = [...ids].sort();
  const failures = new Map<string, Failure>();
  const progress = { operation: operation.name, pages: 0, items: 0, throttles: 0 };
  const readOne = async (id: string): Promise<Item | undefined> => {
    const parts = await readParts(operation.name, port.ask, request(id), progress);
    const isRead = Array.isArray(parts);
    if (isRead) progress.items += 1;
    else failures.set(id, parts);
    port.onProgress({ ...progress, status: 'reading' });
    return isRead ? join(id, parts) : undefined;
  };
  const items = await allEnded(sorted.map((id) => port.limiter.run(() => readOne(id))));
  // In the order of ids, whatever order the answers came in.
  for (const item of items) if (item !== undefined) await port.add(operation.type, item);
  const coverage = { operation: operation.name, ...outcome(sorted, failures, unread) };
  port.onProgress({ ...progress, status: coverage.status });
  return coverage;
}

async function readParts<Part>(
  operation: string,
  ask: Ask,
  request: PagedRequest<Part>,
  progress: { pages: number; throttles: number },
): Promise<Part[] | Failure> {
  const parts: Part[] = [];
  try {
    for await (const page of pagesOf(ask, operation, request)) {
      progress.pages += 1;
      progress.throttles += page.throttles;
      parts.push(...page.items);
    }
    return parts;
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    progress.throttles += error.throttles;
    return error.failure;
  }
}

function outcome(ids: readonly string[], failures: ReadonlyMap<string, Failure>, unread: readonly string[]): Outcome {
  const count = ids.length - failures.size;
  const unreadIds = ids.filter((id) => failures.has(id));
  const first = failures.get(unreadIds[0] ?? '');
  if (first !== undefined) {
    const { status, errorCode, message } = first;
    // `resources` says that nothing else is unknown, so it is left out when more might have been named.
    const resources = unread.length === 0 ? { resources: unreadIds } : {};
    return { status: count > 0 ? 'partial' : status, count, errorCode, message, ...resources };
  }
  return outcomeOf(count, ids.length > 0, unread);
}
