import { describe, expect, it } from 'vitest';
import { desktop } from './endpoints-builders.ts';
import { dcv, directory, noWorkspaces, pcoip, workspaces } from './fleet-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('os-requires-dcv', () => {
  const rule = 'os-requires-dcv';
  const runs = (system?: string, protocols?: readonly string[], members: object = {}) => ({
    lines: [desktop('ws-1', system, protocols, members)],
  });
  const ningxia = { region: 'cn-northwest-1' };
  const fits = { 'ws-1': 'COMPLIANT' };
  const low = { 'ws-1': 'NON_COMPLIANT LOW' };
  const leftOut = { 'ws-1': 'NOT_APPLICABLE' };
  const open = { 'ws-1': 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes Ubuntu on DCV': [runs('UBUNTU_22_04', dcv), fits],
    'passes Windows 11 on DCV': [runs('WINDOWS_11', dcv), fits],
    'fails Ubuntu on PCoIP': [runs('UBUNTU_20_04', pcoip), low],
    'fails Windows 11 on PCoIP': [runs('WINDOWS_11', pcoip), low],
    'fails Red Hat Enterprise Linux on PCoIP': [runs('RHEL_8', pcoip), low],
    'fails Rocky Linux on PCoIP': [runs('ROCKY_8', pcoip), low],
    'fails PCoIP beside DCV': [runs('UBUNTU_22_04', ['PCOIP', 'WSP']), low],
    'leaves out Windows 10': [runs('WINDOWS_10', pcoip), leftOut],
    'leaves out Windows Server': [runs('WINDOWS_SERVER_2022', pcoip), leftOut],
    'leaves out Amazon Linux': [runs('AMAZON_LINUX_2', pcoip), leftOut],
    'cannot tell without protocols': [runs('UBUNTU_22_04'), open],
    'cannot tell from an unknown protocol': [runs('UBUNTU_22_04', ['RDP']), open],
    'cannot tell without the system': [runs(undefined, pcoip), open],
    'cannot tell when the API does not know it': [runs('UNKNOWN', pcoip), open],
    'cannot tell from a system that nobody knows yet': [runs('DEBIAN_12', pcoip), open],
    'passes PCoIP in Ningxia': [{ ...ningxia, ...runs('WINDOWS_10', pcoip) }, fits],
    'fails DCV in Ningxia': [{ ...ningxia, ...runs('WINDOWS_10', dcv) }, low],
    'fails DCV in Ningxia, whatever the system': [{ ...ningxia, ...runs(undefined, dcv) }, low],
    'fails Ubuntu in Ningxia on PCoIP': [{ ...ningxia, ...runs('UBUNTU_22_04', pcoip) }, low],
    'fails Ubuntu in Ningxia on DCV': [{ ...ningxia, ...runs('UBUNTU_22_04', dcv) }, low],
    'does not mind DCV in Beijing': [{ region: 'cn-north-1', ...runs('WINDOWS_10', dcv) }, leftOut],
    'leaves out what is terminating': [runs('UBUNTU_22_04', pcoip, { State: 'TERMINATING' }), leftOut],
    'leaves out what is terminated': [runs('UBUNTU_22_04', pcoip, { State: 'TERMINATED' }), leftOut],
    'judges what is stopped': [runs('UBUNTU_22_04', pcoip, { State: 'STOPPED' }), low],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory()], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names system and protocol', async () => {
    expect(await onlyResult(rule, runs('WINDOWS_11', pcoip))).toMatchObject({
      packId: 'endpoints-devices',
      severity: 'LOW',
      reason: 'The operating system is WINDOWS_11, which needs DCV (WSP), and the WorkSpace streams with PCOIP.',
      evidence: {
        operatingSystem: 'WINDOWS_11',
        operatingSystemFamily: 'WINDOWS',
        protocols: ['PCOIP'],
        region: 'us-east-1',
        state: 'AVAILABLE',
      },
      controls: ['CM-6'],
      missing: [],
    });
  });

  it('names the Region', async () => {
    expect(await onlyResult(rule, { ...ningxia, ...runs('WINDOWS_10', dcv) })).toMatchObject({
      reason: 'The WorkSpace streams with WSP in cn-northwest-1, which has PCoIP only.',
    });
  });
});
