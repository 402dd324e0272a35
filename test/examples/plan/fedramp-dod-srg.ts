import type { Plan } from './plan.ts';

/** What the examples show of the pack `fedramp-dod-srg`. */
export const fedrampDodSrg: Plan = {
  'fips-directory-endpoint-encryption-mode': {
    nonCompliant: ['us-east-1/engineering', 'us-east-1/training', 'us-east-1/sandbox', 'us-gov-west-1/field-office'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/contractors',
      'us-east-1/retail-east',
      'us-east-1/retail-west',
      'us-east-1/call-centre',
      'us-east-1/claims',
      'us-east-1/auditors',
      'us-gov-west-1/program-alpha',
      'us-gov-west-1/mission-support',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/seasonal-pool', 'us-east-1/legacy-desktops', 'eu-west-3/pilot'],
    insufficientData: ['us-gov-west-1/records'],
  },
  'fips-mode-not-reverted': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: ['us-east-1/finance', 'us-east-1/call-centre', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/engineering', 'us-east-1/training', 'us-east-1/claims', 'us-gov-west-1/mission-support'],
    insufficientData: ['eu-west-3/pilot'],
  },
  'fips-standard-directory-empty-before-switch': {
    nonCompliant: ['us-east-1/engineering', 'us-east-1/training', 'us-gov-west-1/field-office'],
    compliant: ['us-east-1/sandbox'],
    notApplicable: ['us-east-1/finance', 'us-east-1/seasonal-pool', 'us-east-1/legacy-desktops'],
    insufficientData: ['us-gov-west-1/records'],
  },
  'fips-unlisted-client-types-denied': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/finance', 'us-east-1/contractors', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/engineering', 'us-east-1/training'],
  },
  'fips-saml-relay-state-endpoint': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/engineering', 'us-east-1/retail-west', 'us-east-1/contractors'],
    insufficientData: ['us-east-1/retail-east'],
  },
  'fips-workspace-volumes-encrypted': {
    nonCompliant: [
      'us-east-1/developer-014',
      'us-east-1/developer-015',
      'us-east-1/test-engineer-006',
      'us-east-1/trainee-003',
      'us-gov-west-1/field-inspector-004',
    ],
    compliant: [
      'us-east-1/finance-analyst-001',
      'us-east-1/developer-001',
      'us-east-1/external-auditor-001',
      'us-west-2/data-steward-001',
    ],
    notApplicable: ['us-east-1/claims-handler-014', 'us-east-1/store-clerk-020', 'us-east-1/developer-028'],
  },
  'fips-existing-workspaces-created-under-fips': {
    nonCompliant: ['us-east-1/press-officer-001', 'us-east-1/press-officer-002'],
    compliant: ['us-east-1/press-officer-003', 'us-east-1/press-officer-004'],
    notApplicable: ['af-south-1/cape-advisor-001', 'eu-west-3/card-developer-001', 'us-east-1/animator-001'],
  },
  'fips-volume-key-usable': {
    nonCompliant: ['us-east-1/developer-016'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'eu-west-3/card-developer-001',
      'us-east-1/animator-001',
      'us-gov-west-1/field-inspector-001',
      'us-west-2/compliance-officer-001',
    ],
    notApplicable: ['us-east-1/developer-028', 'us-east-1/sandbox-tester-001', 'us-east-1/test-engineer-006'],
  },
  'fips-api-callers-use-fips-endpoint': {
    nonCompliant: ['us-east-1/account'],
    compliant: ['us-gov-west-1/account', 'us-west-2/account'],
    notApplicable: ['af-south-1/account', 'eu-west-3/account'],
  },
};
