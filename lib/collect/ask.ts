import { CallFailure, RepeatedTokenError } from './failure.ts';
import type { Page, PagedRequest } from './page.ts';

/**
 * How one page is come by: from AWS, or from a journal of what AWS answered before.
 *
 * @throws CallFailure when AWS did not answer; whatever else is thrown ends the collection
 */
export type Ask = <Item>(
  operation: string,
  request: PagedRequest<Item>,
  token: string | undefined,
) => Promise<Page<Item>>;

/** Without a journal, every page comes from AWS. */
export const askAws: Ask = (_, request, token) => request.page(token);

/**
 * All pages of a request, one after the other; nothing is asked before it is iterated.
 *
 * @throws CallFailure when a page cannot be read, or names one that was read before
 */
export async function* pagesOf<Item>(
  ask: Ask,
  operation: string,
  request: PagedRequest<Item>,
): AsyncGenerator<Page<Item>> {
  const tokens = new Set<string | undefined>();
  let token: string | undefined;
  do {
    const page = await ask(operation, request, token);
    yield page;
    token = page.nextToken;
    if (tokens.has(token)) throw CallFailure.of(new RepeatedTokenError(operation));
    tokens.add(token);
  } while (token !== undefined);
}
