/** IAM actions on one kind of resource. */
export interface StoreActions {
  /** The bucket itself, the key that encrypts it, or the objects under a prefix. */
  readonly resource:
    | 'bucket'
    | 'encryptionKey'
    | `${'ledgers' | 'directories' | 'baselines' | 'snapshots' | 'reports' | 'runs' | 'configuration' | 'checkpoints'}/*`;
  readonly actions: readonly string[];
}

/** Every IAM action that the store calls. */
export const storeActions: readonly StoreActions[] = [
  // Lists custom packs and checkpoints. Without it, besides, S3 answers 403 for an object that does not exist, and a
  // first run could not tell that it is the first.
  { resource: 'bucket', actions: ['s3:ListBucket'] },
  { resource: 'ledgers/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'directories/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'baselines/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'snapshots/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'reports/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'runs/*', actions: ['s3:GetObject', 's3:PutObject'] },
  { resource: 'configuration/*', actions: ['s3:GetObject'] },
  { resource: 'checkpoints/*', actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'] },
  { resource: 'encryptionKey', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
];

/** IAM actions on executions of a state machine. */
export const executionActions = {
  /** On the state machine. */
  start: ['states:StartExecution'],
  /** On its executions. */
  read: ['states:DescribeExecution'],
} as const;

/** IAM actions that reading a secret takes, by where it is kept; both decrypt, too, where the key is the customer's. */
export const secretActions = {
  parameter: ['ssm:GetParameter'],
  secret: ['secretsmanager:GetSecretValue'],
  key: ['kms:Decrypt'],
} as const;

/** IAM actions on marks of requests, under `chat/marks/`: they are never read, only found to be there. */
export const markActions: readonly string[] = ['s3:PutObject'];
