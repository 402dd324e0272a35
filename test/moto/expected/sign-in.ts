import { type ByRule, directories, notApplicable, roles, violated } from './subjects.ts';

/** Of pack `identity`: SAML 2.0, second factors, smart cards, and the role of the service. */
export const signIn: ByRule = {
  // The trust is with a forest; moto keeps no OperatingSystemName.
  'linux-sssd-no-forest-trust': { INSUFFICIENT_DATA: ['managed'], NOT_APPLICABLE: ['connector', 'simple'] },
  // Smart cards are for AD Connector, whose settings could not be read; nobody else has a second factor.
  'mfa-configured': { INSUFFICIENT_DATA: ['connector'], NON_COMPLIANT: ['managed', 'simple'] },
  'mfa-radius-completed': notApplicable(directories),
  'mfa-radius-parameters-in-range': notApplicable(directories),
  'saml-directory-type-supported': notApplicable(directories),
  'saml-no-directory-login-fallback': notApplicable(directories),
  'saml-region-supported': notApplicable(directories),
  'saml-role-allows-tag-session': notApplicable(roles),
  'saml-role-persistent-subject': notApplicable(roles),
  'saml-stream-policy-no-source-ip': notApplicable(roles),
  'saml-stream-policy-scoped': notApplicable(roles),
  'saml-unsupported-client-types': notApplicable(directories),
  'saml-user-access-url-valid': notApplicable(directories),
  // Smart cards are for AD Connector, whose settings could not be read.
  'smartcard-connector-account-name-length': {
    INSUFFICIENT_DATA: ['connector'],
    NOT_APPLICABLE: ['managed', 'simple'],
  },
  'smartcard-directory-and-region': { INSUFFICIENT_DATA: ['connector'], NOT_APPLICABLE: ['managed', 'simple'] },
  'smartcard-not-combined-with-password': { INSUFFICIENT_DATA: ['connector'], NOT_APPLICABLE: ['managed', 'simple'] },
  'smartcard-ocsp-configured': { INSUFFICIENT_DATA: ['connector'], NOT_APPLICABLE: ['managed', 'simple'] },
  'smartcard-workspaces-supported': { INSUFFICIENT_DATA: ['rootOnly'], NOT_APPLICABLE: ['encrypted', 'plain'] },
  // Nobody made the role in IAM.
  'workspaces-default-role-intact': violated(roles),
};
