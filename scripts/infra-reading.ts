import { collectActions } from '../lib/collect/index.ts';
import { organizationActions } from '../lib/collect/organization.ts';
import { securityHubActions } from '../lib/publish/index.ts';
import { allow, anyResource, arn, ownAccount, type Resource, type Statement } from './infra-statement.ts';

/**
 * The resources of actions that IAM lets be narrowed. All other actions of the collectors list what an account has, and
 * IAM knows no resource for them but `*`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const narrower: { readonly [action: string]: readonly Resource[] } = {
  'ds:DescribeCertificate': [arn('ds', '*', ownAccount, 'directory/*')],
  'ds:DescribeClientAuthenticationSettings': [arn('ds', '*', ownAccount, 'directory/*')],
  'ds:DescribeDomainControllers': [arn('ds', '*', ownAccount, 'directory/*')],
  'ds:ListCertificates': [arn('ds', '*', ownAccount, 'directory/*')],
  // AWS's own lists belong to the account `aws`.
  'ec2:GetManagedPrefixListEntries': [arn('ec2', '*', '*', 'prefix-list/*')],
  // One that another account shares is read, too.
  'acm-pca:DescribeCertificateAuthority': [arn('acm-pca', '*', '*', 'certificate-authority/*')],
  'acm-pca:ListTags': [arn('acm-pca', '*', '*', 'certificate-authority/*')],
  'iam:GetPolicy': [arn('iam', '', '*', 'policy/*')],
  'iam:GetPolicyVersion': [arn('iam', '', '*', 'policy/*')],
  'iam:GetRole': [arn('iam', '', ownAccount, 'role/workspaces_DefaultRole')],
  'iam:GetRolePolicy': [arn('iam', '', ownAccount, 'role/*')],
  'iam:ListAttachedRolePolicies': [arn('iam', '', ownAccount, 'role/*')],
  'iam:ListRolePolicies': [arn('iam', '', ownAccount, 'role/*')],
  'kms:DescribeKey': [arn('kms', '*', '*', 'key/*')],
  'kms:GetKeyPolicy': [arn('kms', '*', '*', 'key/*')],
  'ram:ListResourceSharePermissions': [arn('ram', '*', '*', 'resource-share/*')],
  'secretsmanager:DescribeSecret': [arn('secretsmanager', '*', ownAccount, 'secret:*')],
  'secretsmanager:GetResourcePolicy': [arn('secretsmanager', '*', ownAccount, 'secret:*')],
  // The instance, and with it the application, may be the management account's.
  'sso:GetApplicationAssignmentConfiguration': [arn('sso', '', '*', 'application/*')],
  'workspaces:DescribeClientProperties': [arn('workspaces', '*', ownAccount, 'directory/*')],
  'workspaces:DescribeIpGroups': [arn('workspaces', '*', ownAccount, 'workspaceipgroup/*')],
};

const underOrganizations: readonly Resource[] = [
  arn('organizations', '', '*', 'ou/o-*/ou-*'),
  arn('organizations', '', '*', 'root/o-*/r-*'),
];

/** What the collectors call, in the account that the policy is in and in all its Regions. */
export const collecting = (): readonly Statement[] => [
  allow(
    'Collect',
    collectActions.filter((action) => narrower[action] === undefined),
    anyResource,
  ),
  ...collectActions.flatMap((action) => {
    const resources = narrower[action];
    return resources === undefined ? [] : [allow(`Collect${action.split(':')[1]}`, [action], resources)];
  }),
];

/** Findings of the account that the policy is in, as findings of its own default product. */
export const importing = (): Statement =>
  allow('ImportFindings', securityHubActions, [arn('securityhub', '*', ownAccount, `product/${ownAccount}/default`)]);

export const listingAccounts = (): readonly Statement[] => {
  const perParent = (action: string): boolean => action.endsWith('ForParent');
  return [
    allow(
      'ListAccounts',
      organizationActions.filter((action) => !perParent(action)),
      anyResource,
    ),
    allow('ListAccountsOfUnits', organizationActions.filter(perParent), underOrganizations),
  ];
};
