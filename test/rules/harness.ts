import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPacks, defaultParameters, type Evaluation, evaluate, parsePack } from '../../lib/engine/index.ts';
import { Estate, factParameters, introduce } from '../../lib/facts/index.ts';
import type { CoverageStatus } from '../../lib/model/coverage.ts';
import type { Json, Result } from '../../lib/model/report.ts';
import { operationOf, type ResourceType, readSnapshot, type Snapshot } from '../../lib/snapshot/index.ts';

/** A resource line of a snapshot, exactly as it stands in the file. */
export interface Line {
  readonly type: ResourceType;
  readonly resource: object;
}

/** A snapshot in the making: raw AWS shapes, and how completely each operation was read. */
export interface Scene {
  readonly lines: readonly Line[];
  /** Operations that were not read completely; all others are complete. */
  readonly coverage?: Readonly<Record<string, CoverageStatus>>;
  /** Operations that the coverage does not list. */
  readonly unlisted?: readonly string[];
  readonly region?: string;
  readonly accountId?: string;
  readonly capturedAt?: string;
  readonly scope?: { readonly directories: readonly string[] };
}

export interface Case extends Scene {
  readonly baseline?: Scene;
  /** Other accounts and Regions of the same audit; their subjects get no results. */
  readonly others?: readonly Scene[];
  /** Parameters that differ from their defaults. */
  readonly parameters?: Readonly<Record<string, Json>>;
}

const rulesDir = new URL('../../rules/', import.meta.url);
export const packs = readdirSync(rulesDir)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => parsePack(readFileSync(new URL(name, rulesDir), 'utf8'), name));
checkPacks(packs);

/** Operations that some rule reads; a complete snapshot has read them all. */
const operations = [
  'workspaces:DescribeWorkspaceDirectories',
  'workspaces:DescribeWorkspaces',
  'workspaces:DescribeIpGroups',
  'ds:DescribeDirectories',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeNatGateways',
  'ec2:DescribeAddresses',
  'ec2:DescribeVpcEndpoints',
  'ec2:GetManagedPrefixListEntries',
  'ec2:DescribeNetworkAcls',
  'workspaces:DescribeWorkspacesConnectionStatus',
  'workspaces:DescribeWorkspaceBundles',
  'workspaces:DescribeWorkspaceImages',
  'workspaces:DescribeConnectionAliases',
  'workspaces:ListAccountLinks',
  'workspaces:DescribeClientProperties',
  'workspaces:DescribeAccount',
  'ds:DescribeDomainControllers',
  'ds:DescribeTrusts',
  'ds:DescribeClientAuthenticationSettings',
  'ds:DescribeCertificate',
  'iam:ListRoles',
  'iam:GetRole',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:ListSAMLProviders',
  'acm-pca:DescribeCertificateAuthority',
  'acm-pca:ListTags',
  'ram:ListResources',
  'ram:ListResourceSharePermissions',
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetResourcePolicy',
  'kms:GetKeyPolicy',
  'sso:ListInstances',
  'sso:GetApplicationAssignmentConfiguration',
  'kms:DescribeKey',
  'cloudtrail:LookupEvents',
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
];

async function snapshotOf(scene: Scene, fallbackDate: string): Promise<Snapshot> {
  const {
    lines,
    coverage = {},
    unlisted = [],
    region = 'us-east-1',
    accountId = '111122223333',
    capturedAt = fallbackDate,
  } = scene;
  const header = {
    type: 'Snapshot',
    formatVersion: 1,
    partition: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws',
    accountId,
    region,
    capturedAt,
    generator: 'test',
    ...(scene.scope === undefined ? {} : { scope: scene.scope }),
  };
  const names = [...new Set([...operations, ...Object.keys(coverage)])].filter((name) => !unlisted.includes(name));
  const covered = names.map((operation) => ({
    operation,
    status: coverage[operation] ?? 'complete',
    count: lines.filter(({ type }) => operationOf(type) === operation).length,
    ...(coverage[operation] === 'denied' ? { errorCode: 'AccessDeniedException', message: 'not authorized' } : {}),
  }));
  const content = [header, ...lines, { type: 'Coverage', operations: covered }]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const directory = await mkdtemp(join(tmpdir(), 'wsaudit-'));
  try {
    const file = join(directory, 'estate.ndjson');
    await writeFile(file, `${content}\n`);
    return await readSnapshot(file);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Writes snapshot lines to a file and reads them back. @returns the estate, and the values of all parameters */
export async function estateOf({ baseline, others = [], parameters = {}, ...scene }: Case) {
  const values = { ...defaultParameters(packs), ...parameters };
  const snapshot = await snapshotOf(scene, '2026-11-22T03:00:00.000Z');
  const before = baseline === undefined ? undefined : await snapshotOf(baseline, '2026-10-22T03:00:00.000Z');
  const known = factParameters.parse(values);
  const estate = new Estate(snapshot, known, before);
  const elsewhere = await Promise.all(others.map((other) => snapshotOf(other, '2026-11-22T03:00:00.000Z')));
  introduce([estate, ...elsewhere.map((other) => new Estate(other, known))]);
  return { estate, values };
}

/** Runs one rule on snapshot lines, through file, reader, facts and engine. @returns its evaluation */
export async function evaluateRule(ruleId: string, scene: Case): Promise<Evaluation> {
  const rule = packs.flatMap((pack) => pack.rules).find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`no rule ${ruleId}`);
  const { estate, values } = await estateOf(scene);
  return await evaluate(estate, [{ rule }], values);
}

/** Runs one rule on snapshot lines. @returns all its results */
export const judge = async (ruleId: string, scene: Case): Promise<readonly Result[]> =>
  (await evaluateRule(ruleId, scene)).results;

/** `id → STATUS`, with the severity of what is broken and the operations that are missing. */
export function verdicts(results: readonly Result[]): Record<string, string> {
  return Object.fromEntries(
    results.map(({ subject, status, severity, missing }) => {
      const detail = status === 'NON_COMPLIANT' ? ` ${severity}` : missing.length > 0 ? ` ${missing.join(' ')}` : '';
      return [subject.id, `${status}${detail}`];
    }),
  );
}
