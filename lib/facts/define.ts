import type { Json } from '../model/report.ts';
import { AtLeast, Unknown } from '../model/unknown.ts';

/** The types a fact can have; lists hold strings. */
export type FactType = 'string' | 'number' | 'boolean' | 'list';

/**
 * One fact of a kind of subject: something that is so, never a judgement. `C` is what it is read from.
 * The reference documentation and the pack's JSON Schema are generated from these definitions.
 */
export interface FactDefinition<C> {
  readonly type: FactType;
  /** One sentence; with the unit of a number, and when the value is unknown if that is not plain. */
  readonly about: string;
  /** The operations that it is read from. */
  readonly from: readonly string[];
  /** Known values of an open enumeration; any other value is unknown. */
  readonly values?: readonly string[];
  /** Whether null ("there is none") is a value. */
  readonly nullable?: boolean;
  read(context: C): Json | Unknown;
}

export type FactTable<C> = { readonly [name: string]: FactDefinition<C> };

/** A value of an open enumeration: unknown when absent or not among the known values. */
export function known(value: string | null | undefined, values: readonly string[], path: string): string | Unknown {
  if (value === null || value === undefined) return new Unknown(`${path} is absent`);
  return values.includes(value) ? value : new Unknown(`${path} has the unknown value ${JSON.stringify(value)}`);
}

/** A member that AWS always returns: unknown when absent. */
export function present<T>(value: T | null | undefined, path: string): T | Unknown {
  return value === null || value === undefined ? new Unknown(`${path} is absent`) : value;
}

/**
 * A list of which only a part may have been seen: what was seen is true, but an empty list proves nothing while
 * something is unknown.
 */
export function seen(items: Iterable<string>, unknown: Unknown | undefined): readonly string[] | Unknown {
  const list = sorted(items);
  return list.length > 0 || unknown === undefined ? list : unknown;
}

/** A number of things of which only a part may have been seen. */
export const counted = (count: number, unknown: Unknown | undefined): number | AtLeast =>
  unknown === undefined ? count : new AtLeast(count, unknown);

/** Distinct, in code point order: AWS defines no order for what facts list. */
export function sorted(items: Iterable<string>): string[] {
  return [...new Set(items)].sort(byCodePoint);
}

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The values that are known, and the first reason why the others are not. */
export function partition<T>(values: Iterable<T | Unknown>): { known: T[]; unknown: Unknown | undefined } {
  const all: T[] = [];
  let unknown: Unknown | undefined;
  for (const value of values) {
    if (value instanceof Unknown) unknown = unknown === undefined ? value : both(unknown, value);
    else all.push(value);
  }
  return { known: all, unknown };
}

/** Two reasons not to know, as one; the second sentence is dropped when it says the same. */
export function both(a: Unknown | undefined, b: Unknown): Unknown {
  if (a === undefined) return b;
  const operations = sorted([...a.operations, ...b.operations]);
  return new Unknown(a.reason.includes(b.reason) ? a.reason : `${a.reason}; ${b.reason}`, operations);
}
