import type { Json } from '../../model/report.ts';
import { cut, jsonBytes } from './cut.ts';

const mostItems = 6;
const mostMembers = 12;
const mostText = 200;
const deepest = 4;

/** A value in which long lists and texts are cut, and say how much more there is. */
export function bounded(value: Json, depth = 0): Json {
  if (typeof value === 'string') return cut(value, mostText);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return '…';
  if (isList(value)) {
    const more = value.length - mostItems;
    const shown = value.slice(0, mostItems).map((item) => bounded(item, depth + 1));
    return more > 0 ? [...shown, `… and ${more} more`] : shown;
  }
  const members = Object.entries(value);
  const more = members.length - mostMembers;
  const shown = members.slice(0, mostMembers).map(([key, item]) => [cut(key, mostText), bounded(item, depth + 1)]);
  return Object.fromEntries(more > 0 ? [...shown, ['…', `and ${more} more`]] : shown);
}

const mostBytes = 4000;

/** A {@link bounded} value, or the beginning of its JSON where even that is long. */
export function small(value: Json): Json {
  const short = bounded(value);
  return jsonBytes(short) <= mostBytes ? short : cut(JSON.stringify(short), mostText);
}

/** A value in one line. Words stand for themselves; what only looks like a number or a list stays quoted. */
export function written(value: Json): string {
  const short = bounded(value);
  if (isList(short)) return short.length === 0 ? 'none' : short.map(item).join(', ');
  return item(short);
}

const item = (value: Json): string =>
  typeof value === 'string' && value !== '' && !/^(true|false|null|none|[\d.-]+|[[{"].*)$|, /s.test(value)
    ? value
    : JSON.stringify(value);

// Array.isArray does not narrow a readonly array out of a union.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
