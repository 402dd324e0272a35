import { distance } from 'fastest-levenshtein';

/** How a name is like a word: it begins like it, a part of it does, or it differs by a few letters. */
export type Likeness = 'beginning' | 'part' | 'typing error';

export interface NameOf<T> {
  readonly name: string;
  readonly of: T;
}

/** In short words two other letters make another word. */
const mostEdits = (length: number): number => (length < 6 ? 1 : Math.min(4, Math.max(2, Math.ceil(length / 4))));

/** Two letters in the wrong order are two edits to the distance, but one slip to the hand. */
const isSwapped = (a: string, b: string, edits: number): boolean =>
  edits === 2 && [...a].sort().join('') === [...b].sort().join('');

/**
 * Names that a word most likely meant, the likeliest first. Names that begin like it leave out all others; names of which
 * a part does, those with a typing error.
 */
export function nearestNames<T>(
  word: string,
  names: readonly NameOf<T>[],
): { readonly likeness: Likeness; readonly likely: readonly NameOf<T>[] } | undefined {
  const lower = word.toLowerCase();
  const all = names.map(({ name, of }) => ({ name: name.toLowerCase(), of }));
  if (lower.length >= 2) {
    const beginning = all.filter(({ name }) => name.startsWith(lower));
    if (beginning.length > 0) return { likeness: 'beginning', likely: beginning };
  }
  if (lower.length >= 3) {
    const part = all.filter(({ name }) => name.includes(`-${lower}`) || name.includes(`.${lower}`));
    if (part.length > 0) return { likeness: 'part', likely: part };
  }
  const near = all
    // Names of other lengths are further away than that; to measure how far takes long.
    .filter(({ name }) => Math.abs(name.length - lower.length) <= mostEdits(lower.length))
    .map((named) => ({ ...named, edits: distance(lower, named.name) }))
    .filter(({ name, edits }) => edits <= mostEdits(lower.length) || isSwapped(lower, name, edits))
    .sort((a, b) => a.edits - b.edits);
  return near.length > 0 ? { likeness: 'typing error', likely: near } : undefined;
}
