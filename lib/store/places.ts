import type { EvidenceBucket } from './bucket.ts';
import type { Place } from './keys.ts';
import { listKeys } from './list.ts';

/**
 * The accounts and Regions that have a document `<account>/<Region>.json` below a prefix; by account, then Region.
 *
 * @param prefix ends with `/`
 * @throws StoreError `failed`
 */
export async function listPlaces(bucket: EvidenceBucket, prefix: string): Promise<Place[]> {
  return (await listKeys(bucket, prefix)).flatMap((key) => {
    const [, accountId, region] = /^(\d{12})\/([a-z0-9-]+)\.json$/.exec(key.slice(prefix.length)) ?? [];
    return accountId === undefined || region === undefined ? [] : [{ accountId, region }];
  });
}
