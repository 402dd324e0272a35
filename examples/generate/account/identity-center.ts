import type { Place } from '../place.ts';
import { alphanumeric } from '../seeds.ts';
import type { Directory } from '../shapes.ts';

/** The account's instance of IAM Identity Center, which ARNs give no Region for. */
const instanceOf = ({ origin: { accountId } }: Place): string =>
  `ssoins-${alphanumeric(`sso instance ${accountId}`, 16)}`;

/** A directory's part in the account's instance: every directory is an application of its own there. */
export function identityCenterConfig(place: Place, alias: string): NonNullable<Directory['IDCConfig']> {
  const { partition, accountId } = place.origin;
  const instance = instanceOf(place);
  return {
    InstanceArn: `arn:${partition}:sso:::instance/${instance}`,
    ApplicationArn: `arn:${partition}:sso::${accountId}:application/${instance}/apl-${alphanumeric(alias, 16)}`,
  };
}

/** Adds the instance to the Region that it lives in. */
export function addIdentityCenter(place: Place): void {
  const { partition, accountId } = place.origin;
  place.further.of('InstanceMetadata').push({
    InstanceArn: `arn:${partition}:sso:::instance/${instanceOf(place)}`,
    IdentityStoreId: place.directoryId('identity store'),
    OwnerAccountId: accountId,
    Name: 'desktops',
    CreatedDate: new Date('2025-01-13T09:30:00.000Z'),
    Status: 'ACTIVE',
  });
}

/** Says of a directory's application whether users must be assigned to it. */
export function assignUsers(place: Place, alias: string, AssignmentRequired: boolean): void {
  const ApplicationArn = place.directory(alias).IDCConfig?.ApplicationArn;
  if (ApplicationArn === undefined) throw new Error(`${alias} is no application of IAM Identity Center`);
  place.further.of('ApplicationAssignmentConfiguration').push({ ApplicationArn, AssignmentRequired });
}
