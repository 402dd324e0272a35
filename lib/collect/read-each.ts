import type { OperationCoverage } from '../model/coverage.ts';
import { describeFailure, type Failure, RepeatedTokenError, repetitionsOf } from './failure.ts';
import type { Operation, ReadPort } from './operation-reader.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Pages } from './page.ts';

interface PerResource<Part, Item> {
  /** All pages about one resource. */
  readonly pages: (id: string) => Pages<Part>;
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
  { pages, join, unread }: PerResource<Part, Item>,
): Promise<OperationCoverage> {
  const sorted = [...ids].sort();
  const failures = new Map<string, Failure>();
  const progress = { operation: operation.name, pages: 0, items: 0, throttles: 0 };
  const readOne = async (id: string): Promise<void> => {
    const parts = await readParts(operation.name, pages(id), progress);
    if (Array.isArray(parts)) {
      progress.items += 1;
      await port.add(operation.type, join(id, parts));
    } else {
      failures.set(id, parts);
    }
    port.onProgress({ ...progress, status: 'reading' });
  };
  await Promise.all(sorted.map((id) => port.limiter.run(() => readOne(id))));
  const coverage = { operation: operation.name, ...outcome(sorted, failures, unread) };
  port.onProgress({ ...progress, status: coverage.status });
  return coverage;
}

async function readParts<Part>(
  operation: string,
  pages: Pages<Part>,
  progress: { pages: number; throttles: number },
): Promise<Part[] | Failure> {
  const parts: Part[] = [];
  const tokens = new Set<string>();
  try {
    for await (const page of pages) {
      progress.pages += 1;
      progress.throttles += page.throttles;
      parts.push(...page.items);
      if (page.nextToken === undefined) continue;
      if (tokens.has(page.nextToken)) throw new RepeatedTokenError(operation);
      tokens.add(page.nextToken);
    }
    return parts;
  } catch (error) {
    progress.throttles += repetitionsOf(error);
    return describeFailure(error);
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
