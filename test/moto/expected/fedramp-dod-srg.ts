import { account, type ByRule, compliant, directories, notApplicable, unknown, workspaces } from './subjects.ts';

export const fedrampDodSrg: ByRule = {
  // moto has no events.
  'fips-api-callers-use-fips-endpoint': unknown(account),
  // An absent EndpointEncryptionMode is never read as either mode.
  'fips-client-minimum-versions': unknown(directories),
  'fips-directory-endpoint-encryption-mode': unknown(directories),
  'fips-existing-workspaces-created-under-fips': unknown(workspaces),
  'fips-mode-not-reverted': unknown(directories),
  'fips-region-authorized-us': compliant(directories),
  // The configuration names no level.
  'fips-region-meets-target-level': notApplicable(account),
  'fips-saml-relay-state-endpoint': notApplicable(directories),
  'fips-standard-directory-empty-before-switch': unknown(directories),
  'fips-unlisted-client-types-denied': unknown(directories),
  // moto makes no key of AWS's own for the service, as AWS does when a volume is encrypted by it.
  'fips-volume-key-usable': { NON_COMPLIANT: ['encrypted', 'rootOnly'], NOT_APPLICABLE: ['plain'] },
  'fips-workspace-volumes-encrypted': { COMPLIANT: ['encrypted'], NON_COMPLIANT: ['plain', 'rootOnly'] },
};
