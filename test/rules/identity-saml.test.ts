import { describe, expect, it } from 'vitest';
import regions from '../../rules/reference/regions.json' with { type: 'json' };
import table from '../../rules/reference/saml.json' with { type: 'json' };
import { dir, directories, directory, noDirectories } from './fleet-builders.ts';
import { judge } from './harness.ts';
import {
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
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const on = saml('ENABLED', 'https://idp.example.com/sso');
const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };

describe('saml-directory-type-supported', () => {
  const rule = 'saml-directory-type-supported';
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const simple = directory({ ...on, DirectoryType: 'SIMPLE_AD' });
  const managed = { [managedDir]: 'NON_COMPLIANT MEDIUM' };

  itJudges(rule, {
    'passes AD Connector': [{ lines: [directory(on), description('ADConnector')] }, passes],
    'passes AWS Managed Microsoft AD, which WorkSpaces may register as SIMPLE_AD': [
      { lines: [simple, description('MicrosoftAD')] },
      passes,
    ],
    'passes a shared AWS Managed Microsoft AD': [{ lines: [simple, sharedDescription({})] }, passes],
    'fails Simple AD, which works but is not recommended': [{ lines: [simple, description('SimpleAD')] }, low],
    'fails Simple AD with the fallback as well': [
      { lines: [directory({ ...saml(fallback), DirectoryType: 'SIMPLE_AD' }), description('SimpleAD')] },
      low,
    ],
    'fails an IAM Identity Center directory': [{ lines: [directory({ ...on, ...identityCenter })] }, managed],
    'fails an Entra ID directory': [{ lines: [directory({ ...on, ...entra })] }, managed],
    'fails a custom directory': [{ lines: [directory({ ...on, ...custom })] }, managed],
    'takes AD Connector from what WorkSpaces registered': [
      { lines: [directory(on)], coverage: { [descriptions]: 'denied' } },
      passes,
    ],
    'takes MicrosoftAD from what WorkSpaces registered': [
      { lines: [directory({ ...on, DirectoryType: 'MicrosoftAD' })], coverage: { [descriptions]: 'denied' } },
      passes,
    ],
    'does not know what SIMPLE_AD is while Directory Service was denied': [
      { lines: [simple], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'does not know what SIMPLE_AD is without a record of it': [{ lines: [simple] }, unknown],
    'cannot tell from an unknown type without a record': [
      { lines: [directory({ ...on, DirectoryType: 'CLOUD_AD' })] },
      unknown,
    ],
    'cannot tell from an unknown type of Directory Service': [{ lines: [simple, description('CloudAD')] }, unknown],
    'cannot tell when both types are absent': [
      { lines: [directory({ ...on, DirectoryType: undefined })], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'leaves out directories with SAML off': [
      { lines: [directory({ ...saml('DISABLED'), DirectoryType: 'SIMPLE_AD' }), description('SimpleAD')] },
      notApplicable,
    ],
    'leaves out directories that never set SAML': [
      { lines: [directory({ DirectoryType: 'SIMPLE_AD' })] },
      notApplicable,
    ],
    'leaves out Pools, which require SAML': [{ lines: [directory({ ...on, ...pools })] }, notApplicable],
    'cannot tell from an unknown status': [{ lines: [directory(saml('PENDING')), description('SimpleAD')] }, unknown],
    'cannot tell Pools from Personal by an unknown WorkspaceType': [
      { lines: [directory({ ...on, WorkspaceType: 'CORE' }), description('SimpleAD')] },
      unknown,
    ],
    'leaves out what is deregistering': [
      { lines: [directory({ ...on, State: 'DEREGISTERING' }), description('SimpleAD')] },
      notApplicable,
    ],
    'leaves out what is deregistered': [
      { lines: [directory({ ...on, State: 'DEREGISTERED' }), description('SimpleAD')] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says what the directory is', async () => {
    expect(await onlyResult(rule, { lines: [simple, description('SimpleAD')] })).toMatchObject({
      packId: 'identity',
      severity: 'LOW',
      reason:
        'SAML 2.0 is ENABLED on a directory of kind DIRECTORY_SERVICE (AWS Directory Service type: SimpleAD), where only AD Connector and AWS Managed Microsoft AD support it.',
      evidence: {
        directoryServiceType: 'SimpleAD',
        kind: 'DIRECTORY_SERVICE',
        registeredType: 'SIMPLE_AD',
        'saml.status': 'ENABLED',
        state: 'REGISTERED',
        notes: ['Signing in works with Simple AD, but identity providers cannot integrate with it.'],
      },
      controls: ['IA-2', 'IA-8', 'CM-6'],
      missing: [],
    });
  });
});

describe('saml-region-supported', () => {
  const rule = 'saml-region-supported';
  const broken = { [dir]: 'NON_COMPLIANT INFORMATIONAL' };
  const lines = [directory(on)];

  itJudges(rule, {
    'passes Virginia': [{ lines }, passes],
    'passes London': [{ lines, region: 'eu-west-2' }, passes],
    'passes Tel Aviv': [{ lines, region: 'il-central-1' }, passes],
    'passes GovCloud West': [{ lines, region: 'us-gov-west-1' }, passes],
    'passes GovCloud East': [{ lines, region: 'us-gov-east-1' }, passes],
    'fails Paris': [{ lines, region: 'eu-west-3' }, broken],
    'fails Ohio': [{ lines, region: 'us-east-2' }, broken],
    'fails Paris with the fallback as well': [{ lines: [directory(saml(fallback))], region: 'eu-west-3' }, broken],
    'fails a Region that is newer than the list': [{ lines, region: 'eu-north-2' }, broken],
    'leaves out directories with SAML off': [
      { lines: [directory(saml('DISABLED'))], region: 'eu-west-3' },
      notApplicable,
    ],
    'leaves out directories that never set SAML': [{ lines: [directory()], region: 'eu-west-3' }, notApplicable],
    'leaves out Pools': [{ lines: [directory({ ...on, ...pools })], region: 'eu-west-3' }, notApplicable],
    'cannot tell from an unknown status': [{ lines: [directory(saml('PENDING'))], region: 'eu-west-3' }, unknown],
    'leaves out what is deregistered': [
      { lines: [directory({ ...on, State: 'DEREGISTERED' })], region: 'eu-west-3' },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('passes the Regions of the table, and no other of all Regions', async () => {
    const results = await Promise.all(
      Object.keys(regions.regions).map(async (region) => ({ region, results: await judge(rule, { lines, region }) })),
    );
    const passed = results.filter(({ results: [only] }) => only?.status === 'COMPLIANT').map(({ region }) => region);
    expect(passed.toSorted()).toEqual(table.regions.toSorted());
  });

  it('names the Region', async () => {
    expect(await onlyResult(rule, { lines, region: 'eu-west-3' })).toMatchObject({
      severity: 'INFORMATIONAL',
      reason: 'SAML 2.0 is ENABLED in eu-west-3, which the guide does not list for it.',
      controls: ['IA-2', 'CM-6'],
      missing: [],
    });
  });
});

describe('saml-no-directory-login-fallback', () => {
  const rule = 'saml-no-directory-login-fallback';
  const high = { [dir]: 'NON_COMPLIANT HIGH' };
  const critical = { [dir]: 'NON_COMPLIANT CRITICAL' };
  const open = directory(saml(fallback));

  itJudges(rule, {
    'passes SAML alone': [{ lines: [directory(on)] }, passes],
    'passes it whatever could be read': [{ lines: [directory(on)], coverage: { [descriptions]: 'denied' } }, passes],
    'fails the fallback': [{ lines: [open, description('ADConnector', radius('Completed'))] }, high],
    'grades a login with a password alone': [{ lines: [open, description('ADConnector')] }, critical],
    'grades Simple AD, which has no MFA': [
      { lines: [directory({ ...saml(fallback), DirectoryType: 'SIMPLE_AD' }), description('SimpleAD')] },
      critical,
    ],
    'grades RADIUS that has failed': [{ lines: [open, description('ADConnector', radius('Failed'))] }, critical],
    'does not grade RADIUS that is being set up, while which nobody logs in': [
      { lines: [open, description('ADConnector', radius('Creating'))] },
      high,
    ],
    'does not grade an unknown state of RADIUS': [
      { lines: [open, description('ADConnector', radius('Updating'))] },
      high,
    ],
    'does not grade what it could not read': [{ lines: [open], coverage: { [descriptions]: 'denied' } }, high],
    'does not grade without a record': [{ lines: [open] }, high],
    "asks for a shared directory's MFA at its owner's": [
      { lines: [open, sharedDescription(radius('Completed'))] },
      high,
    ],
    'grades a shared directory whose owner has no MFA': [{ lines: [open, sharedDescription({})] }, critical],
    'does not grade a directory that WorkSpaces manages, which has no password login': [
      { lines: [directory({ ...saml(fallback), ...identityCenter })] },
      { [managedDir]: 'NON_COMPLIANT HIGH' },
    ],
    'leaves out directories with SAML off': [{ lines: [directory(saml('DISABLED'))] }, notApplicable],
    'leaves out directories that never set SAML': [{ lines: [directory()] }, notApplicable],
    'leaves out Pools': [{ lines: [directory({ ...saml(fallback), ...pools })] }, notApplicable],
    'cannot tell from an unknown status': [{ lines: [directory(saml('PENDING'))] }, unknown],
    'leaves out what is deregistering': [
      { lines: [directory({ ...saml(fallback), State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the client types that may connect', async () => {
    const access = {
      WorkspaceAccessProperties: {
        DeviceTypeWindows: 'TRUST',
        DeviceTypeOsx: 'DENY',
        DeviceTypeIos: 'ALLOW',
        DeviceTypeZeroClient: 'ALLOW',
        DeviceTypeAndroid: 'SOMETIMES',
      },
    };
    const lines = [directory({ ...saml(fallback), ...access }), description('ADConnector')];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      severity: 'CRITICAL',
      reason:
        'Clients that do not support SAML 2.0 fall back to the login of the directory, past the identity provider (RADIUS status: none; client types that may connect: Ios, Windows, ZeroClient).',
      evidence: {
        'devices.allowed': ['Ios', 'Windows', 'ZeroClient'],
        kind: 'DIRECTORY_SERVICE',
        'radius.status': null,
        'saml.status': fallback,
        state: 'REGISTERED',
      },
      controls: ['IA-2(1)', 'IA-2(2)', 'AC-17', 'IA-8'],
      missing: [],
    });
  });

  it('does not take silence on client types for a denial', async () => {
    const result = await onlyResult(rule, { lines: [open, description('ADConnector')] });
    expect(result?.reason).toContain('client types that may connect: unknown');
  });
});
