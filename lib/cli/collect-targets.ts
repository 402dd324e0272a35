import type { ClientSettings } from '../clients/client.ts';
import { type Access, AccessError, credentialsError, signIn } from '../clients/sign-in.ts';
import { InputError } from '../model/errors.ts';
import { configuredRegion } from './configured-region.ts';
import { allRegions, checkRegions } from './named-regions.ts';
import { accountOf } from './role-arn.ts';

/** Which accounts and Regions the command line names. */
export interface TargetOptions {
  readonly region: readonly string[];
  readonly allRegions: boolean;
  /** When present, only the accounts of these roles are scanned. */
  readonly roleArn: readonly string[];
}

/** An account and Region to collect. */
export interface Target {
  readonly access: Access;
  readonly region: string;
}

/** An account and Region that could not be looked at, at all. */
export interface LostTarget {
  readonly accountId: string;
  readonly region: string;
  readonly message: string;
  readonly errorCode: string;
}

/**
 * Signs in to every account that is named.
 *
 * @returns the accounts × Regions to collect, and those of roles that could not be assumed
 * @throws InputError `usage` for contradicting or misspelt flags; `credentials` when no account is left
 */
export async function findTargets(
  options: TargetOptions,
  settings: ClientSettings,
): Promise<{ readonly targets: readonly Target[]; readonly lost: readonly LostTarget[] }> {
  const roles = [...new Set(options.roleArn)];
  for (const role of roles) accountOf(role);
  const home = await homeRegion(options, roles[0], settings);
  const attempts = await Promise.all(
    (roles.length === 0 ? [undefined] : roles).map(async (role) => ({
      role,
      access: await tryToSignIn(home, role, settings),
    })),
  );
  const regionsIn = (partition: string): readonly string[] =>
    options.allRegions ? allRegions(partition) : options.region.length > 0 ? checkRegions(options.region) : [home];

  const targets: Target[] = [];
  const lost: LostTarget[] = [];
  const failures: AccessError[] = [];
  for (const { role, access } of attempts) {
    if (!(access instanceof AccessError)) {
      refuseSameAccount(targets, access, role);
      targets.push(...regionsIn(access.partition).map((region) => ({ access, region })));
      continue;
    }
    failures.push(access);
    if (role === undefined) continue;
    const { accountId, partition } = accountOf(role);
    const { message, errorCode } = access;
    lost.push(...regionsIn(partition).map((region) => ({ accountId, region, message, errorCode })));
  }
  if (targets.length === 0) throw credentialsError(failures);
  return { targets, lost };
}

async function tryToSignIn(
  region: string,
  role: string | undefined,
  settings: ClientSettings,
): Promise<Access | AccessError> {
  try {
    return await signIn(region, role === undefined ? undefined : { arn: role, place: `--role-arn ${role}` }, settings);
  } catch (error) {
    if (error instanceof AccessError) return error;
    throw error;
  }
}

/** The Region whose STS is asked: the first that is named, or the one that the environment or profile sets. */
async function homeRegion(options: TargetOptions, role: string | undefined, settings: ClientSettings): Promise<string> {
  if (options.allRegions && options.region.length > 0) {
    throw new InputError('usage', {
      place: '--all-regions',
      found: '--region is given too',
      mend: 'Leave one of the two out.',
    });
  }
  const [first] = checkRegions(options.region);
  if (first !== undefined) return first;
  const configured = await configuredRegion(settings.profile);
  if (configured !== undefined) return configured;
  const [known] = role !== undefined && options.allRegions ? allRegions(accountOf(role).partition) : [];
  if (known !== undefined) return known;
  throw new InputError('usage', {
    place: '--region',
    found: 'no Region is named, and neither AWS_REGION nor the profile sets one',
    mend: options.allRegions
      ? 'Set AWS_REGION to a Region of the partition, so that the account can be looked up.'
      : 'Name one with --region, or all with --all-regions.',
  });
}

/** One file holds one account and Region, so an account is scanned through one role. */
function refuseSameAccount(targets: readonly Target[], access: Access, role: string | undefined): void {
  if (!targets.some((target) => target.access.accountId === access.accountId)) return;
  throw new InputError('usage', {
    place: `--role-arn ${role ?? ''}`,
    found: `a second role of account ${access.accountId}`,
    mend: 'Name one role per account.',
  });
}
