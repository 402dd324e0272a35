/** What one rule is meant to say of the examples. A subject is named `<Region>/<name>`; see subjects.ts for the names. */
export interface Meant {
  /** Every subject of the four files that breaks the rule. */
  readonly nonCompliant: readonly string[];
  /** Some of those that keep it. */
  readonly compliant: readonly string[];
  /** Some of those that it does not concern. */
  readonly notApplicable?: readonly string[];
  /** Some of those that cannot be judged. */
  readonly insufficientData?: readonly string[];
}

/**
 * By rule, what the examples are made to show: `estate` with `baseline`, and `clean` (us-west-2) with `clean-baseline`,
 * at the rules' default parameters.
 */
export const plan: Readonly<Record<string, Meant>> = {
  'fips-directory-endpoint-encryption-mode': {
    nonCompliant: [
      'us-east-1/engineering',
      'us-east-1/training',
      'us-east-1/sandbox',
      'us-gov-west-1/field-office',
      'us-east-2/pilot',
    ],
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
    notApplicable: ['us-east-1/seasonal-pool', 'us-east-1/legacy-desktops'],
    insufficientData: ['us-gov-west-1/records'],
  },
  'fips-region-authorized-us': {
    nonCompliant: ['us-east-2/pilot'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-gov-west-1/records', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/seasonal-pool', 'us-east-1/legacy-desktops'],
  },
  'fips-mode-not-reverted': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: ['us-east-1/finance', 'us-east-1/call-centre', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/engineering', 'us-east-1/training', 'us-east-1/claims', 'us-gov-west-1/mission-support'],
    insufficientData: ['us-east-2/pilot'],
  },
  'fips-standard-directory-empty-before-switch': {
    nonCompliant: ['us-east-1/engineering', 'us-east-1/training', 'us-gov-west-1/field-office'],
    compliant: ['us-east-1/sandbox', 'us-east-2/pilot'],
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
  'ip-group-associated': {
    nonCompliant: ['us-east-1/training', 'us-east-1/sandbox', 'us-gov-west-1/records', 'us-east-2/pilot'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/call-centre',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: [
      'us-east-1/contractors',
      'us-east-1/auditors',
      'us-east-1/legacy-desktops',
      'us-gov-west-1/mission-support',
    ],
  },
  'ip-group-not-empty': {
    nonCompliant: ['us-east-1/claims-surge'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/claims-office',
      'us-east-1/branch-001',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/former-branch-1'],
  },
  'ip-group-no-allow-all': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: [
      'us-east-1/finance',
      'us-east-1/engineering',
      'us-east-1/claims',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['us-east-1/training', 'us-east-2/pilot'],
  },
  'ip-group-rule-public-address': {
    nonCompliant: ['us-east-1/finance-auditing'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/partner-labs',
      'us-gov-west-1/field-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/claims-surge'],
  },
  'ip-group-rule-no-dynamic-address': {
    nonCompliant: ['us-east-1/build-farm'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/vpn-egress',
      'us-east-1/backup-line',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/former-branch-1', 'us-east-1/warehouse'],
  },
  'ip-group-nat-gateway-static-addresses': {
    nonCompliant: ['us-east-1/lab-egress'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/vpn-egress'],
  },
  'ip-group-covers-every-nat-address': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-1/retail-west', 'us-east-1/claims', 'us-east-2/pilot'],
  },
  'ip-group-nat-single-udp-egress': {
    nonCompliant: ['us-east-1/lab-egress', 'us-east-1/call-centre-egress'],
    compliant: ['us-east-1/head-office', 'us-gov-west-1/agency-egress', 'us-west-2/west-office-a'],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/vpn-egress'],
  },
  'ip-group-rule-address-still-owned': {
    nonCompliant: ['us-east-1/warehouse', 'us-east-1/backup-line'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/vpn-egress',
      'us-east-1/call-centre-egress',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/branch-001', 'us-east-1/engineering-office', 'us-gov-west-1/field-egress'],
  },
  'ip-group-ineffective-with-vpc-endpoint': {
    nonCompliant: ['us-gov-west-1/mission-support'],
    compliant: ['us-east-1/contractors', 'us-east-1/auditors'],
    notApplicable: ['us-east-1/finance', 'us-east-1/training', 'us-west-2/compliance'],
  },
  'ip-group-streaming-endpoint-restricted': {
    nonCompliant: ['us-east-1/auditors'],
    compliant: ['us-east-1/contractors'],
    notApplicable: ['us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    insufficientData: ['us-gov-west-1/mission-support'],
  },
  'ip-group-quota-per-directory': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/retail-west', 'us-east-1/finance', 'us-gov-west-1/program-alpha', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-2/pilot'],
  },
  'ip-group-quota-per-region': {
    nonCompliant: ['us-east-1/account'],
    compliant: ['us-gov-west-1/account', 'us-west-2/account'],
    notApplicable: ['us-east-2/account'],
  },
  'ip-group-quota-rules': {
    nonCompliant: ['us-east-1/partner-labs'],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/finance-auditing',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
    notApplicable: ['us-east-1/claims-surge'],
  },
  'ip-group-unused': {
    nonCompliant: [
      'us-east-1/former-branch-1',
      'us-east-1/former-branch-2',
      'us-east-1/former-branch-3',
      'us-east-1/former-branch-4',
    ],
    compliant: [
      'us-east-1/head-office',
      'us-east-1/branch-001',
      'us-east-1/claims-surge',
      'us-gov-west-1/agency-egress',
      'us-west-2/west-office-a',
    ],
  },
  'ip-group-unsupported-client-types': {
    nonCompliant: ['us-east-1/engineering'],
    compliant: ['us-east-1/finance', 'us-east-1/retail-east', 'us-gov-west-1/field-office', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-1/contractors', 'us-east-2/pilot'],
  },
  'ip-group-self-service-outside-boundary': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: ['us-east-1/finance', 'us-east-1/engineering', 'us-gov-west-1/field-office', 'us-west-2/compliance'],
    notApplicable: ['us-east-1/training', 'us-east-2/pilot'],
  },
  'sg-workspaces-members-exists': {
    nonCompliant: ['us-east-2/pilot'],
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
    nonCompliant: ['us-east-2/pilot'],
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
    nonCompliant: ['us-east-1/engineering', 'us-east-2/pilot'],
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
    nonCompliant: ['us-east-1/claims members'],
    compliant: ['us-east-1/auditors-desktops', 'us-east-1/sandbox members', 'us-gov-west-1/mission-support members'],
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
    notApplicable: ['us-east-1/sandbox', 'us-east-2/pilot'],
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
    notApplicable: ['us-east-1/training', 'us-east-1/sandbox', 'us-east-1/claims', 'us-east-2/pilot'],
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
};
