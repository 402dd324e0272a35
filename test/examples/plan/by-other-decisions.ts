import type { Plan } from './plan.ts';

/** What they show where strictPrimaryPorts is true and idpMfaAttested false. */
export const byOtherDecisions: Plan = {
  'internet-ports-inbound-from-vpc': {
    nonCompliant: [
      'af-south-1/cape-town',
      'af-south-1/cape-town-own',
      'eu-west-3/card-trial',
      'us-east-1/acquired',
      'us-east-1/auditors',
      'us-east-1/call-centre',
      'us-east-1/claims',
      'us-east-1/contractors',
      'us-east-1/engineering',
      'us-east-1/finance',
      'us-east-1/retail-east',
      'us-east-1/retail-west',
      'us-east-1/sandbox',
      'us-east-1/training',
      'us-gov-west-1/field-office',
      'us-gov-west-1/mission-support',
      'us-gov-west-1/program-alpha',
      'us-gov-west-1/records',
      'us-west-2/compliance',
      'us-west-2/counsel',
      'us-west-2/marshals',
    ],
    compliant: ['us-east-1/press-office'],
    notApplicable: ['us-east-1/legacy-desktops', 'us-east-1/seasonal-pool'],
    insufficientData: ['eu-west-3/pilot'],
  },
  'cba-mfa-enforced-at-idp': {
    nonCompliant: ['us-east-1/call-centre', 'us-east-1/claims', 'us-east-1/finance', 'us-west-2/counsel'],
    compliant: [],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
};
