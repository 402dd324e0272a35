import { asked, type PagedRequest } from './page.ts';

interface Output {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

/**
 * A request to an operation of IAM that lists something: IAM marks where a page ends instead of naming the next one.
 *
 * @param send sends the input, to which the marker of a later page is added
 * @param itemsOf the items of an answer; absent counts as empty
 */
export const marked = <Input extends object, O extends Output, Item>(
  input: Input,
  send: (input: Input & { Marker?: string }) => Promise<O>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): PagedRequest<Item> =>
  asked(
    input,
    async (paged: Input & { NextToken?: string }) => {
      const { NextToken: Marker } = paged;
      const output = await send(Marker === undefined ? input : { ...input, Marker });
      return { ...output, NextToken: output.IsTruncated ? output.Marker : undefined };
    },
    itemsOf,
  );
