import type { Plan } from './plan.ts';

/** What the examples show of the pack `ip-access`. */
export const ipAccess: Plan = {
  'ip-group-associated': {
    nonCompliant: [
      'us-east-1/training',
      'us-east-1/sandbox',
      'us-gov-west-1/records',
      'eu-west-3/pilot',
      'eu-west-3/card-trial',
    ],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/call-centre',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: [
      'us-east-1/contractors',
      'us-east-1/auditors',
      'us-east-1/legacy-desktops',
      'us-gov-west-1/mission-support',
    ],
  },
  'ip-group-not-empty': {
    nonCompliant: ['us-east-1/claims-surge'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/claims-office',
      'us-east-1/branch-001',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/former-branch-1'],
  },
  'ip-group-no-allow-all': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/claims',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/training', 'eu-west-3/pilot'],
  },
  'ip-group-rule-public-address': {
    nonCompliant: ['us-east-1/finance-auditing'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/partner-labs',
      'us-gov-west-1/field-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/claims-surge'],
  },
  'ip-group-rule-no-dynamic-address': {
    nonCompliant: ['us-east-1/build-farm'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/vpn-egress',
      'us-east-1/backup-line',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/former-branch-1', 'us-east-1/warehouse'],
  },
  'ip-group-nat-gateway-static-addresses': {
    nonCompliant: ['us-east-1/lab-egress'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/vpn-egress'],
  },
  'ip-group-covers-every-nat-address': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-1/retail-west', 'us-east-1/claims', 'eu-west-3/pilot'],
  },
  'ip-group-nat-single-udp-egress': {
    nonCompliant: ['us-east-1/lab-egress', 'us-east-1/call-centre-egress'],
    compliant: ['us-east-1/head-office', 'us-gov-west-1/agency-egress', 'us-west-2/west-office-a'],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/vpn-egress'],
  },
  'ip-group-rule-address-still-owned': {
    nonCompliant: ['us-east-1/warehouse', 'us-east-1/backup-line'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/vpn-egress',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/engineering-office', 'us-gov-west-1/field-egress'],
  },
  'ip-group-ineffective-with-vpc-endpoint': {
    nonCompliant: ['us-gov-west-1/mission-support'],
    compliant: ['us-east-1/contractors', 'us-east-1/auditors'],
    notApplicable: ['us-east-1/finance', 'us-east-1/training', 'us-west-2/compliance'],
  },
  'ip-group-streaming-endpoint-restricted': {
    nonCompliant: ['us-east-1/auditors'],
    compliant: ['us-east-1/contractors'],
    notApplicable: ['us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    insufficientData: ['us-gov-west-1/mission-support'],
  },
  'ip-group-quota-per-directory': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/retail-west', 'us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'eu-west-3/pilot'],
  },
  'ip-group-quota-per-region': {
    nonCompliant: ['us-east-1/account'],
    compliant: ['us-gov-west-1/account', 'us-west-2/account'],
    notApplicable: ['eu-west-3/account'],
  },
  'ip-group-quota-rules': {
    nonCompliant: ['us-east-1/partner-labs'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/finance-auditing',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/claims-surge'],
  },
  'ip-group-unused': {
    nonCompliant: [
      'us-east-1/former-branch-1',
      'us-east-1/former-branch-2',
      'us-east-1/former-branch-3',
      'us-east-1/former-branch-4',
    ],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/branch-001',
      'us-east-1/claims-surge',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
  },
  'ip-group-unsupported-client-types': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: ['us-east-1/finance', 'us-east-1/retail-east', 'us-gov-west-1/field-office', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-1/contractors', 'eu-west-3/pilot'],
  },
  'ip-group-self-service-outside-boundary': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-gov-west-1/field-office', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'eu-west-3/pilot'],
  },
  'ip-group-change-active-sessions': {
    nonCompliant: ['us-east-1/claims'],
    compliant: ['us-east-1/engineering', 'us-gov-west-1/field-office'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
};
