/** A secret that cannot be used. The message names where it is kept, and never holds the value. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly reference: string;

  /** @param mend a whole sentence */
  constructor(reference: string, found: string, mend: string) {
    super(`the secret ${reference}: ${found}. ${mend}`);
    this.reference = reference;
  }
}
