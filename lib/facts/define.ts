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
  /**
   * Operations that add to it where they were read. Nobody reads them for its sake, and where nobody did, it is whole,
   * or unknown for another reason.
   */
  readonly helpedBy?: readonly string[];
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
  const list = [...items];
  return list.length < 2 ? list : [...new Set(list)].sort(byCodePoint);
}

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The values that are known, and why the others are not. */
export function partition<T>(values: Iterable<T | Unknown>): { known: T[]; unknown: Unknown | undefined } {
  const all: T[] = [];
  const unknowns: Unknown[] = [];
  for (const value of values) {
    if (value instanceof Unknown) unknowns.push(value);
    else all.push(value);
  }
  return { known: all, unknown: combined(unknowns) };
}

/** Reasons told at once; a fleet may have the same one ten thousand times over. */
const told = 3;

/** Several reasons not to know, as one that does not depend on their order. */
export function combined(unknowns: readonly Unknown[]): Unknown | undefined {
  if (unknowns.length === 0) return undefined;
  const reasons = sorted(unknowns.map(({ reason }) => reason));
  const more = reasons.length > told ? `; and ${reasons.length - told} more` : '';
  return new Unknown(
    `${reasons.slice(0, told).join('; ')}${more}`,
    sorted(unknowns.flatMap(({ operations }) => operations)),
  );
}

/** Two reasons not to know, as one. */
export const both = (a: Unknown | undefined, b: Unknown): Unknown =>
  a === undefined || a.reason === b.reason ? b : (combined([a, b]) ?? b);
