/** An account and Region. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

export const ledgersPrefix = 'ledgers/';

export const ledgerKey = ({ accountId, region }: Place): string => `${ledgersPrefix}${accountId}/${region}.json`;

export const snapshotsPrefix = ({ accountId, region }: Place): string => `snapshots/${accountId}/${region}/`;

/** In UTC, so that keys sort by time. */
export const snapshotKey = (place: Place, capturedAt: string): string =>
  `${snapshotsPrefix(place)}${new Date(capturedAt).toISOString()}.ndjson.gz`;

/** What became the baseline when, by whom and why. */
export const baselineRecordKey = ({ accountId, region }: Place): string =>
  `baselines/${accountId}/${region}/record.json`;

/** A copy of the snapshot that is or was the baseline, so that it outlives the snapshots' retention. */
export const baselineKey = ({ accountId, region }: Place, sha256: string): string =>
  `baselines/${accountId}/${region}/${sha256}.ndjson.gz`;

/** That a request of a chat was seen; kept until no request as old would be accepted. */
export const markKey = (sha256: string): string => `chat/marks/${sha256}`;
