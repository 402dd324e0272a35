/** Keys that a run writes in the evidence bucket, beside those of snapshots, ledgers and baselines in `lib/store`. */
interface Place {
  readonly accountId: string;
  readonly region: string;
}

export const targetsKey = (run: string): string => `runs/${run}/targets.json`;

/** What is different from last time in one account and Region. */
export const newsKey = (run: string, { accountId, region }: Place): string =>
  `runs/${run}/news/${accountId}-${region}.json`;

export const summaryKey = (run: string): string => `runs/${run}/summary.json`;

/** What is remembered of the last run over everything; no run's own documents are there. */
export const lastRunKey = 'runs/last.json';

/** Where the map run's result writer writes. The state machine's definition names the same prefix. */
export const resultsPrefix = (run: string): string => `runs/${run}/results`;

/** Pages that were read before the time ran out, and when reading began. */
export const checkpointPrefix = (run: string, { accountId, region }: Place): string =>
  `checkpoints/${run}/${accountId}-${region}/`;

/** When the collection of a place began; it outlives the checkpoints, so that a collection is not done twice. */
export const beginningKey = (run: string, place: Place): string => `${checkpointPrefix(run, place)}beginning.json`;

/** The report, without results that are COMPLIANT or NOT_APPLICABLE; beside the snapshot that it was made from. */
export const reportKey = ({ accountId, region }: Place, capturedAt: string): string =>
  `reports/${accountId}/${region}/${new Date(capturedAt).toISOString()}.json.gz`;

/** The directories that runs have seen in each account and Region. */
export const directoriesPrefix = 'directories/';

export const seenDirectoriesKey = ({ accountId, region }: Place): string =>
  `${directoriesPrefix}${accountId}/${region}.json`;

/** What people put there: the configuration, and packs of their own. */
export const configurationKey = 'configuration/wsaudit.yaml';
export const customPacksPrefix = 'configuration/packs/';
