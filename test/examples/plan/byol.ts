import type { Plan } from './plan.ts';

/** What the examples show of the pack `byol`. */
export const byol: Plan = {
  'byol-account-enabled': {
    nonCompliant: ['af-south-1/account'],
    compliant: ['us-east-1/account', 'us-west-2/account'],
    notApplicable: ['eu-west-3/account', 'us-gov-west-1/account'],
  },
  'byol-minimum-non-gpu': {
    nonCompliant: ['af-south-1/account'],
    compliant: ['us-east-1/account', 'us-west-2/account'],
    notApplicable: ['eu-west-3/account', 'us-gov-west-1/account'],
  },
  'byol-minimum-gpu': {
    nonCompliant: ['af-south-1/account'],
    compliant: ['us-east-1/account'],
    notApplicable: ['eu-west-3/account', 'us-gov-west-1/account'],
  },
  'byol-bundle-restrictions': {
    nonCompliant: ['af-south-1/cape-designer-001'],
    compliant: ['us-east-1/animator-001', 'us-east-1/animator-002', 'us-east-1/animator-003', 'us-east-1/animator-004'],
    notApplicable: ['af-south-1/cape-advisor-001', 'eu-west-3/card-developer-001', 'us-east-1/build-operator-001'],
  },
  'byol-workspace-in-dedicated-directory': {
    nonCompliant: ['us-east-1/test-engineer-010'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'af-south-1/cape-advisor-002',
      'af-south-1/cape-advisor-004',
      'us-east-1/animator-001',
      'us-east-1/call-agent-029',
      'us-west-2/counsellor-001',
    ],
    notApplicable: [
      'eu-west-3/card-developer-001',
      'us-east-1/build-operator-001',
      'us-gov-west-1/field-inspector-001',
    ],
  },
  'byol-supported-windows-version': {
    nonCompliant: ['us-east-1/call-agent-030'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'af-south-1/cape-advisor-002',
      'af-south-1/cape-advisor-004',
      'us-east-1/animator-001',
      'us-east-1/call-agent-029',
      'us-west-2/counsellor-001',
    ],
    notApplicable: [
      'eu-west-3/card-developer-001',
      'us-east-1/build-operator-001',
      'us-gov-west-1/field-inspector-001',
    ],
  },
  'byol-management-cidr-no-conflict': {
    nonCompliant: ['af-south-1/desktops'],
    compliant: ['us-east-1/desktops', 'us-west-2/desktops'],
    notApplicable: ['eu-west-3/desktops', 'us-gov-west-1/desktops'],
  },
  'byol-image-import-clean': {
    nonCompliant: ['us-east-1/corporate windows 11 with office'],
    compliant: [
      'af-south-1/corporate windows 10',
      'us-east-1/corporate windows 10',
      'us-east-1/corporate windows 11',
      'us-east-1/corporate windows 7',
      'us-west-2/corporate windows 11',
    ],
  },
  'byol-kms-activation-egress': {
    nonCompliant: ['af-south-1/cape-town'],
    compliant: ['us-east-1/call-centre', 'us-east-1/contractors', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'byol-account-links-inside-organization': {
    nonCompliant: ['af-south-1/account'],
    compliant: ['us-east-1/account'],
    notApplicable: ['eu-west-3/account', 'us-gov-west-1/account'],
  },
};
