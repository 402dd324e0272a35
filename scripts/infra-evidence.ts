import {
  checkpointPrefix,
  configurationKey,
  customPacksPrefix,
  lastRunKey,
  newsKey,
  reportKey,
  resultsPrefix,
  seenDirectoriesKey,
  summaryKey,
  targetsKey,
} from '../lib/run/keys.ts';
import { storeActions } from '../lib/store/actions.ts';
import { baselineKey, baselineRecordKey, ledgerKey, markKey, snapshotKey } from '../lib/store/keys.ts';
import { allow, attribute, placeholder, type Resource, type Statement, sub } from './infra-statement.ts';

/* Keys as the code makes them, with a wildcard for what varies. */
const any = { accountId: '*', region: '*' };
const someTime = '2026-01-01T00:00:00.000Z';
const atAnyTime = (key: string): string => key.replace(someTime, '*');

/** Patterns of the keys of each kind of document. */
const keys = {
  configuration: [configurationKey, `${customPacksPrefix}*`],
  targets: [targetsKey('*')],
  checkpoints: [`${checkpointPrefix('*', any)}*`],
  snapshots: [atAnyTime(snapshotKey(any, someTime))],
  reports: [atAnyTime(reportKey(any, someTime))],
  ledgers: [ledgerKey(any)],
  baselines: [baselineRecordKey(any), baselineKey(any, '*')],
  news: [newsKey('*', any)],
  results: [`${resultsPrefix('*')}/*`],
  summary: [summaryKey('*')],
  directories: [seenDirectoriesKey(any)],
  lastRun: [lastRunKey],
} as const;
type Kind = keyof typeof keys;

/** What one function does with the evidence. */
export interface Use {
  readonly reads?: readonly Kind[];
  /** With all that the store does to them: writing is on the condition of what is there, so that it reads too. */
  readonly keeps?: readonly Kind[];
}

export const evidenceObjects = (kinds: readonly Kind[]): readonly Resource[] =>
  kinds.flatMap((kind) => keys[kind].map((key) => sub(`${placeholder('EvidenceBucket.Arn')}/${key}`)));

/** The store names its own documents; those of a run are kept by the same two calls. */
const keepingActions = (kind: Kind): readonly string[] =>
  storeActions.find(({ resource }) => resource === `${kind}/*`)?.actions ?? ['s3:GetObject', 's3:PutObject'];

/** The statements that let someone use the evidence so, with the key that encrypts it. */
export function usingEvidence({ reads = [], keeps = [] }: Use): readonly Statement[] {
  const deleted = keeps.filter((kind) => keepingActions(kind).includes('s3:DeleteObject'));
  const others = keeps.filter((kind) => !deleted.includes(kind));
  const each = (sid: string, kinds: readonly Kind[], actions: readonly string[]): readonly Statement[] =>
    kinds.length === 0 ? [] : [allow(sid, actions, evidenceObjects(kinds))];
  return [
    // Lists what is below a prefix; besides, without it S3 answers 403 for an object that is not there.
    allow('FindEvidence', actionsOn('bucket'), [attribute('EvidenceBucket', 'Arn')]),
    ...each('ReadEvidence', reads, ['s3:GetObject']),
    ...each('KeepEvidence', others, [...new Set(others.flatMap(keepingActions))]),
    ...each('KeepForAWhile', deleted, [...new Set(deleted.flatMap(keepingActions))]),
    keeps.length === 0 ? readingKey : usingKey,
  ];
}

const actionsOn = (thing: 'bucket' | 'encryptionKey'): readonly string[] =>
  storeActions.find(({ resource }) => resource === thing)?.actions ?? [];

export const usingKey = allow('UseKey', actionsOn('encryptionKey'), [attribute('EncryptionKey', 'Arn')]);

/** For who writes nothing. Without it, besides, a function could not read its own environment. */
export const readingKey = allow('UseKey', ['kms:Decrypt'], [attribute('EncryptionKey', 'Arn')]);

/** Marks of requests that were received: by them, a request that comes twice is told. */
export const marks: readonly Resource[] = [sub(`${placeholder('EvidenceBucket.Arn')}/${markKey('*')}`)];
