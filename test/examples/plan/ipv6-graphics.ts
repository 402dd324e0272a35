import type { Plan } from './plan.ts';

/** What the examples show of the pack `ipv6-graphics`. */
export const ipv6Graphics: Plan = {
  'ipv6-autoassign-graphics-workspace': {
    nonCompliant: ['us-east-1/cad-designer-002'],
    compliant: ['us-east-1/cad-designer-001', 'us-east-1/media-trainer-001', 'us-gov-west-1/imagery-analyst-001'],
    notApplicable: ['us-east-1/gpu-modeller-002', 'us-east-1/developer-001', 'us-west-2/compliance-officer-001'],
  },
  'ipv6-autoassign-directory-graphics-bundles': {
    nonCompliant: ['us-east-1/training-b'],
    compliant: ['us-gov-west-1/program-alpha-b'],
    notApplicable: [
      'us-east-1/training-a',
      'us-east-1/engineering-a',
      'us-east-1/engineering-b',
      'us-east-1/finance-a',
      'us-gov-west-1/program-alpha-a',
      'us-west-2/compliance-a',
    ],
  },
};
