import type { Plan } from './plan.ts';

/** What the examples show of the pack `identity`. */
export const identity: Plan = {
  'saml-directory-type-supported': {
    nonCompliant: ['us-east-1/sandbox'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/call-centre',
      'us-east-1/retail-east',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'saml-region-supported': {
    nonCompliant: ['eu-west-3/card-trial'],
    compliant: [
      'us-east-1/call-centre',
      'us-east-1/finance',
      'us-east-1/retail-east',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'saml-no-directory-login-fallback': {
    nonCompliant: ['us-east-1/retail-east'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/call-centre',
      'us-east-1/sandbox',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'saml-user-access-url-valid': {
    nonCompliant: ['us-east-1/sandbox'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/call-centre',
      'us-east-1/retail-east',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'saml-unsupported-client-types': {
    nonCompliant: ['us-east-1/call-centre', 'us-east-1/retail-east'],
    compliant: [
      'eu-west-3/card-trial',
      'us-east-1/finance',
      'us-east-1/sandbox',
      'us-gov-west-1/program-alpha',
      'us-west-2/compliance',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'cba-requires-saml': {
    nonCompliant: ['us-east-1/claims'],
    compliant: ['us-east-1/call-centre', 'us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'cba-workspaces-windows-dcv': {
    nonCompliant: ['us-east-1/call-agent-030', 'us-east-1/call-agent-031'],
    compliant: [
      'us-east-1/call-agent-001',
      'us-east-1/call-agent-002',
      'us-east-1/call-agent-003',
      'us-east-1/claims-handler-013',
      'us-east-1/claims-handler-014',
      'us-west-2/counsellor-001',
    ],
    notApplicable: ['af-south-1/cape-advisor-001', 'eu-west-3/card-developer-001', 'us-east-1/animator-001'],
  },
  'mfa-configured': {
    nonCompliant: ['eu-west-3/pilot', 'us-east-1/retail-west', 'us-east-1/training'],
    compliant: [
      'us-east-1/acquired',
      'us-east-1/claims',
      'us-east-1/press-office',
      'us-gov-west-1/field-office',
      'us-gov-west-1/records',
      'us-west-2/marshals',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/auditors'],
  },
  'mfa-radius-completed': {
    nonCompliant: ['us-east-1/retail-west'],
    compliant: [
      'us-east-1/acquired',
      'us-east-1/claims',
      'us-east-1/press-office',
      'us-east-1/retail-east',
      'us-gov-west-1/mission-support',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/auditors'],
  },
  'mfa-radius-parameters-in-range': {
    nonCompliant: ['us-east-1/retail-west'],
    compliant: [
      'us-east-1/claims',
      'us-east-1/engineering',
      'us-east-1/press-office',
      'us-east-1/retail-east',
      'us-gov-west-1/mission-support',
    ],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/auditors'],
  },
  'smartcard-directory-and-region': {
    nonCompliant: ['eu-west-3/card-trial'],
    compliant: ['us-gov-west-1/field-office', 'us-gov-west-1/records', 'us-west-2/marshals'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'smartcard-not-combined-with-password': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: ['eu-west-3/card-trial', 'us-gov-west-1/records', 'us-west-2/marshals'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'smartcard-ocsp-configured': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: ['eu-west-3/card-trial', 'us-gov-west-1/records', 'us-west-2/marshals'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'smartcard-workspaces-supported': {
    nonCompliant: ['eu-west-3/card-tester-001', 'eu-west-3/card-tester-002'],
    compliant: [
      'eu-west-3/card-developer-001',
      'us-gov-west-1/field-inspector-001',
      'us-gov-west-1/field-inspector-002',
      'us-gov-west-1/field-inspector-012',
      'us-gov-west-1/field-inspector-013',
      'us-west-2/dispatcher-001',
    ],
    notApplicable: ['af-south-1/cape-advisor-001', 'us-east-1/animator-001', 'us-gov-west-1/imagery-analyst-001'],
  },
  'smartcard-connector-account-name-length': {
    nonCompliant: ['us-gov-west-1/field-office'],
    compliant: ['eu-west-3/card-trial', 'us-gov-west-1/records', 'us-west-2/marshals'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/pilot', 'us-east-1/acquired'],
  },
  'entra-custom-dcv-only': {
    nonCompliant: ['us-east-1/contractor-023'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'af-south-1/cape-advisor-002',
      'af-south-1/cape-advisor-004',
      'us-east-1/animator-001',
      'us-east-1/contractor-015',
    ],
    notApplicable: [
      'eu-west-3/card-developer-001',
      'us-east-1/build-operator-001',
      'us-gov-west-1/field-inspector-001',
    ],
  },
  'entra-custom-windows-byol-only': {
    nonCompliant: ['us-east-1/auditors'],
    compliant: ['af-south-1/cape-town', 'af-south-1/cape-town-own', 'us-east-1/contractors'],
    notApplicable: ['eu-west-3/card-trial', 'us-east-1/acquired', 'us-gov-west-1/field-office'],
  },
  'entra-custom-region-supported': {
    nonCompliant: ['af-south-1/cape-town', 'af-south-1/cape-town-own'],
    compliant: ['us-east-1/auditors', 'us-east-1/contractors'],
    notApplicable: ['eu-west-3/card-trial', 'us-east-1/acquired', 'us-gov-west-1/field-office'],
  },
  'custom-directory-has-identity-center': {
    nonCompliant: ['af-south-1/cape-town-own'],
    compliant: ['us-east-1/contractors'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'entra-upn-length': {
    nonCompliant: ['us-east-1/external-auditor-008'],
    compliant: [
      'af-south-1/cape-advisor-001',
      'af-south-1/cape-advisor-002',
      'af-south-1/cape-advisor-004',
      'us-east-1/external-auditor-001',
      'us-east-1/external-auditor-005',
    ],
    notApplicable: ['eu-west-3/card-developer-001', 'us-east-1/animator-001', 'us-gov-west-1/field-inspector-001'],
  },
  'linux-sssd-no-forest-trust': {
    nonCompliant: ['us-gov-west-1/program-alpha'],
    compliant: ['us-west-2/compliance'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'saml-role-allows-tag-session': {
    nonCompliant: ['us-gov-west-1/agency-users'],
    compliant: ['eu-west-3/desktop-users', 'us-east-1/desktop-users', 'us-west-2/desktop-users'],
    notApplicable: ['af-south-1/desktop-users', 'eu-west-3/workspaces_DefaultRole', 'us-east-1/workspaces_DefaultRole'],
  },
  'saml-role-persistent-subject': {
    nonCompliant: ['us-gov-west-1/agency-users'],
    compliant: ['eu-west-3/desktop-users', 'us-east-1/desktop-users', 'us-west-2/desktop-users'],
    notApplicable: ['af-south-1/desktop-users', 'eu-west-3/workspaces_DefaultRole', 'us-east-1/workspaces_DefaultRole'],
  },
  'saml-stream-policy-scoped': {
    nonCompliant: ['us-gov-west-1/agency-users'],
    compliant: ['eu-west-3/desktop-users', 'us-east-1/desktop-users', 'us-west-2/desktop-users'],
    notApplicable: ['af-south-1/desktop-users', 'eu-west-3/workspaces_DefaultRole', 'us-east-1/workspaces_DefaultRole'],
  },
  'saml-stream-policy-no-source-ip': {
    nonCompliant: ['us-gov-west-1/agency-users'],
    compliant: ['eu-west-3/desktop-users', 'us-east-1/desktop-users', 'us-west-2/desktop-users'],
    notApplicable: ['af-south-1/desktop-users', 'eu-west-3/workspaces_DefaultRole', 'us-east-1/workspaces_DefaultRole'],
  },
  'workspaces-default-role-intact': {
    nonCompliant: ['us-gov-west-1/workspaces_DefaultRole'],
    compliant: [
      'af-south-1/workspaces_DefaultRole',
      'eu-west-3/workspaces_DefaultRole',
      'us-east-1/workspaces_DefaultRole',
      'us-west-2/workspaces_DefaultRole',
    ],
    notApplicable: ['af-south-1/desktop-users', 'eu-west-3/desktop-users', 'us-east-1/desktop-users'],
  },
  'cba-private-ca-active': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/claims'],
  },
  'cba-private-ca-tagged': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/claims'],
  },
  'cba-private-ca-account-and-region': {
    nonCompliant: ['us-east-1/claims'],
    compliant: ['us-east-1/call-centre', 'us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'cba-crl-distribution-online': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/claims'],
  },
  'cba-private-ca-recommended-settings': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/claims'],
  },
  'entra-secret-resource-policy': {
    nonCompliant: ['af-south-1/cape-town'],
    compliant: ['us-east-1/auditors'],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'idc-application-requires-assignment': {
    nonCompliant: ['us-east-1/auditors'],
    compliant: ['af-south-1/cape-town', 'us-east-1/contractors'],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'idc-cross-region-organization-instance': {
    nonCompliant: ['af-south-1/cape-town'],
    compliant: ['us-east-1/auditors', 'us-east-1/contractors'],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'entra-secret-customer-key': {
    nonCompliant: ['af-south-1/cape-town'],
    compliant: ['us-east-1/auditors'],
    notApplicable: ['af-south-1/cape-town-own', 'eu-west-3/card-trial', 'us-east-1/acquired'],
  },
  'cba-issuance-observed': {
    nonCompliant: ['us-east-1/call-centre'],
    compliant: ['us-east-1/finance', 'us-west-2/counsel'],
    notApplicable: ['af-south-1/cape-town', 'eu-west-3/card-trial', 'us-east-1/acquired'],
    insufficientData: ['us-east-1/claims'],
  },
};
