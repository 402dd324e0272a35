/**
 * As `Promise.all`, but when one fails, waits for the others too: nothing is left running behind.
 *
 * @throws what the first of them in the list that failed throws
 */
export async function allEnded<T extends readonly unknown[]>(
  tasks: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(tasks);
  return await Promise.all(tasks);
}
