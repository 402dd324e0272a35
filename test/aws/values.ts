/** Anything with members: an input, an output, a resource. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * All values that a dotted path leads to; a list on the way is followed into each of its items.
 *
 * @returns nothing for what is absent
 */
export function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, member) =>
      values.flatMap((each) => {
        const next = isFields(each) ? each[member] : undefined;
        if (next === undefined || next === null) return [];
        return Array.isArray(next) ? next : [next];
      }),
    [value],
  );
}

/** The members of a list of strings in an input, and none when it is absent. */
export const textsAt = (input: Fields, member: string): string[] =>
  valuesAt(input, member).filter((value) => typeof value === 'string');

export function textAt(input: Fields, member: string): string | undefined {
  return textsAt(input, member)[0];
}
