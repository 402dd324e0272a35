import { describe, expect, it } from 'vitest';
import { clientProperties, clients } from './endpoints-builders.ts';
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
import type { Line } from './harness.ts';
import { entra, fallback, identityCenter, managedDir, pools, saml } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const passes = { [dir]: 'COMPLIANT' };
const low = { [dir]: 'NON_COMPLIANT LOW' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const noWorkspaces = { [dir]: `INSUFFICIENT_DATA ${workspaces}` };
const noDesktops = { coverage: { [workspaces]: 'denied' as const } };

describe('chromeos-client-retired', () => {
  const rule = 'chromeos-client-retired';
  const chromebooks = (DeviceTypeChromeOs?: string, members: object = {}) =>
    directory({ ...clients({ DeviceTypeChromeOs }), ...members });
  const some = workspace('ws-1');

  itJudges(rule, {
    'passes what is denied': [{ lines: [chromebooks('DENY'), some] }, passes],
    'passes the Android client on Chromebooks': [
      { lines: [directory(clients({ DeviceTypeAndroid: 'ALLOW' })), some] },
      passes,
    ],
    'passes what must show a certificate, which that client cannot': [{ lines: [chromebooks('TRUST'), some] }, passes],
    'fails what is allowed': [{ lines: [chromebooks('ALLOW'), some] }, low],
    'cannot tell when nothing is said': [{ lines: [chromebooks(), some] }, unknown],
    'cannot tell without access properties': [{ lines: [directory(), some] }, unknown],
    'leaves out directories without WorkSpaces': [{ lines: [chromebooks('ALLOW')] }, notApplicable],
    'leaves out directories whose WorkSpaces are terminated': [
      { lines: [chromebooks('ALLOW'), workspace('ws-1', { State: 'TERMINATED' })] },
      notApplicable,
    ],
    'leaves out Pools, which have none': [{ lines: [chromebooks('ALLOW', pools)] }, notApplicable],
    'leaves out what is deregistered': [
      { lines: [chromebooks('ALLOW', { State: 'DEREGISTERED' }), some] },
      notApplicable,
    ],
    'fails WorkSpaces that were seen before the read broke off': [
      { lines: [chromebooks('ALLOW'), some], coverage: { [workspaces]: 'partial' } },
      low,
    ],
    'cannot tell when WorkSpaces were denied': [{ lines: [chromebooks('ALLOW')], ...noDesktops }, noWorkspaces],
    'says of the account that directories were denied': [
      { lines: [some], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says the setting', async () => {
    expect(await onlyResult(rule, { lines: [chromebooks('ALLOW'), some] })).toMatchObject({
      packId: 'endpoints-devices',
      severity: 'LOW',
      reason: 'Chromebooks are set to ALLOW, and the client for them is no longer supported.',
      evidence: { 'devices.chromeOs': 'ALLOW', liveWorkspaceCount: 1, state: 'REGISTERED' },
      controls: ['SI-2', 'SA-22', 'CM-7'],
      missing: [],
    });
  });
});

describe('zero-client-needs-pcoip', () => {
  const rule = 'zero-client-needs-pcoip';
  const zero = (DeviceTypeZeroClient?: string, members: object = {}) =>
    directory({ ...clients({ DeviceTypeZeroClient }), ...members });
  const onDcv = workspace('ws-1', streaming(dcv));
  const onPcoip = workspace('ws-2', streaming(pcoip));

  itJudges(rule, {
    'passes a PCoIP WorkSpace': [{ lines: [zero('ALLOW'), onDcv, onPcoip] }, passes],
    'fails DCV alone': [{ lines: [zero('ALLOW'), onDcv] }, low],
    'does not count PCoIP that is terminated': [
      { lines: [zero('ALLOW'), onDcv, workspace('ws-2', { ...streaming(pcoip), State: 'TERMINATED' })] },
      low,
    ],
    'does not count PCoIP of another directory': [
      { lines: [zero('ALLOW'), onDcv, workspace('ws-2', { ...streaming(pcoip), DirectoryId: otherDir })] },
      low,
    ],
    'leaves out zero clients that are denied': [{ lines: [zero('DENY'), onDcv] }, notApplicable],
    'leaves out directories without WorkSpaces': [{ lines: [zero('ALLOW')] }, notApplicable],
    'leaves out Pools': [{ lines: [zero('ALLOW', pools)] }, notApplicable],
    'leaves out what is deregistering': [{ lines: [zero('ALLOW', { State: 'DEREGISTERING' }), onDcv] }, notApplicable],
    'cannot tell without protocols': [{ lines: [zero('ALLOW'), onDcv, workspace('ws-2')] }, unknown],
    'passes PCoIP beside what is not said': [{ lines: [zero('ALLOW'), onPcoip, workspace('ws-3')] }, passes],
    'cannot tell when zero clients are not said': [{ lines: [zero(), onDcv] }, unknown],
    'cannot tell when WorkSpaces were denied': [{ lines: [zero('ALLOW')], ...noDesktops }, noWorkspaces],
    'cannot tell when they broke off before the first with PCoIP': [
      { lines: [zero('ALLOW'), onDcv], coverage: { [workspaces]: 'partial' } },
      noWorkspaces,
    ],
  });

  it('counts the WorkSpaces', async () => {
    expect(await onlyResult(rule, { lines: [zero('ALLOW'), onDcv] })).toMatchObject({
      severity: 'LOW',
      reason: 'Zero clients may connect, and none of 1 WorkSpace(s) streams with PCoIP.',
      evidence: { 'devices.zeroClient': 'ALLOW', livePcoipWorkspaceCount: 0, liveWorkspaceCount: 1 },
      controls: ['CM-7', 'AC-17'],
      missing: [],
    });
  });
});

describe('local-administrator-disabled', () => {
  const rule = 'local-administrator-disabled';
  const administrators = (UserEnabledAsLocalAdministrator?: boolean, members: object = {}) => ({
    lines: [directory({ WorkspaceCreationProperties: { UserEnabledAsLocalAdministrator }, ...members })],
  });
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };

  itJudges(rule, {
    'passes users who are not': [administrators(false), passes],
    'fails users who are': [administrators(true), medium],
    'cannot tell when nothing is said, although they are by default': [administrators(), unknown],
    'cannot tell without creation properties': [{ lines: [directory()] }, unknown],
    'leaves out Entra ID, where the setting is not available': [
      administrators(true, entra),
      { [managedDir]: 'NOT_APPLICABLE' },
    ],
    'leaves out IAM Identity Center': [administrators(true, identityCenter), { [managedDir]: 'NOT_APPLICABLE' }],
    'leaves out Pools': [administrators(true, pools), notApplicable],
    'leaves out what is deregistered': [administrators(true, { State: 'DEREGISTERED' }), notApplicable],
    'judges what is in error': [administrators(true, { State: 'ERROR' }), medium],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('remarks on WorkSpaces that are older than the setting', async () => {
    expect(await onlyResult(rule, administrators(false))).toMatchObject({
      reason: 'Users do not become local administrators.',
      evidence: {
        kind: 'DIRECTORY_SERVICE',
        state: 'REGISTERED',
        userIsLocalAdministrator: false,
        notes: ['WorkSpaces that are older than the setting keep local administrators until they are rebuilt.'],
      },
      controls: ['AC-6', 'AC-6(10)', 'CM-11'],
    });
    expect((await onlyResult(rule, administrators(true)))?.evidence).not.toHaveProperty('notes');
  });
});

describe('self-service-permissions-minimal', () => {
  const rule = 'self-service-permissions-minimal';
  const none = {
    RestartWorkspace: 'DISABLED',
    IncreaseVolumeSize: 'DISABLED',
    ChangeComputeType: 'DISABLED',
    SwitchRunningMode: 'DISABLED',
    RebuildWorkspace: 'DISABLED',
  };
  const permitted = (permissions: object, members: object = {}) => ({
    lines: [directory({ SelfservicePermissions: { ...none, ...permissions }, ...members })],
  });

  itJudges(rule, {
    'passes no permission': [permitted({}), passes],
    'passes a restart, which is approved by default': [permitted({ RestartWorkspace: 'ENABLED' }), passes],
    'fails a restart that is not approved': [
      { ...permitted({ RestartWorkspace: 'ENABLED' }), parameters: { allowedSelfService: [] } },
      low,
    ],
    'fails a rebuild': [permitted({ RebuildWorkspace: 'ENABLED' }), low],
    'fails larger volumes': [permitted({ IncreaseVolumeSize: 'ENABLED' }), low],
    'fails another compute type': [permitted({ ChangeComputeType: 'ENABLED' }), low],
    'fails another running mode': [permitted({ SwitchRunningMode: 'ENABLED' }), low],
    'passes what is approved': [
      {
        ...permitted({ RebuildWorkspace: 'ENABLED' }),
        parameters: { allowedSelfService: ['RestartWorkspace', 'RebuildWorkspace'] },
      },
      passes,
    ],
    'fails one beside one that is not said': [
      permitted({ RebuildWorkspace: 'ENABLED', IncreaseVolumeSize: undefined }),
      low,
    ],
    'cannot tell when one is not said': [permitted({ IncreaseVolumeSize: undefined }), unknown],
    'does not mind what is not said of an approved one': [permitted({ RestartWorkspace: undefined }), passes],
    'cannot tell from an unknown value': [permitted({ RebuildWorkspace: 'ASK' }), unknown],
    'cannot tell without permissions': [{ lines: [directory()] }, unknown],
    'judges directories that WorkSpaces manages': [
      permitted({ RebuildWorkspace: 'ENABLED' }, identityCenter),
      { [managedDir]: 'NON_COMPLIANT LOW' },
    ],
    'leaves out Pools': [permitted({ RebuildWorkspace: 'ENABLED' }, pools), notApplicable],
    'leaves out what is deregistering': [
      permitted({ RebuildWorkspace: 'ENABLED' }, { State: 'DEREGISTERING' }),
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names what is not approved', async () => {
    const estate = permitted({
      RestartWorkspace: 'ENABLED',
      RebuildWorkspace: 'ENABLED',
      ChangeComputeType: 'ENABLED',
    });
    expect(await onlyResult(rule, estate)).toMatchObject({
      severity: 'LOW',
      reason:
        'Users have the self-service permissions ChangeComputeType, RebuildWorkspace, which are not approved (approved: RestartWorkspace).',
      evidence: {
        'config.allowedSelfService': ['RestartWorkspace'],
        kind: 'DIRECTORY_SERVICE',
        'selfService.enabledBeyondNamed': ['ChangeComputeType', 'RebuildWorkspace'],
        state: 'REGISTERED',
      },
      controls: ['AC-6', 'CM-5', 'CM-3'],
      missing: [],
    });
  });
});

describe('remember-me-disabled', () => {
  const rule = 'remember-me-disabled';
  const properties = (ReconnectEnabled?: string, LogUploadEnabled?: string, ResourceId = dir): Line => ({
    type: 'ClientProperties',
    resource: { ResourceId, ClientProperties: { ReconnectEnabled, LogUploadEnabled } },
  });
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const noProperties = { [dir]: `INSUFFICIENT_DATA ${clientProperties}` };

  itJudges(rule, {
    'passes what is off': [{ lines: [directory(), properties('DISABLED')] }, passes],
    'fails what is on': [{ lines: [directory(), properties('ENABLED')] }, medium],
    'fails what is on while SAML is off': [{ lines: [directory(saml('DISABLED')), properties('ENABLED')] }, medium],
    'fails what is on behind the fallback, where passwords are typed': [
      { lines: [directory(saml(fallback)), properties('ENABLED')] },
      medium,
    ],
    'leaves out SAML, where no password is typed': [
      { lines: [directory(saml('ENABLED')), properties('ENABLED')] },
      notApplicable,
    ],
    'leaves out SAML, whatever could be read': [
      { lines: [directory(saml('ENABLED'))], coverage: { [clientProperties]: 'denied' } },
      notApplicable,
    ],
    'cannot tell from an unknown status of SAML': [
      { lines: [directory(saml('PENDING')), properties('ENABLED')] },
      unknown,
    ],
    'reads the properties of the own directory': [
      { lines: [directory(), properties('ENABLED', undefined, otherDir), properties('DISABLED')] },
      passes,
    ],
    'cannot tell when nothing was returned': [{ lines: [directory()] }, unknown],
    'cannot tell when nothing is said': [{ lines: [directory(), properties()] }, unknown],
    'cannot tell from an unknown value': [{ lines: [directory(), properties('SOMETIMES')] }, unknown],
    'cannot tell when client properties were denied': [
      { lines: [directory()], coverage: { [clientProperties]: 'denied' } },
      noProperties,
    ],
    'judges what was read before the properties broke off': [
      { lines: [directory(), properties('ENABLED')], coverage: { [clientProperties]: 'partial' } },
      medium,
    ],
    'leaves out directories that WorkSpaces manages': [
      { lines: [directory(entra)], coverage: { [clientProperties]: 'denied' } },
      { [managedDir]: 'NOT_APPLICABLE' },
    ],
    'leaves out Pools': [{ lines: [directory(pools), properties('ENABLED')] }, notApplicable],
    'leaves out what is deregistered': [
      { lines: [directory({ State: 'DEREGISTERED' }), properties('ENABLED')] },
      notApplicable,
    ],
  });

  it('remarks on logs that clients may send', async () => {
    expect(await onlyResult(rule, { lines: [directory(), properties('ENABLED', 'ENABLED')] })).toMatchObject({
      severity: 'MEDIUM',
      reason: 'Remember me is ENABLED, so that users reconnect without entering their password again.',
      evidence: {
        'clients.reconnect': 'ENABLED',
        kind: 'DIRECTORY_SERVICE',
        'saml.status': 'DISABLED',
        state: 'REGISTERED',
        notes: ['Clients may send their diagnostic logs to AWS (LogUploadEnabled).'],
      },
      controls: ['IA-5(13)', 'AC-12', 'IA-11'],
      missing: [],
    });
    const result = await onlyResult(rule, { lines: [directory(), properties('DISABLED', 'DISABLED')] });
    expect(result?.evidence).not.toHaveProperty('notes');
  });
});
