import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientSettings } from '../clients/client.ts';
import { makeClients } from '../clients/collect-clients.ts';
import { isUnreachable } from '../clients/sign-in.ts';
import { type CollectedSnapshot, collectSnapshot, Limiter, type SnapshotRequest } from '../collect/index.ts';
import { InputError } from '../model/errors.ts';
import { findTargets, type LostTarget, type Target, type TargetOptions } from './collect-targets.ts';
import type { CliIo } from './io.ts';
import { progressOn } from './progress.ts';

export type { LostTarget } from './collect-targets.ts';

export interface CollectRequest extends TargetOptions {
  readonly profile?: string | undefined;
  readonly fips: boolean;
  readonly quiet: boolean;
  /** Absolute path of the snapshot, or of the directory of snapshots when there are several accounts or Regions. */
  readonly target: string;
  /** Operations that rules in force read; of those that only some rules read, these are asked. */
  readonly wanted: ReadonlySet<string>;
  readonly clock?: () => Date;
}

export interface Collected {
  readonly snapshots: readonly CollectedSnapshot[];
  /** Accounts and Regions of roles that could not be assumed. */
  readonly lost: readonly LostTarget[];
  /** The accounts and Regions that were read, with their credentials; publishing takes them again. */
  readonly targets: readonly Target[];
  readonly settings: ClientSettings;
}

/** Accounts × Regions that are collected at the same time. */
const targetsAtOnce = 4;

/**
 * Collects every account and Region that the command line names into snapshot files.
 *
 * @throws InputError `usage`, `credentials` (none found or accepted, nothing answers), or `file`
 */
export async function collectTargets(request: CollectRequest, io: CliIo): Promise<Collected> {
  const { profile, fips, wanted, clock = () => new Date() } = request;
  // The SDK reads endpoints only from the profile that the environment names.
  if (profile !== undefined) io.env.AWS_PROFILE = profile;
  const settings: ClientSettings = { profile, fips, env: io.env, remark: request.quiet ? () => {} : onceEach(io) };
  const { targets, lost } = await findTargets(request, settings);
  const fileOf = await layOut(request.target, targets.length + lost.length > 1);
  const display = progressOn(io, request.quiet);
  const limiter = new Limiter(targetsAtOnce);
  try {
    const snapshots = await Promise.all(
      targets.map((target) =>
        limiter.run(() => collectOne(target, fileOf(target), settings, { clock, wanted }, display.show)),
      ),
    );
    if (snapshots.every(nothingAnswered)) throw unreachable(snapshots);
    return { snapshots, lost, targets, settings };
  } finally {
    display.finish();
  }
}

async function collectOne(
  { access, region }: Target,
  file: string,
  settings: ClientSettings,
  parts: Pick<SnapshotRequest, 'clock' | 'wanted'>,
  show: ReturnType<typeof progressOn>['show'],
): Promise<CollectedSnapshot> {
  const { credentials, accountId, partition } = access;
  const clients = await makeClients(region, credentials, settings);
  try {
    const onProgress = show.bind(undefined, accountId, region);
    return await collectSnapshot({ file, partition, accountId, region, clients, onProgress, ...parts });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}

/** Where each snapshot goes. Checked before anything is read: a scan that cannot be kept is not worth its calls. */
async function layOut(path: string, several: boolean): Promise<(target: Target) => string> {
  const directory = several || (await kindOf(path)) === 'directory';
  try {
    await mkdir(directory ? path : dirname(path), { recursive: true });
  } catch (error) {
    throw new InputError(
      'file',
      {
        place: path,
        found: error instanceof Error ? error.message : String(error),
        expected: several ? 'a directory, because there is more than one account or Region' : 'a file to write',
        mend: 'Name another place.',
      },
      { cause: error },
    );
  }
  return ({ access, region }) => (directory ? join(path, `${access.accountId}-${region}.ndjson.gz`) : path);
}

async function kindOf(path: string): Promise<'directory' | 'other'> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? 'directory' : 'other';
}

const nothingAnswered = ({ coverage }: CollectedSnapshot): boolean =>
  coverage.every(({ status, errorCode }) => status === 'skipped' || (status === 'failed' && isUnreachable(errorCode)));

function unreachable(snapshots: readonly CollectedSnapshot[]): InputError {
  return new InputError(
    'credentials',
    snapshots.map(({ accountId, region, coverage }) => {
      const failed = coverage.find(({ status }) => status === 'failed');
      return {
        place: `account ${accountId}, ${region}`,
        found: `no endpoint of WorkSpaces, Directory Service or EC2 can be reached (${failed?.message ?? ''})`,
        mend: 'Check the network, the proxy, --region and AWS_ENDPOINT_URL.',
      };
    }),
  );
}

function onceEach({ stderr }: CliIo): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (said.has(text)) return;
    said.add(text);
    stderr.write(`${text}\n`);
  };
}
