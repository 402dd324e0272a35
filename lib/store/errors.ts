/**
 * What went wrong with an object of the evidence bucket; the key says which.
 *
 * - `contended`: others kept writing it; nothing was written, and trying again later is safe.
 * - `damaged`: it is not what this program writes.
 * - `occupied`: other evidence stands under the key, and evidence is never overwritten.
 * - `failed`: S3 refused or did not answer; `cause` is the SDK's error.
 */
export class StoreError extends Error {
  readonly code: 'contended' | 'damaged' | 'occupied' | 'failed';
  readonly key: string;

  constructor(code: StoreError['code'], key: string, message: string, options?: ErrorOptions) {
    super(`${key}: ${message}`, options);
    this.name = 'StoreError';
    this.code = code;
    this.key = key;
  }
}
