import type { OperationCoverage } from '../model/coverage.ts';
import { isOptional } from '../snapshot/index.ts';
import { allEnded } from './all-ended.ts';
import type { CollectWanted, OptionalClients, OptionalCollection } from './optional-collection.ts';

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
