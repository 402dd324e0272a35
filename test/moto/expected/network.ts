import { type ByRule, compliant, directories, notApplicable, subnets, unknown, vpc, workspaces } from './subjects.ts';

export const network: ByRule = {
  // The servers of the connector's domain are outside the VPC, where only the NAT gateway leads.
  'ad-connector-hybrid-path': { NON_COMPLIANT: ['connector'], NOT_APPLICABLE: ['managed', 'simple'] },
  // No WorkSpace says its subnet.
  'amazon-linux-repository-access': notApplicable(subnets),
  'auto-public-ip-unneeded-with-nat': notApplicable(directories),
  'directory-in-private-subnets': compliant(directories),
  'directory-ports-ad-connector': {
    COMPLIANT: ['connector controllers'],
    NOT_APPLICABLE: ['connector members', 'managed controllers', 'managed members', 'simple controllers'],
  },
  // Interfaces were read in part only, because it is not known which addresses IP groups name.
  'directory-ports-open-from-workspaces': unknown(directories),
  // moto opens no port of the directory.
  'directory-ports-open-on-controllers': {
    NON_COMPLIANT: ['managed controllers', 'simple controllers'],
    NOT_APPLICABLE: ['connector controllers', 'connector members', 'managed members'],
  },
  // WorkSpaces have no IpAddress to find their interface by.
  'eni-change-events': unknown(workspaces),
  // Directories do not hand out internet addresses; WorkSpaces have no IpAddress to find their interface by.
  'eni-own-elastic-ip-on-auto-assign': notApplicable(workspaces),
  'eni-present-and-in-use': unknown(workspaces),
  'eni-public-ip-not-lost': notApplicable(workspaces),
  'eni-subnet-belongs-to-directory': unknown(workspaces),
  'eni-unmodified-since-baseline': unknown(workspaces),
  'internet-egress-network-acl': compliant(subnets),
  'internet-egress-path': compliant(subnets),
  // Interfaces were read in part only, because it is not known which addresses IP groups name.
  'internet-egress-security-group': unknown(directories),
  // The configuration does not ask for them.
  'internet-ports-inbound-from-vpc': notApplicable(directories),
  'management-range-free-of-conflict': compliant(vpc),
  // moto has no events, and no baseline is given.
  'management-route-change-after-registration': unknown(vpc),
  'nat-gateway-in-public-subnet': compliant(subnets),
  // us-east-1b is use1-az1 in moto, where WorkSpaces does not run.
  'subnet-supported-az-id': { COMPLIANT: ['plain subnet'], NON_COMPLIANT: ['IPv6 subnet'] },
  'subnets-exist-in-one-vpc': compliant(directories),
  'workspaces-in-private-subnets': compliant(subnets),
};
