import type { RadiusSettings, RadiusStatus } from '@aws-sdk/client-directory-service';
import type { Place } from './place.ts';

/** Has a directory's users sign in at the organisation's identity provider. */
export function signInThroughSaml(place: Place, alias: string): void {
  const { partition, region } = place.origin;
  const domain = partition === 'aws-us-gov' ? 'amazonaws-us-gov.com' : 'aws.amazon.com';
  const directory = place.directory(alias);
  const host = directory.EndpointEncryptionMode === 'FIPS_VALIDATED' ? 'euc-sso-fips' : 'euc-sso';
  const relay = encodeURIComponent(`https://workspaces.${host}.${region}.${domain}/sso-idp`);
  const provider = partition === 'aws-us-gov' ? 'idp.example.gov' : 'idp.example.com';
  directory.SamlProperties = {
    Status: 'ENABLED',
    UserAccessUrl: `https://${provider}/sso/saml?RelayState=${relay}`,
    RelayStateParameterName: 'RelayState',
  };
}

/** Asks a directory's users for a second factor through RADIUS servers of the organisation. */
export function askThroughRadius(
  place: Place,
  alias: string,
  RadiusStatus: RadiusStatus,
  settings: Pick<RadiusSettings, 'RadiusTimeout' | 'RadiusRetries'> = {},
): void {
  const description = place.description(alias);
  description.RadiusStatus = RadiusStatus;
  description.RadiusSettings = {
    RadiusServers: ['10.8.0.20', '10.8.1.20'],
    RadiusPort: 1812,
    RadiusTimeout: 10,
    RadiusRetries: 3,
    AuthenticationProtocol: 'MS-CHAPv2',
    DisplayLabel: 'MFA',
    UseSameUsername: true,
    ...settings,
  };
}

/** How the holders of smart cards sign in through an AD Connector. */
export interface SmartCards {
  /** Whether a password does as well. */
  readonly orPassword: boolean;
  /** Where revoked cards are asked for; the certificate names no server without. */
  readonly ocspUrl?: string;
  readonly expires: string;
}

export function useSmartCards(place: Place, alias: string, { orPassword, ocspUrl, expires }: SmartCards): void {
  const { DirectoryId } = place.directory(alias);
  const LastUpdatedDateTime = place.launchOf(`smart cards ${DirectoryId}`);
  place.further
    .of('ClientAuthenticationSetting')
    .push(
      { DirectoryId, Type: 'SmartCard', Status: 'Enabled', LastUpdatedDateTime },
      { DirectoryId, Type: 'SmartCardOrPassword', Status: orPassword ? 'Enabled' : 'Disabled', LastUpdatedDateTime },
    );
  place.further.of('DirectoryCertificate').push({
    DirectoryId,
    CertificateId: place.ec2Id('c', `smart cards ${DirectoryId}`).slice(0, 12),
    Type: 'ClientCertAuth',
    State: 'Registered',
    CommonName: 'Example Smart Card Issuing CA',
    RegisteredDateTime: LastUpdatedDateTime,
    ExpiryDateTime: new Date(expires),
    ClientCertAuthSettings: ocspUrl === undefined ? {} : { OCSPUrl: ocspUrl },
  });
}
