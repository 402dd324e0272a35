import type { FactTable } from '../define.ts';
import { acceleratorFacts } from './accelerator.ts';
import { accessFacts } from './access.ts';
import { aliasFacts } from './aliases.ts';
import { byolFacts } from './byol.ts';
import { certificateAuthenticationFacts } from './certificate-authentication.ts';
import { certificateAuthorityFacts } from './certificate-authority.ts';
import { certificateIssuanceFacts } from './certificate-issuance.ts';
import { certificateRevocationFacts } from './certificate-revocation.ts';
import { clientAuthenticationFacts } from './client-authentication.ts';
import { clientCertificateFacts } from './client-certificates.ts';
import { clientInventoryFacts } from './client-inventory.ts';
import { clientPropertyFacts } from './client-properties.ts';
import { connectorAccountFacts } from './connector-account.ts';
import { connectorRouteFacts } from './connector-routes.ts';
import type { DirectoryContext } from './context.ts';
import { controllerFacts } from './controllers.ts';
import { creationFacts } from './creation-properties.ts';
import { devicePolicyFacts } from './device-policy.ts';
import { deviceFacts } from './devices.ts';
import { directoryPortFacts } from './directory-ports.ts';
import { directoryServiceFacts } from './directory-service.ts';
import { dnsFacts } from './dns.ts';
import { dnsChangeFacts } from './dns-change.ts';
import { encryptionFacts } from './encryption.ts';
import { encryptionChangeFacts } from './encryption-changes.ts';
import { entraSecretKeyFacts } from './entra-secret-key.ts';
import { entraSecretPolicyFacts } from './entra-secret-policy.ts';
import { groupFacts } from './groups.ts';
import { identityFacts } from './identity.ts';
import { identityCenterFacts } from './identity-center.ts';
import { identitySourceFacts } from './identity-source.ts';
import { internetPortFacts } from './internet-ports.ts';
import { ipGroupChangeFacts } from './ip-group-changes.ts';
import { localAdministratorFacts } from './local-administrator.ts';
import { natFacts } from './nat.ts';
import { operatingSystemFacts } from './operating-systems.ts';
import { protocolFacts } from './protocols.ts';
import { radiusFacts } from './radius.ts';
import { registrationFacts } from './registration.ts';
import { samlFacts } from './saml.ts';
import { sharedAuthorityFacts } from './shared-authority.ts';
import { subnetRouteFacts } from './subnet-routes.ts';
import { subnetFacts } from './subnets.ts';
import { trustFacts } from './trusts.ts';
import { useFacts } from './use.ts';
import { webAccessFacts } from './web-access.ts';

/** Everything a rule can read of a directory. */
export const directoryFacts: FactTable<DirectoryContext> = {
  ...identityFacts,
  ...encryptionFacts,
  ...encryptionChangeFacts,
  ...deviceFacts,
  ...acceleratorFacts,
  ...accessFacts,
  ...natFacts,
  ...groupFacts,
  ...samlFacts,
  ...certificateAuthenticationFacts,
  ...clientAuthenticationFacts,
  ...radiusFacts,
  ...protocolFacts,
  ...registrationFacts,
  ...directoryServiceFacts,
  ...dnsFacts,
  ...creationFacts,
  ...useFacts,
  ...internetPortFacts,
  ...directoryPortFacts,
  ...certificateAuthorityFacts,
  ...certificateRevocationFacts,
  ...sharedAuthorityFacts,
  ...certificateIssuanceFacts,
  ...entraSecretPolicyFacts,
  ...entraSecretKeyFacts,
  ...identityCenterFacts,
  ...subnetFacts,
  ...controllerFacts,
  ...aliasFacts,
  ...subnetRouteFacts,
  ...connectorRouteFacts,
  ...clientCertificateFacts,
  ...clientPropertyFacts,
  ...connectorAccountFacts,
  ...devicePolicyFacts,
  ...identitySourceFacts,
  ...localAdministratorFacts,
  ...operatingSystemFacts,
  ...trustFacts,
  ...webAccessFacts,
  ...byolFacts,
  ...clientInventoryFacts,
  ...dnsChangeFacts,
  ...ipGroupChangeFacts,
};

export type { DirectoryContext } from './context.ts';
