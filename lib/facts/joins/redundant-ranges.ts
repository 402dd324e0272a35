import { covers } from '../arithmetic/addresses.ts';
import type { IpRule } from './ip-rules.ts';

/** Rules that another rule of the group contains; of two equal rules the later counts. */
export function redundantRanges(rules: readonly IpRule[]): string[] {
  return rules
    .filter(({ cidr }, index) =>
      rules.some(
        (other, at) =>
          at !== index &&
          cidr !== undefined &&
          other.cidr !== undefined &&
          covers([other.cidr], cidr) &&
          (at < index || other.cidr !== cidr),
      ),
    )
    .map(({ text }) => text);
}
