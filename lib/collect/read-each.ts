import type { OperationCoverage } from '../model/coverage.ts';
import type { ResourceType } from '../snapshot/index.ts';
import { askEach, type EachAnswer, type EachOperation } from './ask-each.ts';
import type { ReadPort } from './operation-reader.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/**
 * Reads an operation that must be asked resource by resource.
 *
 * @param unread operations that were not completely read and could have named more resources
 */
export async function readEach<Part, Item extends object>(
  operation: EachOperation<Part, Item> & { readonly type: ResourceType },
  port: ReadPort,
  ids: Iterable<string>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  return await keepEach(operation, port, await askEach(operation, port, ids), unread);
}

/** Keeps what was read, each item once, and tells how the operation ended. */
export async function keepEach<Item extends object>(
  { name, type, idOf }: Pick<EachOperation<unknown, Item>, 'name' | 'idOf'> & { readonly type: ResourceType },
  port: ReadPort,
  answer: EachAnswer<Item>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const seen = new Set<string | undefined>();
  for (const item of [...answer.read.values()].flat()) {
    const id = idOf(item);
    if (!seen.has(id)) await port.add(type, item);
    seen.add(id);
  }
  const coverage = { operation: name, ...outcomeOfEach(seen.size, answer, unread) };
  port.onProgress({ ...answer.progress, items: seen.size, status: coverage.status });
  return coverage;
}

/** @param count lines that were kept */
export function outcomeOfEach(
  count: number,
  { read, failures }: Pick<EachAnswer<unknown>, 'read' | 'failures'>,
  unread: readonly string[],
): Outcome {
  const unreadIds = [...failures.keys()].sort();
  const first = failures.get(unreadIds[0] ?? '');
  if (first === undefined) return outcomeOf(count, read.size > 0, unread);
  const { status, errorCode, message } = first;
  // `resources` says that nothing else is unknown, so it is left out when more might have been named.
  const resources = unread.length === 0 ? { resources: unreadIds } : {};
  return { status: read.size > 0 ? 'partial' : status, count, errorCode, message, ...resources };
}
