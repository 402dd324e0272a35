import { describe, expect, it } from 'vitest';
import { clients } from './endpoints-builders.ts';
import { dir, directories, directory, noDirectories } from './fleet-builders.ts';
import { custom, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const required = { parameters: { requireTrustedDevices: true } };
const trusted = { DeviceTypeWindows: 'TRUST' };
const at = (members: object, others: object = {}) => ({ lines: [directory({ ...clients(members), ...others })] });
const passes = { [dir]: 'COMPLIANT' };
const low = { [dir]: 'NON_COMPLIANT LOW' };
const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
const high = { [dir]: 'NON_COMPLIANT HIGH' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };

describe('trusted-devices-enforced', () => {
  const rule = 'trusted-devices-enforced';

  itJudges(rule, {
    'passes trusted devices': [
      {
        ...at({ DeviceTypeWindows: 'TRUST', DeviceTypeOsx: 'TRUST', DeviceTypeAndroid: 'TRUST' }),
        ...required,
      },
      passes,
    ],
    'passes trusted Windows while the others are denied': [{ ...at(trusted), ...required }, passes],
    'passes all denied': [{ ...at({}), ...required }, passes],
    'fails open Windows': [{ ...at({ DeviceTypeWindows: 'ALLOW' }), ...required }, medium],
    'fails open macOS': [{ ...at({ ...trusted, DeviceTypeOsx: 'ALLOW' }), ...required }, medium],
    'fails open Android': [{ ...at({ ...trusted, DeviceTypeAndroid: 'ALLOW' }), ...required }, medium],
    'fails one beside another that is not said': [
      { ...at({ DeviceTypeWindows: 'ALLOW', DeviceTypeOsx: undefined }), ...required },
      medium,
    ],
    'does not ask for the other client types': [
      { ...at({ ...trusted, DeviceTypeWeb: 'ALLOW', DeviceTypeIos: undefined }), ...required },
      passes,
    ],
    'cannot tell when one is not said': [{ ...at({ DeviceTypeAndroid: undefined }), ...required }, unknown],
    'cannot tell from an unknown value': [{ ...at({ DeviceTypeOsx: 'ASK' }), ...required }, unknown],
    'cannot tell without access properties': [{ lines: [directory()], ...required }, unknown],
    'grades an Entra ID directory': [{ ...at(trusted, entra), ...required }, { [managedDir]: 'NON_COMPLIANT LOW' }],
    'grades a custom directory, whatever is said of it': [
      { lines: [directory(custom)], ...required },
      { [managedDir]: 'NON_COMPLIANT LOW' },
    ],
    'leaves out directories without such a policy': [at({ DeviceTypeWindows: 'ALLOW' }), notApplicable],
    'leaves out Pools': [{ ...at({ DeviceTypeWindows: 'ALLOW' }, pools), ...required }, notApplicable],
    'leaves out what is deregistered': [
      { ...at({ DeviceTypeWindows: 'ALLOW' }, { State: 'DEREGISTERED' }), ...required },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' }, ...required },
      noDirectories,
    ],
  });

  it('names what is open, and asks to look in the console', async () => {
    const estate = { ...at({ DeviceTypeWindows: 'ALLOW', DeviceTypeAndroid: 'ALLOW' }), ...required };
    expect(await onlyResult(rule, estate)).toMatchObject({
      packId: 'endpoints-devices',
      severity: 'MEDIUM',
      reason: 'Windows is set to ALLOW; Android is set to ALLOW.',
      evidence: {
        'config.requireTrustedDevices': true,
        'devices.android': 'ALLOW',
        'devices.osx': 'DENY',
        'devices.windows': 'ALLOW',
        kind: 'DIRECTORY_SERVICE',
        state: 'REGISTERED',
        notes: ['Look the setting up in the console: the API may report ALLOW where trusted devices are chosen.'],
      },
      controls: ['IA-3', 'AC-19', 'AC-20'],
      missing: [],
    });
  });

  it('does not remark on trusted devices', async () => {
    const result = await onlyResult(rule, {
      ...at({ ...trusted, DeviceTypeOsx: 'TRUST', DeviceTypeAndroid: 'TRUST' }),
      ...required,
    });
    expect(result?.evidence).not.toHaveProperty('notes');
  });

  it('says that the feature is not available', async () => {
    expect(await onlyResult(rule, { ...at(trusted, identityCenter), ...required })).toMatchObject({
      severity: 'LOW',
      reason: 'Trusted devices are not available in a directory of kind IDENTITY_CENTER.',
    });
  });
});

describe('trusted-devices-block-other-platforms', () => {
  const rule = 'trusted-devices-block-other-platforms';

  itJudges(rule, {
    'passes when all others are denied': [at(trusted), passes],
    'fails an open web browser': [at({ ...trusted, DeviceTypeWeb: 'ALLOW' }), high],
    'fails open iOS': [at({ ...trusted, DeviceTypeIos: 'ALLOW' }), high],
    'fails open Linux': [at({ ...trusted, DeviceTypeLinux: 'ALLOW' }), high],
    'fails open ChromeOS': [at({ ...trusted, DeviceTypeChromeOs: 'ALLOW' }), high],
    'fails open zero clients': [at({ ...trusted, DeviceTypeZeroClient: 'ALLOW' }), high],
    'fails open thin clients': [at({ ...trusted, DeviceTypeWorkSpacesThinClient: 'ALLOW' }), high],
    'fails an open platform that could show a certificate': [at({ ...trusted, DeviceTypeOsx: 'ALLOW' }), high],
    'applies where macOS is trusted': [at({ DeviceTypeOsx: 'TRUST', DeviceTypeWeb: 'ALLOW' }), high],
    'applies where Android is trusted': [at({ DeviceTypeAndroid: 'TRUST', DeviceTypeWeb: 'ALLOW' }), high],
    'applies where trust is required': [{ ...at({ DeviceTypeWindows: 'ALLOW' }), ...required }, high],
    'passes what is accepted': [
      { ...at({ ...trusted, DeviceTypeWeb: 'ALLOW' }), parameters: { acceptedUntrusted: ['Web'] } },
      passes,
    ],
    'fails what is not accepted beside what is': [
      {
        ...at({ ...trusted, DeviceTypeWeb: 'ALLOW', DeviceTypeIos: 'ALLOW' }),
        parameters: { acceptedUntrusted: ['Web'] },
      },
      high,
    ],
    'fails an open one beside one that is not said': [
      at({ ...trusted, DeviceTypeWeb: 'ALLOW', DeviceTypeIos: undefined }),
      high,
    ],
    'cannot tell when one is not said': [at({ ...trusted, DeviceTypeIos: undefined }), unknown],
    'does not mind what is not said of an accepted one': [
      { ...at({ ...trusted, DeviceTypeIos: undefined }), parameters: { acceptedUntrusted: ['Ios'] } },
      passes,
    ],
    'cannot tell from an unknown value': [at({ ...trusted, DeviceTypeWeb: 'ASK' }), unknown],
    'cannot tell without access properties where trust is required': [{ lines: [directory()], ...required }, unknown],
    'cannot tell whether it applies without access properties': [{ lines: [directory()] }, unknown],
    'leaves out directories that trust nothing': [
      at({ DeviceTypeWindows: 'ALLOW', DeviceTypeWeb: 'ALLOW' }),
      notApplicable,
    ],
    'judges directories that WorkSpaces manages where trust is required': [
      { ...at({ DeviceTypeWeb: 'ALLOW' }, entra), ...required },
      { [managedDir]: 'NON_COMPLIANT HIGH' },
    ],
    'leaves out Pools': [at({ ...trusted, DeviceTypeWeb: 'ALLOW' }, pools), notApplicable],
    'leaves out what is deregistering': [
      at({ ...trusted, DeviceTypeWeb: 'ALLOW' }, { State: 'DEREGISTERING' }),
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('lists what is open', async () => {
    const estate = {
      ...at({ ...trusted, DeviceTypeWeb: 'ALLOW', DeviceTypeZeroClient: 'ALLOW', DeviceTypeLinux: 'ALLOW' }),
      parameters: { acceptedUntrusted: ['Linux'] },
    };
    expect(await onlyResult(rule, estate)).toMatchObject({
      severity: 'HIGH',
      reason: 'Any device may connect with Web, ZeroClient, past the certificates that trusted devices have to show.',
      evidence: {
        'config.acceptedUntrusted': ['Linux'],
        'devices.openBeyondAccepted': ['Web', 'ZeroClient'],
        'devices.windows': 'TRUST',
      },
      controls: ['IA-3', 'AC-19', 'CM-7'],
      missing: [],
    });
  });
});

describe('device-types-match-policy', () => {
  const rule = 'device-types-match-policy';
  const approved = { parameters: { allowedDeviceTypes: ['Windows', 'Osx'] } };

  itJudges(rule, {
    'passes approved client types': [{ ...at({ DeviceTypeWindows: 'ALLOW' }), ...approved }, passes],
    'passes trusted ones': [{ ...at(trusted), ...approved }, passes],
    'passes none at all': [{ ...at({}), ...approved }, passes],
    'fails a client type that is not approved': [
      { ...at({ DeviceTypeWindows: 'ALLOW', DeviceTypeWeb: 'ALLOW' }), ...approved },
      low,
    ],
    'fails a trusted one that is not approved': [{ ...at({ DeviceTypeAndroid: 'TRUST' }), ...approved }, low],
    'fails everything where nothing is approved': [
      { ...at({ DeviceTypeWindows: 'ALLOW' }), parameters: { allowedDeviceTypes: [] } },
      low,
    ],
    'fails one beside one that is not said': [
      { ...at({ DeviceTypeWeb: 'ALLOW', DeviceTypeIos: undefined }), ...approved },
      low,
    ],
    'does not mind what is not said of an approved one': [
      { ...at({ DeviceTypeWindows: undefined }), ...approved },
      passes,
    ],
    'cannot tell when one is not said': [{ ...at({ DeviceTypeIos: undefined }), ...approved }, unknown],
    'cannot tell without access properties': [{ lines: [directory()], ...approved }, unknown],
    'leaves out directories without a list': [at({ DeviceTypeWeb: 'ALLOW' }), notApplicable],
    'judges directories that WorkSpaces manages': [
      { ...at({ DeviceTypeWeb: 'ALLOW' }, entra), ...approved },
      { [managedDir]: 'NON_COMPLIANT LOW' },
    ],
    'judges Pools': [{ ...at({ DeviceTypeWeb: 'ALLOW' }, pools), ...approved }, low],
    'leaves out what is deregistered': [
      { ...at({ DeviceTypeWeb: 'ALLOW' }, { State: 'DEREGISTERED' }), ...approved },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' }, ...approved },
      noDirectories,
    ],
  });

  it('names what is not approved', async () => {
    const estate = { ...at({ DeviceTypeWindows: 'ALLOW', DeviceTypeWeb: 'ALLOW' }), ...approved };
    expect(await onlyResult(rule, estate)).toMatchObject({
      severity: 'LOW',
      reason: 'Web may connect and are not approved (approved: Windows, Osx).',
      evidence: {
        'config.allowedDeviceTypes': ['Windows', 'Osx'],
        'devices.allowed': ['Web', 'Windows'],
        'devices.allowedBeyondNamed': ['Web'],
        state: 'REGISTERED',
      },
      controls: ['AC-17', 'AC-19', 'CM-7'],
      missing: [],
    });
  });
});
