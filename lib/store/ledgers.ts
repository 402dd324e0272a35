import { type Ledger, ledgerSchema } from '../findings/index.ts';
import type { EvidenceBucket } from './bucket.ts';
import { type Change, readDocument, updateDocument } from './documents.ts';
import { ledgerKey, type Place } from './keys.ts';

/**
 * @returns undefined before the first run
 * @throws StoreError
 */
export const readLedger = (bucket: EvidenceBucket, place: Place): Promise<Ledger | undefined> =>
  readDocument(bucket, ledgerKey(place), ledgerSchema);

/**
 * Changes the ledger of one account and Region without losing what others write at the same time.
 *
 * @throws StoreError, and whatever `change` throws
 */
export const updateLedger = <R>(
  bucket: EvidenceBucket,
  place: Place,
  change: (previous: Ledger | undefined) => Change<Ledger, R>,
): Promise<R> => updateDocument(bucket, ledgerKey(place), ledgerSchema, change);
