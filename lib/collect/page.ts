import { CallFailure } from './failure.ts';

/** One answer of a paged operation. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
  /** Calls beyond the first that the SDK needed for this page: throttled, or transient failures. */
  readonly throttles: number;
}

/** One question to AWS, whose answer comes in pages. */
export interface PagedRequest<Item> {
  /** What is asked, whatever the page: it tells the requests of an operation apart. */
  readonly input: object;
  /**
   * Asks for one page: the first, or the one that a token leads to.
   *
   * @throws CallFailure when AWS does not answer
   */
  readonly page: (token: string | undefined) => Promise<Page<Item>>;
}

interface Output {
  readonly NextToken?: string | undefined;
  readonly $metadata?: { readonly attempts?: number | undefined };
}

type Paginate<Client, Input, O> = (
  config: { client: Client; pageSize?: number; startingToken?: string },
  input: Input,
) => AsyncIterable<O>;

/**
 * A request to an operation that has a paginator in the SDK.
 *
 * @param pageSize only where AWS does not give its largest pages by itself
 * @param itemsOf the member that holds the items; absent counts as empty
 */
export function paged<Client, Input extends object, O extends Output, Item>(
  paginate: Paginate<Client, Input, O>,
  { client, pageSize }: { readonly client: NoInfer<Client>; readonly pageSize?: number },
  input: NoInfer<Input>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): PagedRequest<Item> {
  // The paginator knows what the operation calls its token and page size; the order of pages is the reader's matter. It
  // writes into the input that it is handed.
  const config = pageSize === undefined ? { client } : { client, pageSize };
  const outputs = (token: string | undefined) =>
    paginate(token === undefined ? config : { ...config, startingToken: token }, { ...input });
  return { input, page: (token) => pageOf(first(outputs(token)), itemsOf) };
}

/**
 * A request to an operation that has no paginator in the SDK, or no pages.
 *
 * @param send sends the input, to which the token of a later page is added
 * @param itemsOf the items of an answer; absent counts as empty
 */
export function asked<Input extends object, O extends Output, Item>(
  input: Input,
  send: (input: Input & { NextToken?: string }) => Promise<O>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): PagedRequest<Item> {
  const sent = (token: string | undefined) => send(token === undefined ? input : { ...input, NextToken: token });
  return { input, page: (token) => pageOf(sent(token), itemsOf) };
}

async function first<O>(outputs: AsyncIterable<O>): Promise<O> {
  for await (const output of outputs) return output;
  throw new Error('the SDK asked for no page');
}

async function pageOf<O extends Output, Item>(
  answer: Promise<O>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): Promise<Page<Item>> {
  try {
    const output = await answer;
    return {
      items: itemsOf(output) ?? [],
      nextToken: output.NextToken || undefined,
      throttles: (output.$metadata?.attempts ?? 1) - 1,
    };
  } catch (error) {
    throw CallFailure.of(error);
  }
}
