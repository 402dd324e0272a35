import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories, otherDir } from './fleet-builders.ts';
import {
  certificate,
  certificateDetails,
  clientAuthentication,
  description,
  identityCenter,
  managedDir,
  pools,
  signIn,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

/** When the snapshots of these tests were taken. */
const now = Date.parse('2026-11-22T03:00:00.000Z');
const expiring = (days: number, seconds = 0) => ({
  ExpiryDateTime: new Date(now + days * 86_400_000 + seconds * 1000).toISOString(),
});
const silent = { ClientCertAuthSettings: {} };
const scene = [directory(), description('ADConnector'), signIn('SmartCard', 'Enabled')];

describe('smartcard-ocsp-configured', () => {
  const rule = 'smartcard-ocsp-configured';
  const passes = { [dir]: 'COMPLIANT' };
  const high = { [dir]: 'NON_COMPLIANT HIGH' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const noCertificates = { [dir]: `INSUFFICIENT_DATA ${certificateDetails}` };

  describe('over the certificates', () => {
    itJudges(rule, {
      'passes one that names an OCSP server': [{ lines: [...scene, certificate('c-1')] }, passes],
      'passes several': [{ lines: [...scene, certificate('c-1'), certificate('c-2')] }, passes],
      'fails without any': [{ lines: scene }, high],
      'fails one of another directory': [{ lines: [...scene, certificate('c-1', { DirectoryId: otherDir })] }, high],
      'fails one for LDAPS': [{ lines: [...scene, certificate('c-1', { Type: 'ClientLDAPS' })] }, high],
      'fails one that is being registered': [{ lines: [...scene, certificate('c-1', { State: 'Registering' })] }, high],
      'fails one that is deregistered': [{ lines: [...scene, certificate('c-1', { State: 'Deregistered' })] }, high],
      'fails one that expired before the snapshot': [{ lines: [...scene, certificate('c-1', expiring(0, -1))] }, high],
      'fails one that expires as the snapshot is taken': [{ lines: [...scene, certificate('c-1', expiring(0))] }, high],
      'fails one that never could be registered, whatever else is not said': [
        { lines: [...scene, certificate('c-1', { State: 'RegisterFailed', ExpiryDateTime: undefined })] },
        high,
      ],
      'cannot tell without an OCSP server, which the cards may name': [
        { lines: [...scene, certificate('c-1', silent)] },
        unknown,
      ],
      'cannot tell when one of two names none': [
        { lines: [...scene, certificate('c-1'), certificate('c-2', silent)] },
        unknown,
      ],
      'does not mind a silent one that has expired': [
        { lines: [...scene, certificate('c-1'), certificate('c-2', { ...silent, ...expiring(-1) })] },
        passes,
      ],
      'cannot tell without the type': [{ lines: [...scene, certificate('c-1', { Type: undefined })] }, unknown],
      'cannot tell from an unknown state': [{ lines: [...scene, certificate('c-1', { State: 'Paused' })] }, unknown],
      'cannot tell without the expiry': [
        { lines: [...scene, certificate('c-1', { ExpiryDateTime: undefined })] },
        unknown,
      ],
      'cannot tell from an expiry that is no time': [
        { lines: [...scene, certificate('c-1', { ExpiryDateTime: 'soon' })] },
        unknown,
      ],
      'cannot tell when they were denied': [
        { lines: scene, coverage: { [certificateDetails]: 'denied' } },
        noCertificates,
      ],
      'cannot tell whether one that was not read names an OCSP server': [
        { lines: [...scene, certificate('c-1')], coverage: { [certificateDetails]: 'partial' } },
        noCertificates,
      ],
    });
  });

  describe('before they expire', () => {
    itJudges(rule, {
      'fails 59 days before': [{ lines: [...scene, certificate('c-1', expiring(59))] }, low],
      'fails 60 days before': [{ lines: [...scene, certificate('c-1', expiring(60))] }, low],
      'passes a second more': [{ lines: [...scene, certificate('c-1', expiring(60, 1))] }, passes],
      'passes 61 days before': [{ lines: [...scene, certificate('c-1', expiring(61))] }, passes],
      'counts the last one only': [
        { lines: [...scene, certificate('c-1', expiring(10)), certificate('c-2', expiring(100))] },
        passes,
      ],
      'fails when all are near their end': [
        { lines: [...scene, certificate('c-1', expiring(10)), certificate('c-2', expiring(20))] },
        low,
      ],
      'fails one near its end, whatever OCSP server it names': [
        { lines: [...scene, certificate('c-1', { ...silent, ...expiring(10) })] },
        low,
      ],
      'does not take the last one that was read for the last one': [
        { lines: [...scene, certificate('c-1', expiring(10))], coverage: { [certificateDetails]: 'partial' } },
        noCertificates,
      ],
    });
  });

  describe('where it applies', () => {
    itJudges(rule, {
      'leaves out directories without smart cards': [
        { lines: [directory(), description('ADConnector')] },
        notApplicable,
      ],
      'judges smart cards beside passwords': [
        { lines: [directory(), description('ADConnector'), signIn('SmartCardOrPassword', 'Enabled')] },
        high,
      ],
      'leaves out Pools': [{ lines: [directory(pools), signIn('SmartCard', 'Enabled')] }, notApplicable],
      'leaves out directories that WorkSpaces manages': [
        { lines: [directory(identityCenter)], coverage: { [clientAuthentication]: 'denied' } },
        { [managedDir]: 'NOT_APPLICABLE' },
      ],
      'leaves out what is deregistered': [
        { lines: [directory({ State: 'DEREGISTERED' }), ...scene.slice(1)] },
        notApplicable,
      ],
      'cannot tell when the settings were denied': [
        { lines: scene.slice(0, 2), coverage: { [clientAuthentication]: 'denied' } },
        { [dir]: `INSUFFICIENT_DATA ${clientAuthentication}` },
      ],
      'says of the account that directories were denied': [
        { lines: [], coverage: { [directories]: 'denied' } },
        noDirectories,
      ],
    });
  });

  it('says when the last certificate expires', async () => {
    const lines = [...scene, certificate('c-1', expiring(10, 1)), certificate('c-2', expiring(5))];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      packId: 'identity',
      severity: 'LOW',
      reason: 'The last certificate expires in 11 days.',
      evidence: {
        'clientAuthentication.smartCard': 'Enabled',
        'clientAuthentication.smartCardOrPassword': 'Disabled',
        'clientCertificates.daysLeft': 11,
        'clientCertificates.ocspUrls': ['http://ocsp.example.mil'],
        'clientCertificates.valid': ['c-1', 'c-2'],
        kind: 'DIRECTORY_SERVICE',
        state: 'REGISTERED',
      },
      controls: ['IA-5(2)', 'SC-17'],
      missing: [],
    });
  });

  it('says why revocation cannot be judged', async () => {
    expect(await onlyResult(rule, { lines: [...scene, certificate('c-1', silent)] })).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      reason:
        'Cannot be judged: certificate c-1 names no OCSP server, and whether the smart cards do stands in their own certificates.',
      missing: [],
    });
  });
});
