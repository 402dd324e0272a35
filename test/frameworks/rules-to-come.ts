/**
 * Rules that the mapping names and no pack holds yet. The list only ever gets shorter: take a rule out when it is built.
 */
export const rulesToCome: readonly string[] = [
  'ad-connector-hybrid-path',
  'amazon-linux-repository-access',
  'auto-public-ip-unneeded-with-nat',
  'cross-region-alias-has-failover',
  'cross-region-same-usernames',
  'cross-region-saml-both-directories',
  'directory-controllers-two-azs',
  'directory-in-private-subnets',
  'directory-ports-ad-connector',
  'directory-ports-open-from-workspaces',
  'directory-ports-open-on-controllers',
  'directory-subnets-two-azs',
  'internet-egress-network-acl',
  'internet-egress-path',
  'internet-egress-security-group',
  'internet-ports-inbound-from-vpc',
  'management-range-free-of-conflict',
  'nat-gateway-in-public-subnet',
  'nat-gateway-per-az',
  'subnet-free-addresses',
  'subnet-supported-az-id',
  'subnets-exist-in-one-vpc',
  'workspaces-in-private-subnets',
];
