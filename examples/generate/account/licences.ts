import type { DescribeAccountResult } from '@aws-sdk/client-workspaces';
import type { Place } from '../place.ts';

/** Says of the account and Region whether it may bring Windows licences of its own. */
export function addLicences(
  place: Place,
  account: DescribeAccountResult = { DedicatedTenancySupport: 'DISABLED' },
): void {
  place.further.of('WorkspacesAccount').push(account);
}

/** Links the account with another that is to share its dedicated hardware. */
export function linkAccount(
  place: Place,
  TargetAccountId: string,
  AccountLinkStatus: 'LINKED' | 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT',
): void {
  place.further.of('AccountLink').push({
    AccountLinkId: place.workspacesId('link', TargetAccountId),
    AccountLinkStatus,
    SourceAccountId: place.origin.accountId,
    TargetAccountId,
  });
}
