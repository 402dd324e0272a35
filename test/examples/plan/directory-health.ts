import type { Plan } from './plan.ts';

/** What the examples show of the pack `directory-health`. */
export const directoryHealth: Plan = {
  'directory-registered': {
    nonCompliant: ['us-east-1/acquired'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/card-trial',
      'us-east-1/auditors',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    insufficientData: ['us-east-1/legacy-desktops'],
  },
  'directory-service-stage-active': {
    nonCompliant: ['eu-west-3/card-trial'],
    compliant: [
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
  },
  'directory-not-shared': {
    nonCompliant: ['us-east-1/acquired'],
    compliant: [
      'eu-west-3/card-trial',
      'eu-west-3/pilot',
      'us-east-1/call-centre',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
  },
  'directory-in-primary-region': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: [
      'us-east-1/claims',
      'us-east-1/press-office',
      'us-gov-west-1/mission-support',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'directory-not-idle': {
    nonCompliant: ['eu-west-3/pilot'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/engineering',
      'us-east-1/sandbox',
      'us-gov-west-1/field-office',
      'us-gov-west-1/records',
      'us-west-2/marshals',
    ],
    notApplicable: ['af-south-1/cape-town', 'us-east-1/acquired', 'us-gov-west-1/mission-support'],
  },
  'dns-addresses-consistent': {
    nonCompliant: ['us-east-1/retail-west'],
    compliant: [
      'eu-west-3/card-trial',
      'eu-west-3/pilot',
      'us-east-1/acquired',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
  },
  'workspace-reachable-state': {
    nonCompliant: ['us-east-1/contractor-020', 'us-east-1/store-clerk-020'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/call-agent-020', 'us-east-1/call-agent-021', 'us-east-1/developer-028'],
  },
  'machine-accounts-in-dedicated-ou': {
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
  'maintenance-mode-enabled': {
    nonCompliant: ['us-east-1/training'],
    compliant: [
      'af-south-1/cape-town',
      'eu-west-3/card-trial',
      'us-east-1/auditors',
      'us-gov-west-1/field-office',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'workspace-recently-used': {
    nonCompliant: ['us-east-1/finance-analyst-027', 'us-east-1/finance-analyst-028'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: [
      'us-east-1/claims-handler-001',
      'us-east-1/claims-handler-014',
      'us-gov-west-1/mission-planner-001',
    ],
  },
  'dns-change-rolled-out': {
    nonCompliant: ['us-gov-west-1/records'],
    compliant: [
      'us-east-1/acquired',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/auditors'],
    insufficientData: ['eu-west-3/card-trial', 'eu-west-3/pilot', 'us-east-1/retail-west'],
  },
};
