import type { Mistake } from './mistake.ts';

/** How users of the GovCloud Region prove who they are. */
export const usGovWest1SignInMistakes: readonly Mistake[] = [
  {
    what: 'a password does as well as a card in field-office, whose certificate names no OCSP server and runs out',
    make(place) {
      const { DirectoryId } = place.directory('field-office');
      for (const setting of place.further.of('ClientAuthenticationSetting')) {
        if (setting.DirectoryId === DirectoryId) setting.Status = 'Enabled';
      }
      for (const certificate of place.further.of('DirectoryCertificate')) {
        if (certificate.DirectoryId !== DirectoryId) continue;
        certificate.ExpiryDateTime = new Date('2026-12-20T00:00:00.000Z');
        certificate.ClientCertAuthSettings = {};
      }
    },
  },
  {
    what: 'the service account of field-office has a name that is too long for smart cards',
    make(place) {
      const { ConnectSettings } = place.description('field-office');
      Object.assign(ConnectSettings ?? {}, { CustomerUserName: 'svc-workspaces-connector' });
      place.directory('field-office').CustomerUserName = 'svc-workspaces-connector';
    },
  },
  {
    what: 'the users of a forest trust cannot sign in to the Linux desktops of program-alpha',
    make(place) {
      place.further.of('Trust').push({
        DirectoryId: place.directory('program-alpha').DirectoryId,
        TrustId: place.ec2Id('t', 'agency forest').slice(0, 12),
        RemoteDomainName: 'agency.example.gov',
        TrustType: 'Forest',
        TrustDirection: 'Two-Way',
        TrustState: 'Verified',
        CreatedDateTime: place.launchOf('agency forest'),
      });
    },
  },
];
