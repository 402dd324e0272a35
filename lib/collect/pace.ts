/** Lets calls begin one after the other, at least an interval apart. */
export class Pace {
  readonly #interval: number;
  readonly #wait: (milliseconds: number) => Promise<void>;
  #next: Promise<void> = Promise.resolve();

  /** @param interval milliseconds from the start of a call to the start of the next */
  constructor(interval: number, wait: (milliseconds: number) => Promise<void>) {
    this.#interval = interval;
    this.#wait = wait;
  }

  /** Waits until the next call may begin. */
  async turn(): Promise<void> {
    const turn = this.#next;
    this.#next = turn.then(() => this.#wait(this.#interval));
    await turn;
  }
}
