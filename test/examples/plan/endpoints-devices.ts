import type { Plan } from './plan.ts';

/** What the examples show of the pack `endpoints-devices`. */
export const endpointsDevices: Plan = {
  'trusted-devices-block-other-platforms': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'chromeos-client-retired': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/card-trial',
      'us-east-1/auditors',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'zero-client-needs-pcoip': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/training'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'web-access-supported-for-workspace': {
    nonCompliant: ['eu-west-3/card-trial'],
    compliant: ['us-east-1/contractors'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'protocol-mix-per-user': {
    nonCompliant: ['us-east-1/test-engineer-009', 'us-east-1/test-engineer-009 again'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/developer-028', 'us-east-1/sandbox-tester-001'],
  },
  'one-workspace-per-user-per-directory': {
    nonCompliant: ['us-east-1/test-engineer-009', 'us-east-1/test-engineer-009 again'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/developer-028', 'us-east-1/sandbox-tester-001'],
  },
  'os-requires-dcv': {
    nonCompliant: ['us-east-1/contractor-023'],
    compliant: [
      'us-east-1/contractor-001',
      'us-east-1/developer-003',
      'us-gov-west-1/signal-analyst-001',
      'us-gov-west-1/signal-analyst-002',
      'us-west-2/data-steward-001',
    ],
    notApplicable: ['af-south-1/cape-advisor-001', 'eu-west-3/card-developer-001', 'us-east-1/animator-001'],
  },
  'local-administrator-disabled': {
    nonCompliant: ['us-east-1/training'],
    compliant: [
      'eu-west-3/card-trial',
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
  },
  'self-service-permissions-minimal': {
    nonCompliant: ['us-east-1/training'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/card-trial',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/legacy-desktops', 'us-east-1/seasonal-pool'],
  },
  'remember-me-disabled': {
    nonCompliant: ['us-east-1/training'],
    compliant: [
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-gov-west-1/records',
      'us-west-2/marshals',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/auditors'],
  },
};
