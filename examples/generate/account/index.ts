import { Place } from '../place.ts';
import { addKey } from './keys.ts';
import { addDefaultRole, addUsersRole, streamAsThemself } from './roles.ts';

/** Directories of the commercial account that sign in through SAML, by Region. */
const samlDirectories: Readonly<Record<string, readonly string[]>> = {
  'us-east-1': ['finance', 'call-centre', 'retail-east', 'sandbox'],
  'us-west-2': ['compliance', 'counsel'],
  'eu-west-3': ['card-trial'],
};

/** Adds what the snapshot of each Region repeats of the commercial account. */
export function addCommercialAccount(place: Place): void {
  const { partition, accountId } = place.origin;
  addDefaultRole(place);
  const arns = Object.entries(samlDirectories).flatMap(([region, aliases]) => {
    const elsewhere = new Place(partition, accountId, region, place.era);
    return aliases.map((alias) => elsewhere.arn('workspaces', `directory/${elsewhere.directoryId(alias)}`));
  });
  addUsersRole(place, {
    name: 'desktop-users',
    provider: 'example-idp',
    trust: {
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml', 'SAML:sub_type': 'persistent' } },
    },
    permissions: [streamAsThemself(arns)],
  });
  addKey(place, place.arn('kms', 'alias/aws/workspaces'), { manager: 'AWS', state: 'Enabled' });
  addOrganization(place, '777788889999', ['111122223333', '666677778888', '777788889999']);
}

/** The same of the GovCloud account, where nobody has looked at roles for a long time. */
export function addGovCloudAccount(place: Place): void {
  const { partition } = place.origin;
  addDefaultRole(place, `arn:${partition}:iam::555566667777:root`);
  addUsersRole(place, {
    name: 'agency-users',
    provider: 'agency-idp',
    attached: true,
    trust: {
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.amazonaws-us-gov.com/saml' } },
    },
    permissions: [
      {
        Effect: 'Allow',
        Action: 'workspaces:Stream',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.210/32' } },
      },
    ],
  });
  addKey(place, place.arn('kms', 'alias/aws/workspaces'), { manager: 'AWS', state: 'Enabled' });
  addOrganization(place, '888899990000', ['444455556666', '888899990000']);
}

function addOrganization(place: Place, MasterAccountId: string, members: readonly string[]): void {
  const Id = 'o-exampleorg1';
  const prefix = `arn:${place.origin.partition}:organizations::${MasterAccountId}`;
  place.further.of('Organization').push({
    Id,
    Arn: `${prefix}:organization/${Id}`,
    FeatureSet: 'ALL',
    MasterAccountArn: `${prefix}:account/${Id}/${MasterAccountId}`,
    MasterAccountId,
    MasterAccountEmail: 'management@example.com',
  });
  for (const account of members) {
    place.further.of('OrganizationAccount').push({
      Id: account,
      Arn: `${prefix}:account/${Id}/${account}`,
      Email: `account-${account}@example.com`,
      Name: `account-${account.slice(0, 4)}`,
      Status: 'ACTIVE',
      State: 'ACTIVE',
      JoinedMethod: 'CREATED',
      JoinedTimestamp: new Date('2023-02-01T09:00:00.000Z'),
    });
  }
}
