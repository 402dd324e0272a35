import type { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { RAMClient } from '@aws-sdk/client-ram';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import type { OperationCoverage } from '../model/coverage.ts';
import type { Named } from './named.ts';
import type { ReadPort } from './operation-reader.ts';

/**
 * The clients of services that only some rules read. Each is made when it is first asked for, so that nobody else pays
 * for loading its SDK.
 */
export interface OptionalClients {
  readonly acmPca: () => Promise<ACMPCAClient>;
  readonly cloudTrail: () => Promise<CloudTrailClient>;
  readonly iam: () => Promise<IAMClient>;
  readonly kms: () => Promise<KMSClient>;
  readonly organizations: () => Promise<OrganizationsClient>;
  readonly ram: () => Promise<RAMClient>;
  readonly secretsManager: () => Promise<SecretsManagerClient>;
  readonly ssoAdmin: () => Promise<SSOAdminClient>;
}

/** What the collectors of optional operations are handed, after all else was read. */
export interface OptionalCollection {
  readonly clients: OptionalClients;
  /** What the fleet names. */
  readonly named: Named;
  /** Where to put what is read; calls of one port share its limit of calls under way. */
  readonly port: () => ReadPort;
  /** Those of some operations that were not completely read, and may have left something unnamed. */
  readonly unread: (...operations: readonly string[]) => readonly string[];
  /** Whether only some directories are read, so that nothing is judged that needs the whole Region. */
  readonly isLimited: boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Reads those of a service's operations that are wanted, and says how completely. */
export type CollectWanted = (
  from: OptionalCollection,
  wanted: ReadonlySet<string>,
) => Promise<readonly OperationCoverage[]>;
