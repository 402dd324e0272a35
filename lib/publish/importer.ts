import { BatchImportFindingsCommand, type SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { Finding } from './asff-finding.ts';
import { isDenial, type Refusal, refusalOf } from './failure.ts';
import { readAnswer } from './import-answer.ts';
import type { Pace } from './pace.ts';

/** Why Security Hub takes nothing at all of this account in this Region. */
export interface Unavailable extends Refusal {
  readonly why: 'not-enabled' | 'denied' | 'not-in-region';
}

/** Sends batches until Security Hub turns out to be unavailable, and keeps what became of each finding. */
export class Importer {
  /** By finding id; undefined: taken. An id that is not in it was never answered for. */
  readonly outcomes = new Map<string, Refusal | undefined>();
  unavailable: Unavailable | null = null;
  readonly #client: SecurityHubClient;
  readonly #pace: Pace;

  constructor(client: SecurityHubClient, pace: Pace) {
    this.#client = client;
    this.#pace = pace;
  }

  /** Does nothing once Security Hub is known to be unavailable: the next call would end just the same. */
  async send(batch: readonly Finding[]): Promise<void> {
    if (this.unavailable !== null) return;
    await this.#pace.turn();
    try {
      const answer = await this.#client.send(new BatchImportFindingsCommand({ Findings: [...batch] }));
      for (const [id, refusal] of readAnswer(batch, answer)) this.outcomes.set(id, refusal);
    } catch (error) {
      const refusal = refusalOf(error);
      const why = whyUnavailable(refusal);
      if (why !== undefined) this.unavailable = { why, ...refusal };
      else for (const { Id } of batch) this.outcomes.set(Id, refusal);
    }
  }
}

function whyUnavailable(refusal: Refusal): Unavailable['why'] | undefined {
  // "Account … is not subscribed to AWS Security Hub"; a missing permission is AccessDeniedException.
  if (refusal.code === 'InvalidAccessException') return 'not-enabled';
  if (isDenial(refusal)) return 'denied';
  // No such host: the Region has no endpoint. A resolver in trouble says EAI_AGAIN.
  return refusal.code === 'ENOTFOUND' ? 'not-in-region' : undefined;
}
