/** One answer of a paged operation. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
  /** Calls beyond the first that the SDK needed for this page: throttled, or transient failures. */
  readonly throttles: number;
}

/** Asks for the first page and then for each next one; nothing is asked before it is iterated. */
export type Pages<Item> = AsyncIterable<Page<Item>>;

interface Output {
  readonly NextToken?: string | undefined;
  readonly $metadata?: { readonly attempts?: number | undefined };
}

/**
 * The items of each output of an SDK paginator (or of {@link outputsOf}).
 *
 * @param itemsOf the member that holds the items; absent counts as empty
 */
export async function* pagesOf<O extends Output, Item>(
  outputs: AsyncIterable<O>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): AsyncGenerator<Page<Item>> {
  for await (const output of outputs) {
    yield {
      items: itemsOf(output) ?? [],
      nextToken: output.NextToken || undefined,
      throttles: (output.$metadata?.attempts ?? 1) - 1,
    };
  }
}

/** Follows NextToken for the operations that have no paginator in the SDK. The reader stops on a repeated token. */
export async function* outputsOf<O extends Output>(send: (token: string | undefined) => Promise<O>): AsyncGenerator<O> {
  let token: string | undefined;
  do {
    const output = await send(token);
    yield output;
    token = output.NextToken || undefined;
  } while (token !== undefined);
}
