import type { Json } from '../model/report.ts';
import { AtLeast, isUnknown, type Unknown } from '../model/unknown.ts';

const placeholder = /\{(#?)([A-Za-z][A-Za-z0-9.]*)\}/g;
const listed = 8;

/** The facts that a template names. */
export const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(placeholder)].map(([, , name = '']) => name);

/**
 * Fills a template with actual values: `{fact}` is the value, `{#fact}` the number of items of a list.
 * A list is cut after 8 items and says how many more there are.
 */
export function render(template: string, fact: (name: string) => Json | Unknown): string {
  const text = template.replace(placeholder, (_, count: string, name: string) => {
    const value = fact(name);
    if (count === '#') return Array.isArray(value) ? String(value.length) : display(value);
    return display(value);
  });
  // A message of AWS that stands at the end brings a full stop of its own.
  return text.replace(/([^.])\.\.$/, '$1.');
}

/** A value as it stands in a sentence. */
export function display(value: Json | Unknown): string {
  if (value instanceof AtLeast) return `at least ${value.floor}`;
  if (isUnknown(value)) return 'unknown';
  if (value === null) return 'none';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    const shown = value.slice(0, listed).map(display).join(', ');
    return value.length > listed ? `${shown} and ${value.length - listed} more` : shown;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
