/** A member that moto is known to answer with. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`moto answered without ${what}`);
  return value;
}
