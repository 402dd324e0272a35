import { describe, expect, it } from 'vitest';
import {
  dcv,
  dir,
  directories,
  directory,
  noDirectories,
  otherDir,
  pcoip,
  streaming,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import {
  clientAuthentication,
  custom,
  description,
  descriptions,
  entra,
  fallback,
  identityCenter,
  managedDir,
  pools,
  radius,
  saml,
  sharedDescription,
  signIn,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('mfa-configured', () => {
  const rule = 'mfa-configured';
  const connector = description('ADConnector');
  const passes = { [dir]: 'COMPLIANT' };
  const high = { [dir]: 'NON_COMPLIANT HIGH' };
  const critical = { [dir]: 'NON_COMPLIANT CRITICAL' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const noSettings = { coverage: { [clientAuthentication]: 'denied' as const } };

  itJudges(rule, {
    'passes RADIUS': [{ lines: [directory(), description('ADConnector', radius('Completed'))] }, passes],
    'passes RADIUS of AWS Managed Microsoft AD': [
      { lines: [directory(), description('MicrosoftAD', radius('Completed'))] },
      passes,
    ],
    'passes RADIUS behind the fallback': [
      { lines: [directory(saml(fallback)), description('ADConnector', radius('Completed'))] },
      passes,
    ],
    'fails without RADIUS': [{ lines: [directory(), connector] }, high],
    'fails a null status': [{ lines: [directory(), description('ADConnector', { RadiusStatus: null })] }, high],
    'fails RADIUS that has failed': [{ lines: [directory(), description('ADConnector', radius('Failed'))] }, high],
    'fails RADIUS that is being set up': [
      { lines: [directory(), description('ADConnector', radius('Creating'))] },
      high,
    ],
    'fails Simple AD': [{ lines: [directory({ DirectoryType: 'SIMPLE_AD' }), description('SimpleAD')] }, high],
    'fails the fallback without RADIUS': [{ lines: [directory(saml(fallback)), connector] }, high],
    'cannot tell from an unknown state of RADIUS': [
      { lines: [directory(), description('ADConnector', radius('Updating'))] },
      unknown,
    ],
    'cannot tell from servers without a state': [
      { lines: [directory(), description('ADConnector', radius())] },
      unknown,
    ],
  });

  describe('with smart cards', () => {
    itJudges(rule, {
      'passes smart cards alone': [{ lines: [directory(), connector, signIn('SmartCard', 'Enabled')] }, passes],
      'fails smart cards or passwords': [
        { lines: [directory(), connector, signIn('SmartCardOrPassword', 'Enabled')] },
        high,
      ],
      'fails smart cards that are off': [{ lines: [directory(), connector, signIn('SmartCard', 'Disabled')] }, high],
      'fails smart cards of another directory': [
        { lines: [directory(), connector, signIn('SmartCard', 'Enabled', otherDir)] },
        high,
      ],
      'cannot tell from an unknown state': [
        { lines: [directory(), connector, signIn('SmartCard', 'Enabling')] },
        unknown,
      ],
      'cannot tell without the state': [{ lines: [directory(), connector, signIn('SmartCard')] }, unknown],
      'cannot tell for an AD Connector when the settings were denied': [
        { lines: [directory(), connector], ...noSettings },
        { [dir]: `INSUFFICIENT_DATA ${clientAuthentication}` },
      ],
      'needs no settings beside RADIUS': [
        { lines: [directory(), description('ADConnector', radius('Completed'))], ...noSettings },
        passes,
      ],
      'needs no settings of AWS Managed Microsoft AD, which cannot have them': [
        { lines: [directory(), description('MicrosoftAD')], ...noSettings },
        high,
      ],
      'needs no settings of Simple AD': [{ lines: [directory(), description('SimpleAD')], ...noSettings }, high],
      'passes what was read before the settings broke off': [
        {
          lines: [directory(), connector, signIn('SmartCard', 'Enabled')],
          coverage: { [clientAuthentication]: 'partial' },
        },
        passes,
      ],
      'does not take the other setting for the one that was not read': [
        {
          lines: [directory(), connector, signIn('SmartCardOrPassword', 'Enabled')],
          coverage: { [clientAuthentication]: 'partial' },
        },
        { [dir]: `INSUFFICIENT_DATA ${clientAuthentication}` },
      ],
      'passes a smart card whatever Directory Service keeps to itself': [
        { lines: [directory(), signIn('SmartCard', 'Enabled')], coverage: { [descriptions]: 'denied' } },
        passes,
      ],
    });
  });

  describe('of a shared directory', () => {
    itJudges(rule, {
      "passes the owner's RADIUS": [{ lines: [directory(), sharedDescription(radius('Completed'))] }, passes],
      "fails the owner's without": [{ lines: [directory(), sharedDescription({})] }, high],
      "is not satisfied by the consumer's own members": [
        { lines: [directory(), sharedDescription({}, radius('Completed'))] },
        high,
      ],
      'cannot tell without the owner': [{ lines: [directory(), sharedDescription()] }, unknown],
    });
  });

  describe('with zero clients', () => {
    const zeroClients = (DeviceTypeZeroClient?: string) =>
      directory({ WorkspaceAccessProperties: { DeviceTypeZeroClient } });

    itJudges(rule, {
      'grades zero clients on PCoIP WorkSpaces': [
        { lines: [zeroClients('ALLOW'), connector, workspace('ws-1', streaming(pcoip))] },
        critical,
      ],
      'does not grade them on DCV': [
        { lines: [zeroClients('ALLOW'), connector, workspace('ws-1', streaming(dcv))] },
        high,
      ],
      'does not grade PCoIP alone': [
        { lines: [zeroClients('DENY'), connector, workspace('ws-1', streaming(pcoip))] },
        high,
      ],
      'does not grade silence on zero clients': [
        { lines: [zeroClients(), connector, workspace('ws-1', streaming(pcoip))] },
        high,
      ],
      'does not grade PCoIP that is going away': [
        { lines: [zeroClients('ALLOW'), connector, workspace('ws-1', { ...streaming(pcoip), State: 'TERMINATED' })] },
        high,
      ],
      'does not grade PCoIP of another directory': [
        {
          lines: [zeroClients('ALLOW'), connector, workspace('ws-1', { ...streaming(pcoip), DirectoryId: otherDir })],
        },
        high,
      ],
      'grades PCoIP that was seen before the read broke off': [
        {
          lines: [zeroClients('ALLOW'), connector, workspace('ws-1', streaming(pcoip))],
          coverage: { [workspaces]: 'partial' },
        },
        critical,
      ],
      'does not grade what it could not read': [
        { lines: [zeroClients('ALLOW'), connector], coverage: { [workspaces]: 'denied' } },
        high,
      ],
      'passes RADIUS whatever connects': [
        {
          lines: [
            zeroClients('ALLOW'),
            description('ADConnector', radius('Completed')),
            workspace('ws-1', streaming(pcoip)),
          ],
        },
        passes,
      ],
    });
  });

  describe('where it applies', () => {
    itJudges(rule, {
      'leaves out SAML without the fallback': [{ lines: [directory(saml('ENABLED')), connector] }, notApplicable],
      'leaves it out whatever could be read': [
        { lines: [directory(saml('ENABLED'))], coverage: { [descriptions]: 'denied' } },
        notApplicable,
      ],
      'judges SAML that is off': [{ lines: [directory(saml('DISABLED')), connector] }, high],
      'cannot tell from an unknown status of SAML': [{ lines: [directory(saml('PENDING')), connector] }, unknown],
      'leaves out IAM Identity Center directories': [
        { lines: [directory(identityCenter)] },
        { [managedDir]: 'NOT_APPLICABLE' },
      ],
      'leaves out Entra ID directories': [{ lines: [directory(entra)] }, { [managedDir]: 'NOT_APPLICABLE' }],
      'leaves out custom directories': [{ lines: [directory(custom)] }, { [managedDir]: 'NOT_APPLICABLE' }],
      'leaves out Pools': [{ lines: [directory(pools)] }, notApplicable],
      'leaves out what is deregistering': [
        { lines: [directory({ State: 'DEREGISTERING' }), connector] },
        notApplicable,
      ],
      'leaves out what is deregistered': [{ lines: [directory({ State: 'DEREGISTERED' }), connector] }, notApplicable],
      'judges what is in error': [{ lines: [directory({ State: 'ERROR' }), connector] }, high],
      'cannot tell in an unknown state': [{ lines: [directory({ State: 'FROZEN' }), connector] }, unknown],
      'cannot tell when Directory Service was denied': [
        { lines: [directory()], coverage: { [descriptions]: 'denied' } },
        { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
      ],
      'cannot tell without a record of the directory': [{ lines: [directory()] }, unknown],
      'says of the account that directories were denied': [
        { lines: [connector], coverage: { [directories]: 'denied' } },
        noDirectories,
      ],
    });
  });

  it('says what is there, and what cannot be', async () => {
    const lines = [
      directory({ DirectoryType: 'SIMPLE_AD', WorkspaceAccessProperties: { DeviceTypeZeroClient: 'ALLOW' } }),
      description('SimpleAD'),
      workspace('ws-1', streaming(pcoip)),
    ];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      packId: 'identity',
      severity: 'CRITICAL',
      reason: 'No second factor is in force: RADIUS status: none; sign-in with smart cards only: Disabled.',
      evidence: {
        'clientAuthentication.smartCard': 'Disabled',
        'devices.zeroClient': 'ALLOW',
        directoryServiceType: 'SimpleAD',
        kind: 'DIRECTORY_SERVICE',
        livePcoipWorkspaceCount: 1,
        'radius.status': null,
        'saml.status': 'DISABLED',
        state: 'REGISTERED',
        notes: [
          'MFA is not available for Simple AD.',
          'PCoIP zero clients may connect to 1 PCoIP WorkSpace(s), for which the guide recommends MFA in particular.',
        ],
      },
      controls: ['IA-2(1)', 'IA-2(2)', 'AC-17'],
      missing: [],
    });
  });

  it('remarks on smart cards that a password makes up for', async () => {
    const lines = [directory(), connector, signIn('SmartCardOrPassword', 'Enabled')];
    expect((await onlyResult(rule, { lines }))?.evidence).toHaveProperty('notes', [
      'Smart cards are on, but a password alone does as well.',
    ]);
  });
});
