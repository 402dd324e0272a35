import { account, dir, directory, workspace } from './fleet-builders.ts';
import type { Line } from './harness.ts';

/** Raw AWS shapes of BYOL: dedicated directories and what runs in them. A member given as undefined is absent. */

export const describeAccount = 'workspaces:DescribeAccount';
export const listLinks = 'workspaces:ListAccountLinks';
export const targetAccount = '222233334444';
export const thirdAccount = '333344445555';

export const dedicated = (members: object = {}): Line => directory({ Tenancy: 'DEDICATED', ...members });
export const shared = (members: object = {}): Line => directory({ Tenancy: 'SHARED', ...members });

/** A WorkSpace with an operating system, a compute type and a running mode. */
export const desktop = (
  id: string,
  OperatingSystemName?: string | null,
  ComputeTypeName: string | null | undefined = 'STANDARD',
  RunningMode: string | null | undefined = 'AUTO_STOP',
  members: object = {},
): Line => workspace(id, { WorkspaceProperties: { OperatingSystemName, ComputeTypeName, RunningMode }, ...members });

/** So many of them in the dedicated directory. */
export const desktops = (count: number, ComputeTypeName?: string, RunningMode?: string, members: object = {}): Line[] =>
  Array.from({ length: count }, (_, index) =>
    desktop(`ws-${ComputeTypeName}-${RunningMode}-${index}`, 'WINDOWS_11', ComputeTypeName, RunningMode, members),
  );

export const accountLine = (members: object): Line => ({ type: 'WorkspacesAccount', resource: members });

/** A link of this account, as source, with another one. */
export const link = (
  AccountLinkStatus: string | undefined = 'LINKED',
  TargetAccountId: string | undefined = targetAccount,
  SourceAccountId: string | undefined = account,
): Line => ({
  type: 'AccountLink',
  resource: { AccountLinkId: `link-${TargetAccountId}`, AccountLinkStatus, SourceAccountId, TargetAccountId },
});

export { account, dir };
