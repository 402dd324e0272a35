import { describe, expect, it } from 'vitest';
import features from '../../rules/reference/regional-features.json' with { type: 'json' };
import regions from '../../rules/reference/regions.json' with { type: 'json' };
import { desktop } from './endpoints-builders.ts';
import {
  dcv,
  dir,
  directories,
  directory,
  noDirectories,
  noWorkspaces,
  pcoip,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { judge } from './harness.ts';
import { custom, description, entra, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const instance = { IDCConfig: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1' } };
const partner = { corePartner: true };
const passes = { [managedDir]: 'COMPLIANT' };
const notApplicable = { [managedDir]: 'NOT_APPLICABLE' };
const unknown = { [managedDir]: 'INSUFFICIENT_DATA' };

describe('entra-custom-dcv-only', () => {
  const rule = 'entra-custom-dcv-only';
  const on = (protocols?: readonly string[], members: object = {}) =>
    desktop('ws-1', 'WINDOWS_11', protocols, { DirectoryId: managedDir, ...members });
  const fits = { 'ws-1': 'COMPLIANT' };
  const medium = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const leftOut = { 'ws-1': 'NOT_APPLICABLE' };
  const open = { 'ws-1': 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes DCV with Entra ID': [{ lines: [directory(entra), on(dcv)] }, fits],
    'takes the name DCV for WSP': [{ lines: [directory(entra), on(['DCV'])] }, fits],
    'passes DCV with IAM Identity Center': [{ lines: [directory(identityCenter), on(dcv)] }, fits],
    'fails PCoIP with Entra ID': [{ lines: [directory(entra), on(pcoip)] }, medium],
    'fails PCoIP with IAM Identity Center': [{ lines: [directory(identityCenter), on(pcoip)] }, medium],
    'fails PCoIP in a custom directory': [{ lines: [directory(custom), on(pcoip)] }, medium],
    'cannot tell from another protocol': [{ lines: [directory(entra), on(['RDP'])] }, open],
    'cannot tell without protocols': [{ lines: [directory(entra), on()] }, open],
    'cannot tell from an empty list': [{ lines: [directory(entra), on([])] }, open],
    'leaves out a custom directory of a WorkSpaces Core partner': [
      { lines: [directory(custom), on(pcoip)], parameters: partner },
      leftOut,
    ],
    'judges a partner where IAM Identity Center is': [
      { lines: [directory({ ...custom, ...instance }), on(pcoip)], parameters: partner },
      medium,
    ],
    'judges Entra ID beside a partner': [{ lines: [directory(entra), on(pcoip)], parameters: partner }, medium],
    'leaves out AWS Directory Service': [{ lines: [directory(), on(pcoip, { DirectoryId: dir })] }, leftOut],
    'leaves out Pools': [{ lines: [directory({ ...custom, ...pools }), on(pcoip)] }, leftOut],
    'leaves out what is terminating': [{ lines: [directory(entra), on(pcoip, { State: 'TERMINATING' })] }, leftOut],
    'leaves out what is terminated': [{ lines: [directory(entra), on(pcoip, { State: 'TERMINATED' })] }, leftOut],
    'judges what is suspended': [{ lines: [directory(entra), on(pcoip, { State: 'SUSPENDED' })] }, medium],
    'cannot tell without the directory': [
      { lines: [on(pcoip)], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(entra)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names protocol and kind', async () => {
    expect(await onlyResult(rule, { lines: [directory(entra), on(pcoip)] })).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      reason: 'The WorkSpace streams with PCOIP in a directory of kind ENTRA_ID, which supports DCV (WSP) only.',
      evidence: {
        'config.corePartner': false,
        'directory.identityCenter.instanceArn': null,
        'directory.kind': 'ENTRA_ID',
        protocols: ['PCOIP'],
        state: 'AVAILABLE',
      },
      controls: ['CM-6'],
      missing: [],
    });
  });
});

describe('entra-custom-windows-byol-only', () => {
  const rule = 'entra-custom-windows-byol-only';
  const dedicated = { Tenancy: 'DEDICATED' };
  const windows = desktop('ws-1', 'WINDOWS_11', dcv, { DirectoryId: managedDir });
  const second = (system?: string, members: object = {}) =>
    desktop('ws-2', system, dcv, { DirectoryId: managedDir, ...members });
  const high = { [managedDir]: 'NON_COMPLIANT HIGH' };

  itJudges(rule, {
    'passes Windows 10 and 11': [
      { lines: [directory({ ...entra, ...dedicated }), windows, second('WINDOWS_10')] },
      passes,
    ],
    'passes an empty directory': [{ lines: [directory({ ...identityCenter, ...dedicated })] }, passes],
    'fails a Windows server': [
      { lines: [directory({ ...entra, ...dedicated }), windows, second('WINDOWS_SERVER_2022')] },
      high,
    ],
    'fails Linux': [{ lines: [directory({ ...custom, ...dedicated }), second('UBUNTU_22_04')] }, high],
    'fails Windows 7': [{ lines: [directory({ ...entra, ...dedicated }), second('WINDOWS_7')] }, high],
    'fails shared hardware': [{ lines: [directory({ ...entra, Tenancy: 'SHARED' }), windows] }, high],
    'fails shared hardware, whatever could be read': [
      { lines: [directory({ ...entra, Tenancy: 'SHARED' })], coverage: { [workspaces]: 'denied' } },
      high,
    ],
    'fails a Windows server beside what is not known': [
      {
        lines: [
          directory({ ...entra, ...dedicated }),
          second('WINDOWS_SERVER_2022'),
          desktop('ws-3', undefined, dcv, { DirectoryId: managedDir }),
        ],
      },
      high,
    ],
    'fails a Windows server, whatever the hardware': [
      { lines: [directory(entra), second('WINDOWS_SERVER_2022')] },
      high,
    ],
    'fails a Windows server that was seen before the read broke off': [
      {
        lines: [directory({ ...entra, ...dedicated }), second('WINDOWS_SERVER_2022')],
        coverage: { [workspaces]: 'partial' },
      },
      high,
    ],
    'does not mind what is terminated': [
      {
        lines: [directory({ ...entra, ...dedicated }), second('WINDOWS_SERVER_2022', { State: 'TERMINATED' })],
      },
      passes,
    ],
    'does not mind another directory': [
      {
        lines: [
          directory({ ...entra, ...dedicated }),
          directory(),
          description('ADConnector'),
          second('WINDOWS_SERVER_2022', { DirectoryId: dir }),
        ],
      },
      { ...passes, [dir]: 'NOT_APPLICABLE' },
    ],
    'cannot tell without the tenancy': [{ lines: [directory(entra), windows] }, unknown],
    'cannot tell from an unknown tenancy': [{ lines: [directory({ ...entra, Tenancy: 'HOST' }), windows] }, unknown],
    'cannot tell without an operating system': [
      { lines: [directory({ ...entra, ...dedicated }), windows, second()] },
      unknown,
    ],
    'cannot tell when the API does not know it': [
      { lines: [directory({ ...entra, ...dedicated }), second('UNKNOWN')] },
      unknown,
    ],
    'cannot tell when WorkSpaces were denied': [
      { lines: [directory({ ...entra, ...dedicated })], coverage: { [workspaces]: 'denied' } },
      { [managedDir]: `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'leaves out a directory of a WorkSpaces Core partner': [
      { lines: [directory({ ...custom, Tenancy: 'SHARED' })], parameters: partner },
      notApplicable,
    ],
    'judges a partner where IAM Identity Center is': [
      { lines: [directory({ ...custom, ...instance, Tenancy: 'SHARED' })], parameters: partner },
      high,
    ],
    'leaves out AWS Directory Service': [{ lines: [directory({ Tenancy: 'SHARED' })] }, { [dir]: 'NOT_APPLICABLE' }],
    'leaves out Pools': [{ lines: [directory({ ...pools, Tenancy: 'SHARED' })] }, { [dir]: 'NOT_APPLICABLE' }],
    'leaves out what is deregistering': [
      { lines: [directory({ ...entra, Tenancy: 'SHARED', State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [windows], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('lists what does not belong there', async () => {
    const lines = [directory({ ...entra, Tenancy: 'SHARED' }), second('WINDOWS_SERVER_2022')];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      severity: 'HIGH',
      reason:
        'The directory is SHARED, so that no own licence of Windows 10 or 11 can run in it; WorkSpaces run something else than Windows 10 or 11: ws-2 (WINDOWS_SERVER_2022).',
      evidence: {
        kind: 'ENTRA_ID',
        'liveWorkspaces.otherThanWindows10Or11': ['ws-2 (WINDOWS_SERVER_2022)'],
        tenancy: 'SHARED',
      },
      controls: ['CM-6', 'CM-10'],
      missing: [],
    });
  });
});

describe('entra-custom-region-supported', () => {
  const rule = 'entra-custom-region-supported';
  const low = { [managedDir]: 'NON_COMPLIANT LOW' };

  itJudges(rule, {
    'passes Entra ID in Ireland': [{ region: 'eu-west-1', lines: [directory(entra)] }, passes],
    'passes Entra ID in GovCloud': [{ region: 'us-gov-west-1', lines: [directory(entra)] }, passes],
    'fails Entra ID in Cape Town': [{ region: 'af-south-1', lines: [directory(entra)] }, low],
    'fails IAM Identity Center in Tel Aviv': [{ region: 'il-central-1', lines: [directory(identityCenter)] }, low],
    'fails a custom directory in Ningxia': [{ region: 'cn-northwest-1', lines: [directory(custom)] }, low],
    'fails a custom directory of a partner': [
      { region: 'af-south-1', lines: [directory(custom)], parameters: partner },
      low,
    ],
    'leaves out AWS Directory Service': [{ region: 'af-south-1', lines: [directory()] }, { [dir]: 'NOT_APPLICABLE' }],
    'leaves out Pools': [{ region: 'af-south-1', lines: [directory(pools)] }, { [dir]: 'NOT_APPLICABLE' }],
    'leaves out what is deregistered': [
      { region: 'af-south-1', lines: [directory({ ...entra, State: 'DEREGISTERED' })] },
      notApplicable,
    ],
    'cannot tell from an unknown kind': [
      { region: 'af-south-1', lines: [directory({ ...entra, WorkspaceType: 'TEAM' })] },
      unknown,
    ],
    'says of the account that directories were denied': [
      { region: 'af-south-1', lines: [workspace('ws-1')], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('fails the Regions of the table, and no other of all Regions', async () => {
    const failed: string[] = [];
    for (const region of [...Object.keys(regions.regions), 'cn-northwest-1']) {
      const [result] = await judge(rule, { region, lines: [directory(entra)] });
      if (result?.status === 'NON_COMPLIANT') failed.push(region);
    }
    expect([...new Set(failed)].toSorted()).toEqual(features.entraAndCustomDirectoriesUnsupported.toSorted());
  });

  it('names Region and kind', async () => {
    expect(await onlyResult(rule, { region: 'af-south-1', lines: [directory(entra)] })).toMatchObject({
      severity: 'LOW',
      reason: 'A directory of kind ENTRA_ID is in af-south-1, one of the Regions in which they are not offered.',
      evidence: { kind: 'ENTRA_ID', region: 'af-south-1', state: 'REGISTERED' },
      controls: ['CM-6'],
      missing: [],
    });
  });
});
