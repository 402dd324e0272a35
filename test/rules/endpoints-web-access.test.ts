import { describe, expect, it } from 'vitest';
import features from '../../rules/reference/regional-features.json' with { type: 'json' };
import regions from '../../rules/reference/regions.json' with { type: 'json' };
import { clients, desktop } from './endpoints-builders.ts';
import { dcv, dir, directories, directory, noDirectories, otherDir, pcoip, workspaces } from './fleet-builders.ts';
import { judge } from './harness.ts';
import { fallback, pools, saml } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('web-access-supported-for-workspace', () => {
  const rule = 'web-access-supported-for-workspace';
  const web = (DeviceTypeWeb?: string, members: object = {}) =>
    directory({ ...clients({ DeviceTypeWeb }), ...members });
  const open = web('ALLOW');
  const fits = desktop('ws-1', 'WINDOWS_SERVER_2022', dcv);
  const out = desktop('ws-2', 'WINDOWS_SERVER_2022', pcoip);
  const passes = { [dir]: 'COMPLIANT' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const noWorkspaces = { [dir]: `INSUFFICIENT_DATA ${workspaces}` };
  /** Alone in a directory, where its own support decides. */
  const alone = (system?: string, protocols?: readonly string[], region = 'eu-west-1', sign: object = {}) => ({
    region,
    lines: [web('ALLOW', sign), desktop('ws-1', system, protocols)],
  });

  describe('over DCV', () => {
    itJudges(rule, {
      'passes Windows': [alone('WINDOWS_SERVER_2022', dcv), passes],
      'passes Windows 11': [alone('WINDOWS_11', dcv), passes],
      'passes Ubuntu': [alone('UBUNTU_22_04', dcv), passes],
      'passes Windows with SAML': [alone('WINDOWS_11', dcv, 'eu-west-1', saml('ENABLED')), passes],
      'passes Windows where PCoIP is not supported': [alone('WINDOWS_11', dcv, 'eu-central-1'), passes],
      'fails Amazon Linux': [alone('AMAZON_LINUX_2', dcv), low],
      'passes Amazon Linux in GovCloud (US-West)': [alone('AMAZON_LINUX_2', dcv, 'us-gov-west-1'), passes],
      'fails Amazon Linux in GovCloud (US-East)': [alone('AMAZON_LINUX_2', dcv, 'us-gov-east-1'), low],
      'fails Windows 7': [alone('WINDOWS_7', dcv), low],
      'fails Windows 7 of whatever protocol': [alone('WINDOWS_7'), low],
      'cannot tell of Red Hat Enterprise Linux, which the guide leaves open': [alone('RHEL_8', dcv), unknown],
      'cannot tell of Rocky Linux': [alone('ROCKY_8', dcv), unknown],
      'cannot tell of a system that nobody knows yet': [alone('DEBIAN_12', dcv), unknown],
      'cannot tell without the system': [alone(undefined, dcv), unknown],
    });
  });

  describe('over PCoIP', () => {
    itJudges(rule, {
      'passes Windows Server 2016': [alone('WINDOWS_SERVER_2016', pcoip), passes],
      'passes Windows 10, with a remark': [alone('WINDOWS_10', pcoip), passes],
      'fails Windows Server 2019': [alone('WINDOWS_SERVER_2019', pcoip), low],
      'fails Windows Server 2022': [alone('WINDOWS_SERVER_2022', pcoip), low],
      'cannot tell of Windows Server 2025, of which the guide is silent': [
        alone('WINDOWS_SERVER_2025', pcoip),
        unknown,
      ],
      'fails Amazon Linux': [alone('AMAZON_LINUX_2', pcoip), low],
      'fails Amazon Linux in GovCloud (US-West)': [alone('AMAZON_LINUX_2', pcoip, 'us-gov-west-1'), low],
      'fails Ubuntu': [alone('UBUNTU_22_04', pcoip), low],
      'fails Red Hat Enterprise Linux': [alone('RHEL_8', pcoip), low],
      'fails a Region without, whatever the system': [alone(undefined, pcoip, 'ap-south-1'), low],
      'fails beside SAML': [alone('WINDOWS_SERVER_2016', pcoip, 'eu-west-1', saml('ENABLED')), low],
      'fails beside SAML with the fallback': [alone('WINDOWS_SERVER_2016', pcoip, 'eu-west-1', saml(fallback)), low],
      'passes beside SAML that is off': [alone('WINDOWS_SERVER_2016', pcoip, 'eu-west-1', saml('DISABLED')), passes],
      'cannot tell from an unknown status of SAML': [
        alone('WINDOWS_SERVER_2016', pcoip, 'eu-west-1', saml('PENDING')),
        unknown,
      ],
      'fails Windows Server 2022, whatever the status': [
        alone('WINDOWS_SERVER_2022', pcoip, 'eu-west-1', saml('PENDING')),
        low,
      ],
      'cannot tell without the system': [alone(undefined, pcoip), unknown],
    });

    it('fails the Regions of the table, and no other of all Regions', async () => {
      const failed: string[] = [];
      for (const region of Object.keys(regions.regions)) {
        const [result] = await judge(rule, alone('WINDOWS_SERVER_2016', pcoip, region));
        if (result?.status === 'NON_COMPLIANT') failed.push(region);
      }
      expect(failed.toSorted()).toEqual(features.webAccessPcoipUnsupported.toSorted());
    });
  });

  describe('over all WorkSpaces of the directory', () => {
    itJudges(rule, {
      'passes one that can beside one that cannot': [{ lines: [open, fits, out] }, passes],
      'fails when none can': [{ lines: [open, out, desktop('ws-3', 'AMAZON_LINUX_2', dcv)] }, low],
      'passes one with both protocols': [
        { lines: [open, desktop('ws-1', 'WINDOWS_SERVER_2022', ['PCOIP', 'WSP'])] },
        passes,
      ],
      'passes one that can beside one of which nothing is known': [{ lines: [open, fits, desktop('ws-3')] }, passes],
      'cannot tell when the only other one is not known': [{ lines: [open, out, desktop('ws-3')] }, unknown],
      'cannot tell without protocols': [{ lines: [open, desktop('ws-1', 'WINDOWS_11')] }, unknown],
      'does not count what is terminated': [
        { lines: [open, out, desktop('ws-1', 'WINDOWS_11', dcv, { State: 'TERMINATED' })] },
        low,
      ],
      'does not count another directory': [
        { lines: [open, out, desktop('ws-1', 'WINDOWS_11', dcv, { DirectoryId: otherDir })] },
        low,
      ],
      'passes one that was seen before the read broke off': [
        { lines: [open, fits], coverage: { [workspaces]: 'partial' } },
        passes,
      ],
      'cannot tell when it broke off before one that can': [
        { lines: [open, out], coverage: { [workspaces]: 'partial' } },
        noWorkspaces,
      ],
    });
  });

  describe('where it applies', () => {
    itJudges(rule, {
      'leaves out web browsers that are denied': [{ lines: [web('DENY'), out] }, notApplicable],
      'leaves out directories without WorkSpaces': [{ lines: [open] }, notApplicable],
      'leaves out Pools': [{ lines: [web('ALLOW', pools)] }, notApplicable],
      'leaves out what is deregistered': [{ lines: [web('ALLOW', { State: 'DEREGISTERED' }), out] }, notApplicable],
      'cannot tell when web browsers are not said': [{ lines: [web(), out] }, unknown],
      'cannot tell from an unknown value': [{ lines: [web('ASK'), out] }, unknown],
      'cannot tell when WorkSpaces were denied': [
        { lines: [open], coverage: { [workspaces]: 'denied' } },
        noWorkspaces,
      ],
      'says of the account that directories were denied': [
        { lines: [out], coverage: { [directories]: 'denied' } },
        noDirectories,
      ],
    });
  });

  it('lists what is out of reach', async () => {
    expect(await onlyResult(rule, { lines: [open, out] })).toMatchObject({
      packId: 'endpoints-devices',
      severity: 'LOW',
      reason: 'Web Access is on, and a browser can reach none of 1 WorkSpace(s): ws-2 (WINDOWS_SERVER_2022 on PCOIP).',
      evidence: {
        'devices.web': 'ALLOW',
        liveWorkspaceCount: 1,
        state: 'REGISTERED',
        'webAccess.workspaceCount': 0,
      },
      controls: ['CM-7', 'AC-17'],
      missing: [],
    });
  });

  it('remarks on WorkSpaces that are out of reach, or may be', async () => {
    const lines = [open, out, desktop('ws-3', 'WINDOWS_10', pcoip), desktop('ws-4', undefined, dcv)];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      status: 'COMPLIANT',
      reason: 'A browser can reach at least 1 of 3 WorkSpace(s).',
      evidence: {
        notes: [
          'Out of reach of a browser: ws-2 (WINDOWS_SERVER_2022 on PCOIP).',
          'Web Access is not available for some Windows 10 WorkSpaces on PCoIP; try these: ws-3.',
        ],
      },
    });
    const region = 'ap-south-1';
    expect(await onlyResult(rule, { region, lines: [open, fits, desktop('ws-3', 'WINDOWS_10', pcoip)] })).toMatchObject(
      {
        evidence: { notes: ['Out of reach of a browser: ws-3 (WINDOWS_10 on PCOIP).'] },
      },
    );
    expect((await onlyResult(rule, { lines: [open, fits] }))?.evidence).not.toHaveProperty('notes');
  });

  it('says what the guide does not settle', async () => {
    expect(await onlyResult(rule, alone('RHEL_8', dcv))).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      reason: 'Cannot be judged: the guide does not settle whether Web Access reaches ws-1 with RHEL_8 on WSP.',
      missing: [],
    });
  });
});
