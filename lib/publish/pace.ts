/** Time as the caller has it: milliseconds that only grow, and a way to wait. */
export interface Timing {
  readonly clock: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Keeps calls at least an interval apart, from start to start. */
export class Pace {
  readonly #interval: number;
  readonly #timing: Timing;
  #next = Number.NEGATIVE_INFINITY;

  /** @param interval milliseconds */
  constructor(interval: number, timing: Timing) {
    this.#interval = interval;
    this.#timing = timing;
  }

  /** Waits until the next call may start. */
  async turn(): Promise<void> {
    const now = this.#timing.clock();
    const start = Math.max(now, this.#next);
    this.#next = start + this.#interval;
    if (start > now) await this.#timing.sleep(start - now);
  }
}
