/** Runs tasks, at most `concurrency` of them at the same time, in the order they were handed over. */
export class Limiter {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** @param concurrency at least 1 */
  constructor(concurrency: number) {
    this.#free = concurrency;
  }

  /** @returns what the task returns; rejects as the task rejects */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((start) => this.#waiting.push(start));
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so that nobody who comes later can take it first.
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
