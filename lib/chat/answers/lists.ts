import type { Line, Section, Span } from '../reply.ts';
import type { ListData } from './data.ts';

/** Items of a list in data for scripts. */
const mostItems = 100;

export const listData = <Item, Data>(
  items: readonly Item[],
  dataOf: (item: Item) => Data,
  most = mostItems,
): ListData<Data> => ({
  total: items.length,
  omitted: Math.max(0, items.length - most),
  items: items.slice(0, most).map(dataOf),
});

/** The first lines of a list under a heading; nothing for an empty one. */
export function listSection<Item>(
  heading: string,
  items: readonly Item[],
  most: number,
  lineOf: (item: Item) => Line,
): Section[] {
  if (items.length === 0) return [];
  const omitted = Math.max(0, items.length - most);
  const lines = items.slice(0, most).map(lineOf);
  return [{ heading, lines, isList: true, ...(omitted === 0 ? {} : { omitted }) }];
}

/** Some of a list in one line: `a, b and 3 more`. */
export function inline<Item>(items: readonly Item[], most: number, spanOf: (item: Item) => Span): Line {
  const shown = items.slice(0, most).flatMap((item, index): Span[] => [...(index === 0 ? [] : [', ']), spanOf(item)]);
  return items.length > most ? [...shown, ` and ${items.length - most} more`] : shown;
}
