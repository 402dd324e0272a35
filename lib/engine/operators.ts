import { Operator } from 'json-rules-engine';
import { type FactType, matcher } from '../facts/index.ts';

/** What an operator takes: the types of fact on its left, and what stands on its right. */
export interface OperatorDefinition {
  readonly facts: readonly FactType[];
  readonly value: 'same' | 'list' | 'item' | 'text' | 'none';
}

/** Every operator that a condition may use. json-rules-engine would only notice an unknown one when it is evaluated. */
export const operators: { readonly [name: string]: OperatorDefinition } = {
  equal: { facts: ['string', 'number', 'boolean'], value: 'same' },
  notEqual: { facts: ['string', 'number', 'boolean'], value: 'same' },
  in: { facts: ['string'], value: 'list' },
  notIn: { facts: ['string'], value: 'list' },
  lessThan: { facts: ['number'], value: 'same' },
  lessThanInclusive: { facts: ['number'], value: 'same' },
  greaterThan: { facts: ['number'], value: 'same' },
  greaterThanInclusive: { facts: ['number'], value: 'same' },
  contains: { facts: ['list'], value: 'item' },
  doesNotContain: { facts: ['list'], value: 'item' },
  isEmpty: { facts: ['list'], value: 'none' },
  isNotEmpty: { facts: ['list'], value: 'none' },
  startsWith: { facts: ['string'], value: 'text' },
  matchesAnyGlob: { facts: ['string'], value: 'list' },
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The operators that json-rules-engine does not bring. */
export const ownOperators: readonly Operator[] = [
  new Operator('isEmpty', (list: unknown) => Array.isArray(list) && list.length === 0),
  new Operator('isNotEmpty', (list: unknown) => Array.isArray(list) && list.length > 0),
  new Operator(
    'startsWith',
    (text: unknown, start: unknown) => typeof text === 'string' && typeof start === 'string' && text.startsWith(start),
  ),
  new Operator(
    'matchesAnyGlob',
    (text: unknown, globs: unknown) => typeof text === 'string' && isTexts(globs) && matcher(globs)(text),
  ),
];

/**
 * Whether a comparison with a number of which only a lower bound is known comes out the same for every higher number.
 */
export function isDecidedByFloor(operator: string, floor: number, value: unknown): boolean {
  if (typeof value !== 'number') return false;
  switch (operator) {
    case 'greaterThan':
    case 'lessThanInclusive':
    case 'equal':
    case 'notEqual':
      return floor > value;
    case 'greaterThanInclusive':
    case 'lessThan':
      return floor >= value;
    default:
      return false;
  }
}
