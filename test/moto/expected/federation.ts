import { type ByRule, directories, notApplicable, workspaces } from './subjects.ts';

/** Of pack `identity`: certificate-based authentication, Microsoft Entra ID, IAM Identity Center, several Regions. */
export const federation: ByRule = {
  // No directory has certificate-based authentication, SAML, RADIUS, or IAM Identity Center.
  'cba-crl-distribution-online': notApplicable(directories),
  'cba-issuance-observed': notApplicable(directories),
  'cba-mfa-enforced-at-idp': notApplicable(directories),
  'cba-private-ca-account-and-region': notApplicable(directories),
  'cba-private-ca-active': notApplicable(directories),
  'cba-private-ca-recommended-settings': notApplicable(directories),
  'cba-private-ca-tagged': notApplicable(directories),
  'cba-requires-saml': notApplicable(directories),
  'cba-workspaces-windows-dcv': notApplicable(workspaces),
  'custom-directory-has-identity-center': notApplicable(directories),
  'entra-custom-dcv-only': notApplicable(workspaces),
  'entra-custom-region-supported': notApplicable(directories),
  'entra-custom-windows-byol-only': notApplicable(directories),
  'entra-secret-customer-key': notApplicable(directories),
  'entra-secret-resource-policy': notApplicable(directories),
  'entra-upn-length': notApplicable(workspaces),
  'idc-application-requires-assignment': notApplicable(directories),
  'idc-cross-region-organization-instance': notApplicable(directories),
};
