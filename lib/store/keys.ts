/** An account and Region. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

export const ledgersPrefix = 'ledgers/';

export const ledgerKey = ({ accountId, region }: Place): string => `${ledgersPrefix}${accountId}/${region}.json`;

/** In UTC, so that keys sort by time. */
export const snapshotKey = ({ accountId, region }: Place, capturedAt: string): string =>
  `snapshots/${accountId}/${region}/${new Date(capturedAt).toISOString()}.ndjson.gz`;

/** What became the baseline when, by whom and why. */
export const baselineRecordKey = ({ accountId, region }: Place): string =>
  `baselines/${accountId}/${region}/record.json`;

/** A copy of the snapshot that is or was the baseline, so that it outlives the snapshots' retention. */
export const baselineKey = ({ accountId, region }: Place, sha256: string): string =>
  `baselines/${accountId}/${region}/${sha256}.ndjson.gz`;
