import { describe, expect, it } from 'vitest';
import { dir, directories, directory, noDirectories, workspace, workspaces } from './fleet-builders.ts';
import { custom, description, descriptions, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const unread = { [dir]: `INSUFFICIENT_DATA ${descriptions}` };

const outside: Readonly<Record<string, Row>> = {
  'leaves out a directory with Entra ID': [{ lines: [directory(entra)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out one with Identity Center': [{ lines: [directory(identityCenter)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out a custom one': [{ lines: [directory(custom)] }, { [managedDir]: 'NOT_APPLICABLE' }],
  'leaves out a Pools directory': [{ lines: [directory(pools)] }, notApplicable],
  'leaves out what is deregistered': [{ lines: [directory({ State: 'DEREGISTERED' })] }, notApplicable],
  'says of the account that directories were denied': [
    { lines: [], coverage: { [directories]: 'denied' } },
    noDirectories,
  ],
};

describe('dns-addresses-consistent', () => {
  const rule = 'dns-addresses-consistent';
  const broken = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const servers = (DnsIpAddresses?: readonly string[] | null, DnsIpAddrs?: readonly string[] | null) => ({
    lines: [directory({ DnsIpAddresses }), description('MicrosoftAD', { DnsIpAddrs })],
  });

  itJudges(rule, {
    ...outside,
    'passes the same two in another order': [servers(['10.0.1.10', '10.0.2.10'], ['10.0.2.10', '10.0.1.10']), passes],
    'passes two of the four of a directory with further controllers': [
      servers(['10.0.1.10', '10.0.2.10'], ['10.0.1.10', '10.0.2.10', '10.0.1.11', '10.0.2.11']),
      passes,
    ],
    'passes a single one': [servers(['10.0.1.10'], ['10.0.1.10']), passes],
    'fails one that is stale': [servers(['10.0.1.10', '10.0.2.10'], ['10.0.1.99', '10.0.2.10']), broken],
    'fails two': [servers(['10.0.1.10', '10.0.2.10'], ['10.0.1.99', '10.0.2.99']), broken],
    'fails one too many': [servers(['10.0.1.10', '10.0.2.10'], ['10.0.1.10']), broken],
    'cannot tell when WorkSpaces names none': [servers(undefined, ['10.0.1.10']), unknown],
    'does not take an empty list for an answer': [servers([], ['10.0.1.10']), unknown],
    'cannot tell when the directory names none': [servers(['10.0.1.10']), unknown],
    'does not take its empty list for an answer': [servers(['10.0.1.10'], []), unknown],
    'does not take null for one': [servers(['10.0.1.10'], null), unknown],
    'names what was denied': [
      { lines: [directory({ DnsIpAddresses: ['10.0.1.10'] })], coverage: { [descriptions]: 'denied' } },
      unread,
    ],
  });

  it('names the stale address, what it may have become, and what else differs', async () => {
    expect(await onlyResult(rule, servers(['10.0.1.10'], ['10.0.1.99', '10.0.2.10']))).toMatchObject({
      reason: 'WorkSpaces are given 10.0.1.10, which the directory does not name; it names 10.0.1.99, 10.0.2.10.',
      evidence: {
        'dns.addresses': ['10.0.1.10'],
        'dns.directoryAddresses': ['10.0.1.99', '10.0.2.10'],
        'dns.onlyWorkspaces': ['10.0.1.10'],
        notes: [
          'The directory also names 10.0.1.99, 10.0.2.10, which WorkSpaces are not given.',
          'WorkSpaces are given one DNS server only: 10.0.1.10.',
        ],
      },
      controls: ['SC-20', 'SC-22', 'CM-6'],
    });
  });
});

describe('machine-accounts-in-dedicated-ou', () => {
  const rule = 'machine-accounts-in-dedicated-ou';
  const broken = { [dir]: 'NON_COMPLIANT LOW' };
  const unit = (DefaultOu?: string | null, type = 'MicrosoftAD', ShortName: string | undefined = 'CORP') => ({
    lines: [directory({ WorkspaceCreationProperties: { DefaultOu } }), description(type, { ShortName })],
  });

  itJudges(rule, {
    ...outside,
    'passes a unit of their own': [unit('OU=WorkSpaces,DC=corp,DC=example,DC=com'), passes],
    'passes a unit below the default one': [unit('OU=WorkSpaces,OU=Computers,OU=corp,DC=corp,DC=example'), passes],
    'passes a unit below the default container': [unit('OU=WorkSpaces,CN=Computers,DC=corp,DC=example'), passes],
    'passes a unit that is called Computers in another one': [
      unit('OU=Computers,OU=Desktops,OU=corp,DC=corp,DC=example'),
      passes,
    ],
    'passes a unit of that name in a domain of the customer': [
      unit('OU=Computers,OU=corp,DC=corp,DC=example', 'ADConnector'),
      passes,
    ],
    'passes a comma in the name': [unit('OU=Computers\\, managed,DC=corp,DC=example'), passes],
    'fails none at all': [unit(), broken],
    'fails null': [unit(null), broken],
    'fails an empty one': [unit(' '), broken],
    'fails the default container': [unit('CN=Computers,DC=corp,DC=example'), broken],
    'fails it however it is written': [unit('cn = computers, dc = corp, dc = example', 'ADConnector'), broken],
    'fails it in a Simple AD': [unit('CN=Computers,DC=corp,DC=example', 'SimpleAD'), broken],
    'fails the default unit of an AWS Managed Microsoft AD': [unit('OU=Computers,OU=corp,DC=corp,DC=example'), broken],
    'cannot tell that unit without the short name': [
      {
        lines: [
          directory({ WorkspaceCreationProperties: { DefaultOu: 'OU=Computers,OU=corp,DC=corp' } }),
          description('MicrosoftAD'),
        ],
      },
      unknown,
    ],
    'needs AWS Directory Service for that unit': [
      {
        lines: [directory({ WorkspaceCreationProperties: { DefaultOu: 'OU=Computers,OU=corp,DC=corp' } })],
        coverage: { [descriptions]: 'denied' },
      },
      unread,
    ],
    'does not need it for another one': [
      {
        lines: [directory({ WorkspaceCreationProperties: { DefaultOu: 'OU=Desktops,DC=corp' } })],
        coverage: { [descriptions]: 'denied' },
      },
      passes,
    ],
    'cannot tell without creation properties': [{ lines: [directory(), description('MicrosoftAD')] }, unknown],
  });

  it('names the unit', async () => {
    expect(await onlyResult(rule, unit('CN=Computers,DC=corp,DC=example'))).toMatchObject({
      reason: 'Machine accounts go to CN=Computers,DC=corp,DC=example, where the domain puts every computer.',
    });
    expect(await onlyResult(rule, unit())).toMatchObject({
      reason: 'No organizational unit is chosen: machine accounts go where the domain puts every computer.',
    });
  });
});

describe('maintenance-mode-enabled', () => {
  const rule = 'maintenance-mode-enabled';
  const mode = (EnableMaintenanceMode?: boolean | null, members: object = {}) =>
    directory({ WorkspaceCreationProperties: { EnableMaintenanceMode }, ...members });
  const ws = workspace('ws-1');

  itJudges(rule, {
    'passes when it is on': [{ lines: [mode(true), ws] }, passes],
    'fails when it is off': [{ lines: [mode(false), ws] }, { [dir]: 'NON_COMPLIANT LOW' }],
    'cannot tell from silence': [{ lines: [mode(), ws] }, unknown],
    'cannot tell from null': [{ lines: [mode(null), ws] }, unknown],
    'cannot tell without creation properties': [{ lines: [directory(), ws] }, unknown],
    'leaves out directories without WorkSpaces': [{ lines: [mode(false)] }, notApplicable],
    'leaves out those whose WorkSpaces are gone': [
      { lines: [mode(false), workspace('ws-1', { State: 'TERMINATED' })] },
      notApplicable,
    ],
    'leaves out Pools, which have no WorkSpaces': [{ lines: [mode(false, pools)] }, notApplicable],
    'leaves out what is deregistering': [{ lines: [mode(false, { State: 'DEREGISTERING' }), ws] }, notApplicable],
    'judges directories that WorkSpaces manages itself': [
      { lines: [mode(false, entra), workspace('ws-1', { DirectoryId: managedDir })] },
      { [managedDir]: 'NON_COMPLIANT LOW' },
    ],
    'names WorkSpaces that were denied': [
      { lines: [mode(false)], coverage: { [workspaces]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'judges with the WorkSpaces that were read': [
      { lines: [mode(false), ws], coverage: { [workspaces]: 'partial' } },
      { [dir]: 'NON_COMPLIANT LOW' },
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says how many are left without updates', async () => {
    expect(await onlyResult(rule, { lines: [mode(false), ws] })).toMatchObject({
      reason: 'Maintenance mode is off: 1 WorkSpaces are left without regular updates.',
      controls: ['SI-2', 'MA-2'],
    });
  });
});
