import { describe, expect, it } from 'vitest';
import { clients, desktop } from './endpoints-builders.ts';
import { dcv, dir, directories, directory, noWorkspaces, otherDir, pcoip, workspaces } from './fleet-builders.ts';
import {
  clientAuthentication,
  description,
  descriptions,
  entra,
  managedDir,
  pools,
  signIn,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const connector = description('ADConnector');
const cards = signIn('SmartCard', 'Enabled');
const denied = { coverage: { [clientAuthentication]: 'denied' as const } };

describe('smartcard-workspaces-supported', () => {
  const rule = 'smartcard-workspaces-supported';
  const scene = [directory(), connector, cards];
  const fits = { 'ws-1': 'COMPLIANT' };
  const medium = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const leftOut = { 'ws-1': 'NOT_APPLICABLE' };
  const open = { 'ws-1': 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes Windows on DCV': [{ lines: [...scene, desktop('ws-1', 'WINDOWS_SERVER_2022', dcv)] }, fits],
    'passes Amazon Linux on DCV': [{ lines: [...scene, desktop('ws-1', 'AMAZON_LINUX_2', dcv)] }, fits],
    'passes Red Hat Enterprise Linux on DCV': [{ lines: [...scene, desktop('ws-1', 'RHEL_8', dcv)] }, fits],
    'passes Rocky Linux on DCV': [{ lines: [...scene, desktop('ws-1', 'ROCKY_8', dcv)] }, fits],
    'fails Ubuntu on DCV': [{ lines: [...scene, desktop('ws-1', 'UBUNTU_22_04', dcv)] }, medium],
    'fails Ubuntu of whatever protocol': [{ lines: [...scene, desktop('ws-1', 'UBUNTU_22_04')] }, medium],
    'fails Windows on PCoIP': [{ lines: [...scene, desktop('ws-1', 'WINDOWS_10', pcoip)] }, medium],
    'fails PCoIP of whatever operating system': [{ lines: [...scene, desktop('ws-1', 'UNKNOWN', pcoip)] }, medium],
    'cannot tell without the protocols': [{ lines: [...scene, desktop('ws-1', 'WINDOWS_10')] }, open],
    'cannot tell without the operating system': [{ lines: [...scene, desktop('ws-1', undefined, dcv)] }, open],
    'cannot tell when the API does not know it': [{ lines: [...scene, desktop('ws-1', 'UNKNOWN', dcv)] }, open],
    'cannot tell from an operating system that nobody knows yet': [
      { lines: [...scene, desktop('ws-1', 'DEBIAN_12', dcv)] },
      open,
    ],
    'judges smart cards beside passwords': [
      {
        lines: [directory(), connector, signIn('SmartCardOrPassword', 'Enabled'), desktop('ws-1', 'WINDOWS_10', pcoip)],
      },
      medium,
    ],
    'leaves out directories without smart cards': [
      { lines: [directory(), connector, desktop('ws-1', 'UBUNTU_22_04', pcoip)] },
      leftOut,
    ],
    'reads the setting of the own directory': [
      {
        lines: [
          ...scene,
          directory({ DirectoryId: otherDir }),
          { type: 'DirectoryDescription', resource: { DirectoryId: otherDir, Type: 'ADConnector' } },
          desktop('ws-1', 'UBUNTU_22_04', dcv),
          desktop('ws-2', 'UBUNTU_22_04', dcv, { DirectoryId: otherDir }),
        ],
      },
      { 'ws-1': 'NON_COMPLIANT MEDIUM', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'leaves out directories that WorkSpaces manages': [
      { lines: [directory(entra), desktop('ws-1', 'WINDOWS_11', pcoip, { DirectoryId: managedDir })], ...denied },
      leftOut,
    ],
    'leaves out what is terminating': [
      { lines: [...scene, desktop('ws-1', 'UBUNTU_22_04', pcoip, { State: 'TERMINATING' })] },
      leftOut,
    ],
    'leaves out what is terminated': [
      { lines: [...scene, desktop('ws-1', 'UBUNTU_22_04', pcoip, { State: 'TERMINATED' })] },
      leftOut,
    ],
    'judges what is stopped': [
      { lines: [...scene, desktop('ws-1', 'UBUNTU_22_04', dcv, { State: 'STOPPED' })] },
      medium,
    ],
    'cannot tell when the settings were denied': [
      { lines: [directory(), connector, desktop('ws-1', 'UBUNTU_22_04', dcv)], ...denied },
      { 'ws-1': `INSUFFICIENT_DATA ${clientAuthentication}` },
    ],
    'cannot tell without the directory': [
      { lines: [cards, desktop('ws-1', 'UBUNTU_22_04', dcv)], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: scene, coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names what takes no smart cards, and clients that read none', async () => {
    const lines = [
      directory(clients({ DeviceTypeWindows: 'TRUST', DeviceTypeWeb: 'ALLOW' })),
      connector,
      cards,
      desktop('ws-1', 'UBUNTU_22_04', pcoip),
    ];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      reason:
        'The WorkSpace streams with PCOIP, which carries no smart cards to the sign-in; the operating system is UBUNTU_22_04, which takes no smart cards.',
      evidence: {
        'directory.clientAuthentication.smartCard': 'Enabled',
        'directory.clientAuthentication.smartCardOrPassword': 'Disabled',
        operatingSystemFamily: 'UBUNTU',
        protocols: ['PCOIP'],
        state: 'AVAILABLE',
        notes: [
          'The directory lets in client types Web, Windows; only the Windows and macOS clients read smart cards.',
        ],
      },
      controls: ['IA-2(12)', 'CM-6'],
      missing: [],
    });
  });

  it('does not remark on Windows and macOS clients', async () => {
    const own = directory(clients({ DeviceTypeWindows: 'ALLOW', DeviceTypeOsx: 'ALLOW' }));
    const result = await onlyResult(rule, { lines: [own, connector, cards, desktop('ws-1', 'WINDOWS_10', dcv)] });
    expect(result?.evidence).not.toHaveProperty('notes');
  });
});

describe('smartcard-connector-account-name-length', () => {
  const rule = 'smartcard-connector-account-name-length';
  const account = (CustomerUserName?: string, type = 'ADConnector') =>
    description(type, { ConnectSettings: { CustomerUserName } });
  const named = (name?: string) => ({ lines: [directory(), account(name), cards] });
  const passes = { [dir]: 'COMPLIANT' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes 20 characters': [named('a'.repeat(20)), passes],
    'fails 21 characters': [named('a'.repeat(21)), low],
    'does not count the domain before a backslash': [named(`CORPORATION\\${'a'.repeat(20)}`), passes],
    'does not count the domain after an at sign': [named(`${'a'.repeat(20)}@corp.example.com`), passes],
    'counts 21 characters beside a domain': [named(`CORP\\${'a'.repeat(21)}`), low],
    'cannot tell without the name': [named(), unknown],
    'cannot tell from an empty name': [named(''), unknown],
    'cannot tell without the connection': [{ lines: [directory(), connector, cards] }, unknown],
    'leaves out AWS Managed Microsoft AD': [
      { lines: [directory(), account('a'.repeat(21), 'MicrosoftAD'), cards] },
      notApplicable,
    ],
    'leaves out directories without smart cards': [{ lines: [directory(), account('a'.repeat(21))] }, notApplicable],
    'leaves out Pools': [{ lines: [directory(pools), account('a'.repeat(21)), cards] }, notApplicable],
    'leaves out what is deregistering': [
      { lines: [directory({ State: 'DEREGISTERING' }), account('a'.repeat(21)), cards] },
      notApplicable,
    ],
    'cannot tell when Directory Service was denied': [
      { lines: [directory(), cards], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'cannot tell when the settings were denied': [
      { lines: [directory(), account('a'.repeat(21))], ...denied },
      { [dir]: `INSUFFICIENT_DATA ${clientAuthentication}` },
    ],
  });

  it('names the account', async () => {
    expect(await onlyResult(rule, named('CORP\\svc-workspaces-adconnector'))).toMatchObject({
      severity: 'LOW',
      reason:
        'The service account svc-workspaces-adconnector has 26 characters, more than a sAMAccountName can, so that Kerberos constrained delegation fails for it.',
      evidence: {
        'connectorAccount.name': 'svc-workspaces-adconnector',
        'connectorAccount.nameLength': 26,
        directoryServiceType: 'ADConnector',
      },
      controls: ['IA-4', 'IA-2(12)'],
      missing: [],
    });
  });
});
