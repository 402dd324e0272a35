import type { Plan } from './plan.ts';

/** What the examples show of the pack `resilience`. */
export const resilience: Plan = {
  'directory-subnets-two-azs': {
    nonCompliant: ['us-east-1/sandbox'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/legacy-desktops', 'us-east-1/seasonal-pool'],
    insufficientData: ['eu-west-3/card-trial'],
  },
  'directory-controllers-two-azs': {
    nonCompliant: ['us-east-1/sandbox'],
    compliant: [
      'eu-west-3/card-trial',
      'eu-west-3/pilot',
      'us-east-1/call-centre',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
    insufficientData: ['us-east-1/acquired'],
  },
  'nat-gateway-per-az': {
    nonCompliant: ['eu-west-3/desktops', 'us-east-1/desktops'],
    compliant: ['af-south-1/desktops', 'us-gov-west-1/desktops', 'us-west-2/desktops'],
  },
  'subnet-free-addresses': {
    nonCompliant: ['us-east-1/call-centre-a'],
    compliant: [
      'af-south-1/cape-town-a',
      'eu-west-3/card-trial-a',
      'us-east-1/acquired-a',
      'us-gov-west-1/field-office-a',
      'us-west-2/compliance-a',
    ],
  },
  'cross-region-alias-has-failover': {
    nonCompliant: ['us-east-1/training.example.com'],
    compliant: ['eu-west-3/desktops.example.com', 'us-east-1/desktops.example.com'],
  },
  'cross-region-same-usernames': {
    nonCompliant: ['eu-west-3/pilot'],
    compliant: ['us-east-1/finance'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/training'],
  },
  'cross-region-saml-both-directories': {
    nonCompliant: ['eu-west-3/pilot'],
    compliant: ['us-east-1/finance'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/training'],
  },
};
