import type { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { RAMClient } from '@aws-sdk/client-ram';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import type { OperationCoverage } from '../model/coverage.ts';
import { isOptional } from '../snapshot/index.ts';
import { allEnded } from './all-ended.ts';
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

/** A service of which operations are asked only when a rule in force reads them. */
interface OptionalCollector {
  /** What it may call: its operations, by their IAM actions. */
  readonly actions: readonly string[];
  /** Loads the collector, and with it the SDK of the service. */
  readonly load: () => Promise<CollectWanted>;
}

const collectors: readonly OptionalCollector[] = [
  { actions: ['cloudtrail:LookupEvents'], load: async () => (await import('./cloudtrail.ts')).collectEvents },
  {
    actions: [
      ...['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'],
      ...['kms:DescribeKey', 'kms:GetKeyPolicy'],
    ],
    load: async () => (await import('./secrets-and-keys.ts')).collectSecretsAndKeys,
  },
  {
    actions: [
      ...['iam:GetRole', 'iam:ListRoles', 'iam:ListSAMLProviders', 'iam:ListRolePolicies', 'iam:GetRolePolicy'],
      ...['iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
    ],
    load: async () => (await import('./iam.ts')).collectRoles,
  },
  {
    actions: ['acm-pca:DescribeCertificateAuthority', 'acm-pca:ListTags'],
    load: async () => (await import('./acm-pca.ts')).collectCertificateAuthorities,
  },
  {
    actions: ['ram:ListResources', 'ram:ListResourceSharePermissions'],
    load: async () => (await import('./ram.ts')).collectShares,
  },
  {
    actions: ['sso:ListInstances', 'sso:GetApplicationAssignmentConfiguration'],
    load: async () => (await import('./sso-admin.ts')).collectIdentityCenter,
  },
  {
    actions: ['organizations:DescribeOrganization', 'organizations:ListAccounts'],
    load: async () => (await import('./organization-membership.ts')).collectOrganization,
  },
];

/** The IAM actions of all optional operations. */
export const optionalActions: readonly string[] = collectors.flatMap(({ actions }) => actions);

/** Those that are called when these operations are wanted. */
export const optionalActionsFor = (wanted: ReadonlySet<string>): readonly string[] =>
  optionalActions.filter((action) => wanted.has(action));

/** Reads the optional operations among those wanted. What is not wanted is not in the coverage. */
export async function collectOptional(
  wanted: ReadonlySet<string>,
  from: Omit<OptionalCollection, 'clients'> & { readonly clients: OptionalClients | undefined },
): Promise<readonly OperationCoverage[]> {
  const { clients } = from;
  const asked = collectors.filter(({ actions }) => actions.some((action) => wanted.has(action)));
  if (asked.length === 0) return [];
  if (clients === undefined) throw new Error(`no clients for ${[...wanted].filter(isOptional).join(', ')}`);
  const coverage = await allEnded(asked.map(async ({ load }) => await (await load())({ ...from, clients }, wanted)));
  return coverage.flat();
}
