import type { Place } from '../place.ts';

/** One thing that somebody did, on purpose or not, to a place that was sound. */
export interface Mistake {
  readonly what: string;
  /** Made since the baseline, so that the baseline does not have it. */
  readonly recent?: true;
  make(place: Place): void;
}

/** Makes those mistakes that had been made by the place's era. @throws Error naming the mistake that cannot be made */
export function make(place: Place, mistakes: readonly Mistake[]): void {
  for (const mistake of mistakes) {
    if (mistake.recent && place.era === 'baseline') continue;
    try {
      mistake.make(place);
    } catch (cause) {
      throw new Error(`cannot make this mistake in ${place.origin.region}: ${mistake.what}`, { cause });
    }
  }
}
