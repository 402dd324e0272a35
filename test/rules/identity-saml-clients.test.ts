import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories } from './fleet-builders.ts';
import { fallback, identityCenter, managedDir, pools, saml } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('saml-unsupported-client-types', () => {
  const rule = 'saml-unsupported-client-types';
  const denied = {
    DeviceTypeIos: 'DENY',
    DeviceTypeAndroid: 'DENY',
    DeviceTypeChromeOs: 'DENY',
    DeviceTypeZeroClient: 'DENY',
  };
  const clients = (changes: object = {}, Status = 'ENABLED', members: object = {}) =>
    directory({ ...saml(Status), WorkspaceAccessProperties: { ...denied, ...changes }, ...members });
  const passes = { [dir]: 'COMPLIANT' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes when all four are denied': [{ lines: [clients()] }, passes],
    'does not mind the client types that support SAML': [
      {
        lines: [
          clients({
            DeviceTypeWindows: 'ALLOW',
            DeviceTypeOsx: 'TRUST',
            DeviceTypeLinux: 'ALLOW',
            DeviceTypeWeb: 'ALLOW',
          }),
        ],
      },
      passes,
    ],
    'fails iOS devices': [{ lines: [clients({ DeviceTypeIos: 'ALLOW' })] }, low],
    'fails Android devices': [{ lines: [clients({ DeviceTypeAndroid: 'ALLOW' })] }, low],
    'fails trusted Android devices': [{ lines: [clients({ DeviceTypeAndroid: 'TRUST' })] }, low],
    'fails Chromebooks': [{ lines: [clients({ DeviceTypeChromeOs: 'ALLOW' })] }, low],
    'fails trusted Chromebooks': [{ lines: [clients({ DeviceTypeChromeOs: 'TRUST' })] }, low],
    'fails zero clients': [{ lines: [clients({ DeviceTypeZeroClient: 'ALLOW' })] }, low],
    'grades the fallback, which lets them in past the identity provider': [
      { lines: [clients({ DeviceTypeZeroClient: 'ALLOW' }, fallback)] },
      medium,
    ],
    'passes the fallback when all four are denied': [{ lines: [clients({}, fallback)] }, passes],
    'fails one whatever is absent of the others': [
      { lines: [directory({ ...saml('ENABLED'), WorkspaceAccessProperties: { DeviceTypeIos: 'ALLOW' } })] },
      low,
    ],
    'does not take silence for a denial': [{ lines: [clients({ DeviceTypeAndroid: undefined })] }, unknown],
    'does not take null for a denial': [{ lines: [clients({ DeviceTypeChromeOs: null })] }, unknown],
    'cannot tell from an unknown value': [{ lines: [clients({ DeviceTypeIos: 'SOMETIMES' })] }, unknown],
    'cannot tell from trusted zero clients, which hold no certificates': [
      { lines: [clients({ DeviceTypeZeroClient: 'TRUST' })] },
      unknown,
    ],
    'cannot tell without access properties': [{ lines: [directory(saml('ENABLED'))] }, unknown],
    'leaves out directories with SAML off': [
      { lines: [clients({ DeviceTypeIos: 'ALLOW' }, 'DISABLED')] },
      notApplicable,
    ],
    'leaves out directories that never set SAML': [
      { lines: [directory({ WorkspaceAccessProperties: { DeviceTypeIos: 'ALLOW' } })] },
      notApplicable,
    ],
    'leaves out Pools': [{ lines: [clients({ DeviceTypeIos: 'ALLOW' }, 'ENABLED', pools)] }, notApplicable],
    'judges a directory that WorkSpaces manages': [
      { lines: [clients({ DeviceTypeIos: 'ALLOW' }, 'ENABLED', identityCenter)] },
      { [managedDir]: 'NON_COMPLIANT LOW' },
    ],
    'cannot tell from an unknown status': [{ lines: [clients({ DeviceTypeIos: 'ALLOW' }, 'PENDING')] }, unknown],
    'leaves out what is deregistering': [
      { lines: [clients({ DeviceTypeIos: 'ALLOW' }, 'ENABLED', { State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the client types, and the fallback', async () => {
    const lines = [clients({ DeviceTypeIos: 'ALLOW', DeviceTypeAndroid: 'TRUST' }, fallback)];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      severity: 'MEDIUM',
      reason: 'iOS devices are set to ALLOW; Android devices are set to TRUST.',
      evidence: {
        'devices.android': 'TRUST',
        'devices.chromeOs': 'DENY',
        'devices.ios': 'ALLOW',
        'devices.zeroClient': 'DENY',
        kind: 'DIRECTORY_SERVICE',
        'saml.status': fallback,
        state: 'REGISTERED',
        notes: ['The fallback lets such clients in with directory credentials, past the identity provider.'],
      },
      controls: ['AC-17', 'CM-7', 'IA-2'],
      missing: [],
    });
  });
});
