/**
 * Groups of at most `size` values, each value once. They do not depend on the order in which the values came, so that a
 * collection that is taken up again asks the same questions.
 */
export function batchesOf(values: Iterable<string>, size: number): string[][] {
  const sorted = [...new Set(values)].sort();
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) =>
    sorted.slice(index * size, (index + 1) * size),
  );
}
