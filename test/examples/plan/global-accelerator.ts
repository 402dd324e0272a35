import type { Plan } from './plan.ts';

/** What the examples show of the pack `global-accelerator`. */
export const globalAccelerator: Plan = {
  'aga-directory-not-with-fips-and-ip-groups': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/engineering', 'us-east-1/training', 'us-east-1/contractors', 'us-gov-west-1/records'],
    notApplicable: ['us-east-1/finance', 'us-east-1/retail-east', 'us-west-2/compliance'],
  },
  'aga-workspace-not-with-fips-and-ip-groups': {
    nonCompliant: ['us-east-1/finance-analyst-005', 'us-east-1/finance-analyst-011'],
    compliant: ['us-east-1/developer-007', 'us-east-1/test-engineer-002'],
    notApplicable: ['us-east-1/finance-analyst-006', 'us-east-1/call-agent-001', 'us-west-2/compliance-officer-001'],
  },
  'aga-override-only-on-dcv': {
    nonCompliant: ['us-east-1/trainee-006'],
    compliant: ['us-east-1/developer-007', 'us-east-1/test-engineer-002', 'us-east-1/finance-analyst-005'],
    notApplicable: ['us-east-1/developer-003', 'us-east-1/trainee-001'],
  },
  'aga-directory-has-dcv-workspaces': {
    nonCompliant: ['us-east-1/training'],
    compliant: ['us-east-1/engineering', 'us-east-1/contractors', 'us-east-1/call-centre', 'us-gov-west-1/records'],
    notApplicable: ['us-east-1/retail-east', 'us-west-2/compliance'],
  },
  'aga-region-has-endpoints': {
    nonCompliant: ['us-gov-west-1/records'],
    compliant: ['us-east-1/engineering', 'us-east-1/contractors', 'us-east-1/call-centre', 'us-east-1/finance'],
    notApplicable: ['us-east-1/retail-east', 'us-east-1/claims', 'us-west-2/compliance'],
  },
  'aga-preferred-protocol-tcp': {
    nonCompliant: ['us-gov-west-1/records'],
    compliant: ['us-east-1/engineering', 'us-east-1/contractors', 'us-east-1/call-centre', 'us-east-1/training'],
    notApplicable: ['us-east-1/finance', 'us-west-2/compliance'],
  },
  'aga-workspace-override-recorded': {
    nonCompliant: [
      'us-east-1/developer-003',
      'us-east-1/developer-004',
      'us-east-1/test-engineer-002',
      'us-east-1/finance-analyst-005',
      'us-east-1/finance-analyst-011',
    ],
    compliant: ['us-east-1/developer-007'],
    notApplicable: ['us-east-1/developer-001', 'us-east-1/trainee-006', 'us-east-1/trainee-001'],
  },
  'aga-forecloses-missing-control': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: ['us-east-1/call-centre', 'us-east-1/contractors'],
    notApplicable: ['us-east-1/retail-east', 'us-west-2/compliance'],
    insufficientData: ['us-gov-west-1/records'],
  },
  'aga-client-types-can-meet-minimum': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: ['us-east-1/call-centre', 'us-east-1/contractors', 'us-gov-west-1/records'],
    notApplicable: ['us-east-1/retail-east', 'us-west-2/compliance'],
  },
};
