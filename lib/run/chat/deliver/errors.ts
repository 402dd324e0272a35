/*
 * Neither has a cause: what `fetch` throws can quote the address, which whoever has it may post to, and what a platform
 * answers can quote what was sent.
 */

/** The platform did not take an answer now and may take it later; the state machine tries again. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

/** The platform does not take the answer until somebody mends what the message says. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  /** What the platform calls it; its status where it says no more. */
  readonly code: string;

  /** @param mend a whole sentence */
  constructor(where: string, code: string, mend: string) {
    super(`${where} refused the answer (${code}). ${mend}`);
    this.code = code;
  }
}
