import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { InputError } from '../model/errors.ts';
import { type EvidenceBucket, updateDocument } from '../store/index.ts';
import { targetsKey } from './keys.ts';
import { withDirectories } from './plan-directories.ts';
import { narrow, parseRequest } from './request.ts';
import type { OrganizationFilter, TargetSettings } from './settings.ts';
import { type PlanInput, type PlanOutput, type RunTarget, targetSchema } from './steps.ts';

/** What planning needs beside its input. */
export interface PlanParts {
  readonly bucket: EvidenceBucket;
  readonly settings: TargetSettings;
  /** Where the auditor itself runs. */
  readonly own: { readonly accountId: string; readonly partition: string; readonly region: string };
  /** Name, with its path if it has one, of the role to assume in every other account. */
  readonly memberRoleName: string;
  /** The active accounts of the organization. */
  readonly listAccounts: (filter: OrganizationFilter) => Promise<readonly string[]>;
  /** Reads configuration and packs; throws when the run could not judge by them. */
  readonly loadPolicy: () => Promise<unknown>;
  readonly regionsWithWorkspaces: (partition: string) => readonly string[];
}

/**
 * Decides which accounts and Regions a run covers, and writes them down for the map over them. What would fail every
 * target fails here, before anything is read.
 *
 * @returns where the targets stand
 * @throws InputError for a request, settings, configuration or pack that cannot be used, or when no target is left;
 *   StoreError
 */
export async function planStep(input: PlanInput, parts: PlanParts): Promise<PlanOutput> {
  const { run, startedAt } = input;
  const { bucket, settings, own } = parts;
  const request = parseRequest(input.request);
  await parts.loadPolicy();
  const audited = { accounts: await accountsOf(parts), regions: regionsOf(parts) };
  if (audited.accounts.length === 0 || audited.regions.length === 0) throw nothing(settings, own.partition);
  const { accounts, regions } = narrow(audited, request);
  const targets = accounts.flatMap((accountId) => regions.map((region) => targetOf(accountId, region, parts)));
  const scoped = await withDirectories(targets, request.directories, bucket);
  const key = targetsKey(run);
  // A retry finds its own list; another one is left of an execution of the same name long ago.
  await updateDocument(bucket, key, z.array(targetSchema), (previous) => {
    return { value: isDeepStrictEqual(previous, scoped) && previous !== undefined ? previous : scoped, outcome: null };
  });
  const all = audited.accounts.length * audited.regions.length;
  const whole = request.directories === undefined && targets.length === all;
  return { run, startedAt, whole, targets: { bucket: bucket.bucket, key, count: scoped.length } };
}

async function accountsOf({ settings: { accounts }, own, listAccounts }: PlanParts): Promise<readonly string[]> {
  if (accounts === 'own') return [own.accountId];
  const found = 'organization' in accounts ? await listAccounts(accounts.organization) : accounts;
  return [...new Set(found)].sort();
}

const regionsOf = ({ settings: { regions }, own, regionsWithWorkspaces }: PlanParts): readonly string[] =>
  [...new Set(regions === 'all' ? regionsWithWorkspaces(own.partition) : regions)].sort();

function targetOf(
  accountId: string,
  region: string,
  { own: { accountId: ownId, partition }, memberRoleName }: PlanParts,
): Omit<RunTarget, 'directories'> {
  const roleArn = accountId === ownId ? null : `arn:${partition}:iam::${accountId}:role/${memberRoleName}`;
  return { accountId, region, partition, roleArn };
}

const nothing = (settings: TargetSettings, partition: string): InputError =>
  new InputError('configuration', {
    place: 'the target settings',
    found: `${JSON.stringify(settings)} leaves no account and Region in the partition ${partition}`,
    mend: 'Widen "accounts" or "regions" in the settings of the deployment, or name the Regions.',
  });
