import {
  checkpointPrefix,
  configurationKey,
  customPacksPrefix,
  newsKey,
  reportKey,
  resultsPrefix,
  summaryKey,
  targetsKey,
} from '../lib/run/keys.ts';
import { baselineKey, baselineRecordKey, ledgerKey, snapshotKey } from '../lib/store/keys.ts';
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
} as const;
type Kind = keyof typeof keys;

/** What one function or the state machine does with the evidence. */
export interface Use {
  readonly reads?: readonly Kind[];
  /** Writing is on the condition of what is there, so that it reads too. */
  readonly writes?: readonly Kind[];
}

export const evidenceObjects = (kinds: readonly Kind[]): readonly Resource[] =>
  kinds.flatMap((kind) => keys[kind].map((key) => sub(`${placeholder('EvidenceBucket.Arn')}/${key}`)));

/** The statements that let someone use the evidence so, with the key that encrypts it. */
export const usingEvidence = ({ reads = [], writes = [] }: Use): readonly Statement[] => [
  // Lists custom packs; besides, without it S3 answers 403 for an object that is not there.
  allow('FindEvidence', ['s3:ListBucket'], [attribute('EvidenceBucket', 'Arn')]),
  ...(reads.length === 0 ? [] : [allow('ReadEvidence', ['s3:GetObject'], evidenceObjects(reads))]),
  ...(writes.length === 0 ? [] : [allow('WriteEvidence', ['s3:GetObject', 's3:PutObject'], evidenceObjects(writes))]),
  usingKey,
];

export const usingKey = allow('UseKey', ['kms:Decrypt', 'kms:GenerateDataKey'], [attribute('EncryptionKey', 'Arn')]);
