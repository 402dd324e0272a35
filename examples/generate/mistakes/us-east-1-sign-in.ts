import { signInWithSharedCertificates } from '../account/certificate-authorities.ts';
import { askThroughRadius } from '../sign-in.ts';
import type { Mistake } from './mistake.ts';

/** How users of the main Region prove who they are. */
export const signInMistakes: readonly Mistake[] = [
  {
    what: 'retail-east signs in through SAML, but for zero clients; the relay state stands only at the identity provider',
    make(place) {
      place.directory('retail-east').SamlProperties = {
        Status: 'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK',
        UserAccessUrl: 'https://idp.example.com/sso/saml/retail-east',
        RelayStateParameterName: 'RelayState',
      };
    },
  },
  {
    what: 'call-centre signs in through the endpoint that is not in FIPS mode, and admits iPads',
    make(place) {
      const { SamlProperties: saml, WorkspaceAccessProperties: access } = place.directory('call-centre');
      saml.UserAccessUrl = saml.UserAccessUrl?.replace('euc-sso-fips', 'euc-sso');
      access.DeviceTypeIos = 'ALLOW';
    },
  },
  {
    what: 'the RADIUS servers of retail-west have not answered since they were given more time than is allowed',
    recent: true,
    make: (place) => askThroughRadius(place, 'retail-west', 'Failed', { RadiusTimeout: 60 }),
  },
  {
    what: 'SAML was tried out in the sandbox, which is a Simple AD, without encryption on the way to it',
    recent: true,
    make(place) {
      place.directory('sandbox').SamlProperties = {
        Status: 'ENABLED',
        UserAccessUrl: 'http://idp.example.com/sso/saml/sandbox',
        RelayStateParameterName: 'RelayState',
      };
    },
  },
  {
    what: 'the private CA of call-centre was set up without the guide, and is to be given up',
    make(place) {
      const Arn = place.directory('call-centre').CertificateBasedAuthProperties?.CertificateAuthorityArn;
      const authority = place.further.of('CertificateAuthority').find((one) => one.Arn === Arn);
      const tags = place.further.of('CertificateAuthorityTags').find((one) => one.CertificateAuthorityArn === Arn);
      if (authority === undefined || tags === undefined) throw new Error('call-centre has no private CA');
      authority.Status = 'DISABLED';
      authority.UsageMode = 'GENERAL_PURPOSE';
      delete authority.RevocationConfiguration?.CrlConfiguration;
      tags.Tags = [{ Key: 'owner', Value: 'desktops' }];
    },
  },
  {
    what: 'claims is to use the CA of another account, which shares it for other ends, and has no SAML to sign in with',
    recent: true,
    make: (place) => signInWithSharedCertificates(place, 'claims', '555566667777'),
  },
  {
    what: 'nobody is assigned to the application of auditors, and so everybody may use it',
    recent: true,
    make(place) {
      const ApplicationArn = place.directory('auditors').IDCConfig?.ApplicationArn;
      for (const application of place.further.of('ApplicationAssignmentConfiguration')) {
        if (application.ApplicationArn === ApplicationArn) application.AssignmentRequired = false;
      }
    },
  },
  {
    what: 'an Entra ID user has a name that is longer than WorkSpaces takes',
    recent: true,
    make(place) {
      const auditor = place.workspace('external-auditor-008@example.com');
      auditor.UserName = 'external-auditor-008@subsidiary-of-the-auditing-partnership.example.com';
    },
  },
  {
    what: 'clients in training keep passwords, so that trainees do not forget them',
    make(place) {
      const { DirectoryId } = place.directory('training');
      const [training] = place.further.of('ClientProperties').filter(({ ResourceId }) => ResourceId === DirectoryId);
      Object.assign(training ?? {}, {
        ClientProperties: { ReconnectEnabled: 'ENABLED', LogUploadEnabled: 'DISABLED' },
      });
    },
  },
];
