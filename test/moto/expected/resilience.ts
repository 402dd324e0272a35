import { account, type ByRule, compliant, directories, subnets, unknown, violated, vpc } from './subjects.ts';

export const resilience: ByRule = {
  // Connection aliases could not be listed.
  'cross-region-alias-has-failover': unknown(account),
  'cross-region-same-usernames': unknown(directories),
  'cross-region-saml-both-directories': unknown(directories),
  // What Directory Service says of its own suffices but for AWS Managed Microsoft AD.
  'directory-controllers-two-azs': { COMPLIANT: ['connector', 'simple'], INSUFFICIENT_DATA: ['managed'] },
  'directory-subnets-two-azs': compliant(directories),
  // One NAT gateway for subnets in two zones.
  'nat-gateway-per-az': violated(vpc),
  'subnet-free-addresses': compliant(subnets),
};
