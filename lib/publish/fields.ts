import type { Json } from '../model/report.ts';
import { limits } from './asff-finding.ts';
import { cut } from './text.ts';

/** How many pairs, and how long a value may be. */
interface FieldLimits {
  readonly pairs: number;
  readonly value: number;
}

/** What a resource's `Details.Other` holds. */
export const otherLimits: FieldLimits = { pairs: limits.otherFields, value: limits.otherField };

/** What a finding's `ProductFields` holds. */
export const productLimits: FieldLimits = { pairs: limits.productFields, value: limits.productField };

/**
 * A map of strings as Security Hub takes it. Values that are no strings become JSON; what is too long is cut, and when
 * there are too many pairs the last one says how many are left out.
 */
export function fieldMap(values: { readonly [name: string]: Json }, { pairs, value }: FieldLimits) {
  const entries = Object.entries(values);
  const kept = entries.length <= pairs ? entries : entries.slice(0, pairs - 1);
  const omitted = entries.length - kept.length;
  // Two names that are equal once cut share one pair: the map never grows by it.
  return Object.fromEntries([
    ...kept.map(([name, content]) => [cut(name, limits.fieldName), cut(textOf(content), value)]),
    ...(omitted === 0 ? [] : [['(more)', `${omitted} more are not shown`]]),
  ]);
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
