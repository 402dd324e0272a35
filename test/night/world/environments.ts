import { ownKeys } from '../../moto/clients.ts';
import type { RunFunctionName } from '../lambda/artifact.ts';
import { routerPort } from '../settings.ts';
import { bucketName } from './storage.ts';

export type Environment = Readonly<Record<string, string>>;

/** What `serverless.yml` sets for all functions, and what Lambda sets itself. */
export const common: Environment = {
  EVIDENCE_BUCKET: bucketName,
  POWERTOOLS_SERVICE_NAME: 'workspaces-auditor-night',
  POWERTOOLS_METRICS_NAMESPACE: 'WorkSpacesAuditor',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: ownKeys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: ownKeys.secretAccessKey,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${routerPort}`,
};

/** What no log may show. */
export const secrets: readonly string[] = [ownKeys.secretAccessKey, 'secret-of-the-night'];

export const memberRoleName = 'WorkSpacesAuditor';

/**
 * What `serverless.yml` sets for some functions.
 *
 * @param targets what the deployment audits
 */
export const runEnvironments = (targets: object, topicArn: string): Readonly<Record<RunFunctionName, Environment>> => ({
  plan: { TARGETS: JSON.stringify(targets), MEMBER_ROLE_NAME: memberRoleName },
  collect: { EXTERNAL_ID: 'secret-of-the-night' },
  evaluate: {},
  publish: { EXTERNAL_ID: 'secret-of-the-night' },
  digest: { TOPIC_ARN: topicArn },
});
