import type { OperationCoverage } from '../model/coverage.ts';
import type { ResourceType } from '../snapshot/index.ts';
import { type Ask, pagesOf } from './ask.ts';
import { CallFailure, describeFailure, type Failure, MissingIdError } from './failure.ts';
import type { Limiter } from './limiter.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { PagedRequest } from './page.ts';
import type { OnProgress } from './progress.ts';

/** An operation that is read: its name (which is the IAM action), and what it contributes to the snapshot. */
export interface Operation<Item> {
  readonly name: `${string}:${string}`;
  readonly type: ResourceType;
  /** What makes two items the same resource; a snapshot holds a resource once. */
  readonly idOf: (item: Item) => string | undefined;
  /** Error codes by which AWS says that there is nothing of the kind, and not that it could not be read. */
  readonly none?: readonly string[];
}

/** Where what is read goes, and what a service's operations share. */
export interface ReadPort {
  readonly add: (type: ResourceType, resource: object) => Promise<void>;
  readonly ask: Ask;
  /** One per service: bounds the calls that are under way at the same time. */
  readonly limiter: Limiter;
  readonly onProgress: OnProgress;
}

/**
 * Reads one operation, in as many requests as it takes, and says how completely. What AWS refuses ends up in the
 * coverage and is never thrown; a snapshot that cannot be written is, and an interruption.
 */
export class OperationReader<Item extends object> {
  readonly #operation: Operation<Item>;
  readonly #port: ReadPort;
  readonly #seen = new Set<string>();
  #pages = 0;
  #throttles = 0;
  #failure: Failure | undefined;

  constructor(operation: Operation<Item>, port: ReadPort) {
    this.#operation = operation;
    this.#port = port;
  }

  /**
   * Reads all pages of each request, one request after the other. After a failure nothing more is asked: the next
   * request would be denied or throttled just the same.
   *
   * @param onItem told each item that is kept
   */
  async ask(requests: readonly PagedRequest<Item>[], onItem: (item: Item) => void = () => {}): Promise<void> {
    for (const request of requests) {
      if (this.#failure !== undefined) return;
      await this.#port.limiter.run(() => this.#read(request, onItem));
    }
  }

  /**
   * @param unread operations that were not completely read and could have named more to ask for
   */
  finish(unread: readonly string[] = []): OperationCoverage {
    const coverage = { operation: this.#operation.name, ...this.#outcome(unread) };
    this.#tell(coverage.status);
    return coverage;
  }

  #outcome(unread: readonly string[]): Outcome {
    const count = this.#seen.size;
    if (this.#failure !== undefined) {
      const { status, errorCode, message } = this.#failure;
      return { status: this.#pages > 0 ? 'partial' : status, count, errorCode, message };
    }
    return outcomeOf(count, this.#pages > 0, unread);
  }

  async #read(request: PagedRequest<Item>, onItem: (item: Item) => void): Promise<void> {
    try {
      for await (const page of pagesOf(this.#port.ask, this.#operation.name, request)) {
        this.#pages += 1;
        this.#throttles += page.throttles;
        for (const item of page.items) await this.#keep(item, onItem);
        this.#tell('reading');
      }
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      this.#throttles += error.throttles;
      if (!this.#operation.none?.includes(error.failure.errorCode)) this.#failure = error.failure;
    }
  }

  async #keep(item: Item, onItem: (item: Item) => void): Promise<void> {
    const id = this.#operation.idOf(item);
    if (id === undefined) {
      this.#failure ??= describeFailure(new MissingIdError(this.#operation.name));
      return;
    }
    // AWS may return an item on two pages when the list changes while it is read.
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    onItem(item);
    await this.#port.add(this.#operation.type, item);
  }

  #tell(status: Parameters<OnProgress>[0]['status']): void {
    this.#port.onProgress({
      operation: this.#operation.name,
      pages: this.#pages,
      items: this.#seen.size,
      throttles: this.#throttles,
      status,
    });
  }
}
