import type { Checkpoints } from '../store/index.ts';

/**
 * Pages in a checkpoint. A page of a busy account takes up to a second, so an invocation that dies loses two minutes at
 * most, while a fleet of 100,000 WorkSpaces makes some fifty objects.
 */
export const pagesPerCheckpoint = 100;

/** Pages of EC2 hold up to 1,000 interfaces, and what is not saved yet is kept in memory. */
const charactersPerCheckpoint = 8_000_000;

/** Gathers what is recorded into checkpoints, and saves one after the other. */
export class Recorder {
  /** Lines taken so far. */
  count = 0;
  readonly #checkpoints: Checkpoints;
  readonly #linesPerCheckpoint: number;
  #pending: string[] = [];
  #characters = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(checkpoints: Checkpoints, linesPerCheckpoint: number = pagesPerCheckpoint) {
    this.#checkpoints = checkpoints;
    this.#linesPerCheckpoint = linesPerCheckpoint;
  }

  /** @throws StoreError */
  readonly record = async (line: string): Promise<void> => {
    this.count += 1;
    this.#pending.push(line);
    this.#characters += line.length;
    if (this.#pending.length >= this.#linesPerCheckpoint || this.#characters >= charactersPerCheckpoint) {
      await this.save();
    }
  };

  /**
   * Saves what is not saved yet.
   *
   * @throws StoreError; then also when it is called again
   */
  async save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  async #save(): Promise<void> {
    const lines = this.#pending;
    if (lines.length === 0) return;
    this.#pending = [];
    this.#characters = 0;
    await this.#checkpoints.save(lines);
  }
}
