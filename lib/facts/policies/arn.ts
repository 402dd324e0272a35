import { overlaps } from './overlap.ts';

/**
 * Whether some ARN fits both patterns. As in IAM, the parts between colons are compared one by one, so that a `*` in one
 * does not reach into the next; a variable may stand for anything.
 */
export function arnsOverlap(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  return one !== undefined && other !== undefined && one.every((part, index) => overlaps(part, other[index] ?? ''));
}

/** A variable may stand for anything. */
export const withoutVariables = (pattern: string): string => pattern.replace(/\$\{[^}]*\}/g, '*');

/** The five parts before the resource, and the resource; a pattern that ends early in `*` leaves the others open. */
function partsOf(pattern: string): readonly string[] | undefined {
  const [arn = '', partition, service, region, account, ...rest] = withoutVariables(pattern).split(':');
  const parts = [arn, partition, service, region, account, rest.length === 0 ? undefined : rest.join(':')];
  const named = parts.filter((part) => part !== undefined);
  if (named.length === 6) return named;
  return named.at(-1)?.endsWith('*') ? [...named, ...Array<string>(6 - named.length).fill('*')] : undefined;
}
