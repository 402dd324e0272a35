import type { Plan } from './plan.ts';

/** What the examples show of the pack `network`. */
export const network: Plan = {
  'eni-present-and-in-use': {
    nonCompliant: ['us-east-1/contractor-009', 'us-east-1/store-clerk-004'],
    compliant: [
      'us-east-1/store-clerk-010',
      'us-east-1/finance-analyst-001',
      'us-east-1/call-agent-021',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: [
      'us-east-1/call-agent-020',
      'us-east-1/store-manager-020',
      'us-east-1/store-clerk-020',
      'us-east-1/claims-handler-014',
      'us-east-1/developer-028',
    ],
  },
  'eni-subnet-belongs-to-directory': {
    nonCompliant: ['us-east-1/store-manager-012'],
    compliant: ['us-east-1/store-clerk-004', 'us-east-1/finance-analyst-001', 'us-west-2/compliance-officer-001'],
    notApplicable: ['us-east-1/call-agent-020', 'us-east-1/claims-handler-014'],
    insufficientData: ['us-east-1/contractor-009'],
  },
  'eni-unmodified-since-baseline': {
    nonCompliant: ['us-east-1/developer-009', 'us-east-1/finance-controller-002'],
    compliant: [
      'us-east-1/finance-analyst-001',
      'us-east-1/developer-001',
      'us-east-1/developer-012',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/claims-handler-001', 'us-east-1/call-agent-020'],
    insufficientData: ['us-east-1/call-agent-008', 'us-east-1/contractor-009'],
  },
  'eni-public-ip-not-lost': {
    nonCompliant: ['us-east-1/trainee-002', 'us-east-1/trainee-009'],
    compliant: ['us-east-1/trainee-001', 'us-east-1/trainee-011', 'us-east-1/media-trainer-001'],
    notApplicable: ['us-east-1/developer-001', 'us-east-1/contractor-001', 'us-west-2/compliance-officer-001'],
  },
  'eni-own-elastic-ip-on-auto-assign': {
    nonCompliant: ['us-east-1/trainee-011'],
    compliant: ['us-east-1/trainee-001', 'us-east-1/media-trainer-001'],
    notApplicable: [
      'us-east-1/trainee-002',
      'us-east-1/trainee-009',
      'us-east-1/developer-012',
      'us-west-2/compliance-officer-001',
    ],
  },
  'subnet-supported-az-id': {
    nonCompliant: ['us-east-1/sandbox-a', 'us-east-1/sandbox-b'],
    compliant: [
      'af-south-1/cape-town-a',
      'eu-west-3/card-trial-a',
      'us-east-1/acquired-a',
      'us-gov-west-1/field-office-a',
      'us-west-2/compliance-a',
    ],
    notApplicable: ['us-east-1/seasonal-pool-a', 'us-east-1/seasonal-pool-b'],
  },
  'subnets-exist-in-one-vpc': {
    nonCompliant: ['eu-west-3/card-trial'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/legacy-desktops', 'us-east-1/seasonal-pool'],
  },
  'internet-egress-security-group': {
    nonCompliant: ['us-gov-west-1/mission-support'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/card-trial',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/legacy-desktops', 'us-east-1/seasonal-pool'],
    insufficientData: ['eu-west-3/pilot'],
  },
  'directory-ports-open-on-controllers': {
    nonCompliant: ['us-gov-west-1/program-alpha controllers'],
    compliant: [
      'us-east-1/call-centre controllers',
      'us-east-1/claims controllers',
      'us-east-1/press-office controllers',
      'us-gov-west-1/mission-support controllers',
      'us-west-2/compliance controllers',
    ],
    notApplicable: ['af-south-1/cape-town members', 'eu-west-3/card-trial controllers', 'us-east-1/acquired members'],
  },
  'directory-ports-open-from-workspaces': {
    nonCompliant: ['us-gov-west-1/mission-support'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/acquired',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
    insufficientData: ['eu-west-3/pilot'],
  },
  'directory-ports-ad-connector': {
    nonCompliant: ['us-gov-west-1/field-office controllers'],
    compliant: [
      'eu-west-3/card-trial controllers',
      'us-east-1/engineering controllers',
      'us-east-1/retail-east controllers',
      'us-east-1/retail-west controllers',
      'us-gov-west-1/records controllers',
      'us-west-2/marshals controllers',
    ],
    notApplicable: ['af-south-1/cape-town members', 'eu-west-3/card-trial members', 'us-east-1/acquired members'],
  },
  'internet-egress-path': {
    nonCompliant: ['eu-west-3/card-trial-a', 'us-east-1/training-a', 'us-east-1/training-b'],
    compliant: [
      'af-south-1/cape-town-a',
      'eu-west-3/pilot-a',
      'us-east-1/acquired-a',
      'us-gov-west-1/field-office-a',
      'us-west-2/compliance-a',
    ],
    notApplicable: ['us-east-1/seasonal-pool-a', 'us-east-1/seasonal-pool-b'],
  },
  'internet-egress-network-acl': {
    nonCompliant: ['us-east-1/retail-west-b'],
    compliant: [
      'af-south-1/cape-town-a',
      'eu-west-3/card-trial-a',
      'us-east-1/acquired-a',
      'us-gov-west-1/field-office-a',
      'us-west-2/compliance-a',
    ],
    notApplicable: ['us-east-1/seasonal-pool-a', 'us-east-1/seasonal-pool-b'],
  },
  'nat-gateway-in-public-subnet': {
    nonCompliant: ['eu-west-3/pilot-a', 'eu-west-3/pilot-b'],
    compliant: [
      'af-south-1/cape-town-a',
      'af-south-1/cape-town-own-a',
      'us-east-1/acquired-a',
      'us-gov-west-1/field-office-a',
      'us-west-2/compliance-a',
    ],
    notApplicable: ['eu-west-3/card-trial-a', 'us-east-1/training-a', 'us-east-1/training-b'],
  },
  'workspaces-in-private-subnets': {
    nonCompliant: ['us-east-1/training-a', 'us-east-1/training-b'],
    compliant: [
      'eu-west-3/pilot-a',
      'eu-west-3/pilot-b',
      'us-east-1/call-centre-a',
      'us-gov-west-1/mission-support-a',
      'us-west-2/compliance-a',
    ],
    notApplicable: ['af-south-1/cape-town-a', 'eu-west-3/card-trial-a', 'us-east-1/acquired-a'],
  },
  'auto-public-ip-unneeded-with-nat': {
    nonCompliant: ['us-east-1/sandbox'],
    compliant: ['us-east-1/training'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'directory-in-private-subnets': {
    nonCompliant: ['us-east-1/training'],
    compliant: [
      'eu-west-3/pilot',
      'us-east-1/call-centre',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
    insufficientData: ['eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'ad-connector-hybrid-path': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: [
      'us-east-1/engineering',
      'us-east-1/retail-east',
      'us-east-1/retail-west',
      'us-gov-west-1/records',
      'us-west-2/marshals',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
    insufficientData: ['eu-west-3/card-trial'],
  },
  'amazon-linux-repository-access': {
    nonCompliant: ['eu-west-3/card-trial-a'],
    compliant: ['us-east-1/engineering-a', 'us-east-1/engineering-b', 'us-west-2/marshals-a'],
    notApplicable: ['af-south-1/cape-town-a', 'eu-west-3/pilot-a', 'us-east-1/acquired-a'],
  },
  'management-range-free-of-conflict': {
    nonCompliant: ['us-gov-west-1/desktops'],
    compliant: ['eu-west-3/desktops', 'us-east-1/desktops', 'us-west-2/desktops'],
    notApplicable: ['af-south-1/desktops'],
  },
  'eni-change-events': {
    nonCompliant: [
      'us-east-1/contractor-009',
      'us-east-1/developer-009',
      'us-east-1/developer-012',
      'us-east-1/store-clerk-004',
    ],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/claims-handler-014', 'us-east-1/developer-028', 'us-east-1/sandbox-tester-001'],
  },
  'management-route-change-after-registration': {
    nonCompliant: ['us-gov-west-1/desktops'],
    compliant: ['us-east-1/desktops'],
    notApplicable: ['af-south-1/desktops', 'eu-west-3/desktops', 'us-west-2/desktops'],
  },
};
