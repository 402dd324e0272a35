import type { Plan } from './plan.ts';

/** What the examples show of the pack `security-groups`. */
export const securityGroups: Plan = {
  'sg-workspaces-members-exists': {
    nonCompliant: ['eu-west-3/pilot'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/contractors',
      'us-east-1/auditors',
      'us-gov-west-1/records',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/seasonal-pool'],
  },
  'sg-controllers-exists': {
    nonCompliant: ['eu-west-3/pilot'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/training',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/contractors', 'us-east-1/auditors'],
  },
  'sg-managed-group-identity': {
    nonCompliant: ['us-east-1/auditors-desktops'],
    compliant: [
      'us-east-1/finance members',
      'us-east-1/finance controllers',
      'us-east-1/claims controllers',
      'us-gov-west-1/program-alpha controllers',
      'us-west-2/compliance members',
    ],
  },
  'sg-members-attached-to-workspace': {
    nonCompliant: ['us-east-1/store-manager-003', 'us-east-1/call-agent-015'],
    compliant: [
      'us-east-1/finance-analyst-001',
      'us-east-1/developer-011',
      'us-east-1/store-manager-012',
      'us-east-1/external-auditor-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/claims-handler-014', 'us-east-1/store-clerk-020', 'us-east-1/developer-028'],
    insufficientData: ['us-east-1/contractor-009'],
  },
  'sg-controllers-attached-to-directory-eni': {
    nonCompliant: ['us-east-1/engineering', 'eu-west-3/pilot'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/training',
      'us-east-1/retail-east',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/contractors', 'us-east-1/auditors'],
  },
  'sg-members-default-rules': {
    nonCompliant: ['us-east-1/claims members', 'us-gov-west-1/mission-support members', 'af-south-1/cape-town members'],
    compliant: ['us-east-1/auditors-desktops', 'us-east-1/sandbox members'],
    notApplicable: ['us-east-1/finance members', 'us-east-1/retail-west members', 'us-west-2/compliance members'],
  },
  'sg-controllers-default-rules': {
    nonCompliant: ['us-east-1/claims controllers'],
    compliant: ['us-east-1/sandbox controllers', 'us-gov-west-1/mission-support controllers'],
    notApplicable: [
      'us-east-1/finance controllers',
      'us-east-1/engineering controllers',
      'us-gov-west-1/program-alpha controllers',
      'us-west-2/compliance controllers',
    ],
  },
  'sg-managed-baseline-drift': {
    nonCompliant: ['us-east-1/retail-west members', 'us-gov-west-1/program-alpha controllers'],
    compliant: [
      'us-east-1/finance members',
      'us-east-1/finance controllers',
      'us-east-1/retail-east members',
      'us-west-2/compliance members',
    ],
    notApplicable: ['us-east-1/claims members', 'us-east-1/auditors-desktops', 'us-east-1/sandbox controllers'],
  },
  'sg-controllers-not-on-workspaces': {
    nonCompliant: ['us-gov-west-1/program-alpha'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-east-1/claims', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/sandbox', 'eu-west-3/pilot'],
  },
  'sg-custom-group-on-existing-workspaces': {
    nonCompliant: [
      'us-east-1/finance-analyst-001',
      'us-east-1/finance-analyst-002',
      'us-east-1/finance-controller-002',
    ],
    compliant: ['us-east-1/finance-analyst-003', 'us-east-1/treasury-operator-001', 'us-west-2/compliance-officer-001'],
    notApplicable: ['us-east-1/developer-001', 'us-east-1/claims-handler-014'],
  },
  'sg-rules-condensed': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: ['us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-1/sandbox', 'us-east-1/claims', 'eu-west-3/pilot'],
  },
  'sg-ssh-source-restricted': {
    nonCompliant: ['us-east-1/ssh-temporary'],
    compliant: [
      'us-east-1/ssh-from-jump-hosts',
      'us-east-1/claims members',
      'us-gov-west-1/program-alpha controllers',
      'us-west-2/ssh-from-jump-hosts',
    ],
    notApplicable: ['us-east-1/finance-desktops', 'us-east-1/profiler', 'us-east-1/finance members'],
  },
  'sg-ssh-rule-in-separate-group': {
    nonCompliant: ['us-east-1/claims controllers', 'us-east-1/ssh-temporary'],
    compliant: ['us-east-1/ssh-from-jump-hosts', 'us-west-2/ssh-from-jump-hosts'],
    notApplicable: [
      'us-east-1/finance members',
      'us-east-1/finance controllers',
      'us-east-1/finance-desktops',
      'us-east-1/claims members',
    ],
  },
  'sg-managed-change-events': {
    nonCompliant: [
      'us-east-1/claims controllers',
      'us-east-1/claims members',
      'us-east-1/retail-east members',
      'us-east-1/retail-west members',
      'us-gov-west-1/mission-support members',
      'us-gov-west-1/program-alpha controllers',
    ],
    compliant: [
      'af-south-1/cape-town members',
      'eu-west-3/card-trial controllers',
      'us-east-1/acquired members',
      'us-gov-west-1/field-office controllers',
      'us-west-2/compliance controllers',
    ],
    notApplicable: ['us-east-1/build-agents', 'us-east-1/press-previews', 'us-west-2/compliance-desktops'],
  },
};
