import { dir } from './fleet-builders.ts';
import type { Line } from './harness.ts';

/** Raw AWS shapes of how users sign in. A member given as undefined is absent from the snapshot. */

export const descriptions = 'ds:DescribeDirectories';
export const clientAuthentication = 'ds:DescribeClientAuthenticationSettings';
export const certificateDetails = 'ds:DescribeCertificate';
export const trusts = 'ds:DescribeTrusts';

export const fallback = 'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK';

/** The SAML members of a directory. */
export const saml = (Status?: string, UserAccessUrl?: string, RelayStateParameterName?: string) => ({
  SamlProperties: { Status, UserAccessUrl, RelayStateParameterName },
});

/** The certificate-based authentication of a directory. */
export const certificates = (Status?: string) => ({ CertificateBasedAuthProperties: { Status } });

/** What AWS Directory Service says of the directory. */
export function description(Type: string, members: object = {}): Line {
  return { type: 'DirectoryDescription', resource: { DirectoryId: dir, Type, Stage: 'Active', ...members } };
}

/** The same of a directory that another account owns and shares. */
export const sharedDescription = (OwnerDirectoryDescription?: object, members: object = {}): Line =>
  description('SharedMicrosoftAD', { OwnerDirectoryDescription, ...members });

/** A RADIUS set-up in a state. */
export const radius = (RadiusStatus?: string | null, settings: object = {}) => ({
  RadiusStatus,
  RadiusSettings: {
    RadiusServers: ['10.0.0.10'],
    RadiusPort: 1812,
    RadiusTimeout: 20,
    RadiusRetries: 4,
    AuthenticationProtocol: 'MS-CHAPv2',
    ...settings,
  },
});

/** A client authentication setting of the directory. */
export const signIn = (Type: string, Status?: string, DirectoryId = dir): Line => ({
  type: 'ClientAuthenticationSetting',
  resource: { DirectoryId, Type, Status },
});

export const pools = { WorkspaceType: 'POOLS', UserIdentityType: 'CUSTOMER_MANAGED' };
export const managedDir = 'wsd-90670000a1';
/** A directory that WorkSpaces manages itself, with users of IAM Identity Center. */
export const identityCenter = {
  DirectoryId: managedDir,
  DirectoryType: 'AWS_IAM_IDENTITY_CENTER',
  UserIdentityType: 'AWS_IAM_IDENTITY_CENTER',
};
/** One that is joined to Microsoft Entra ID. */
export const entra = {
  DirectoryId: managedDir,
  DirectoryType: 'CUSTOMER_MANAGED',
  UserIdentityType: 'AWS_IAM_IDENTITY_CENTER',
  MicrosoftEntraConfig: { TenantId: 'tenant' },
};
/** One whose users live at another identity provider. */
export const custom = {
  DirectoryId: managedDir,
  DirectoryType: 'CUSTOMER_MANAGED',
  UserIdentityType: 'CUSTOMER_MANAGED',
};

/** A certificate that smart cards are checked against, good for years after the snapshot. */
export const certificate = (CertificateId: string, members: object = {}): Line => ({
  type: 'DirectoryCertificate',
  resource: {
    DirectoryId: dir,
    CertificateId,
    Type: 'ClientCertAuth',
    State: 'Registered',
    ExpiryDateTime: '2029-01-01T00:00:00.000Z',
    ClientCertAuthSettings: { OCSPUrl: 'http://ocsp.example.mil' },
    ...members,
  },
});

/** A trust of the directory, external and in both directions. */
export const trust = (TrustId: string, members: object = {}): Line => ({
  type: 'Trust',
  resource: {
    DirectoryId: dir,
    TrustId,
    RemoteDomainName: 'corp.example.com',
    TrustType: 'External',
    TrustDirection: 'Two-Way',
    TrustState: 'Verified',
    ...members,
  },
});
