import { describe, expect, it } from 'vitest';
import { desktop } from './endpoints-builders.ts';
import { dir, directories, directory, noDirectories, otherDir, workspaces } from './fleet-builders.ts';
import {
  description,
  descriptions,
  entra,
  managedDir,
  pools,
  sharedDescription,
  trust,
  trusts,
} from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('linux-sssd-no-forest-trust', () => {
  const rule = 'linux-sssd-no-forest-trust';
  const scene = [directory({ DirectoryType: 'SIMPLE_AD' }), description('MicrosoftAD')];
  const red = desktop('ws-1', 'RHEL_8');
  const amazon = desktop('ws-2', 'AMAZON_LINUX_2');
  const windows = desktop('ws-3', 'WINDOWS_SERVER_2022');
  const forest = trust('t-1', { TrustType: 'Forest' });
  const oneWay = trust('t-1', { TrustDirection: 'One-Way: Outgoing' });
  const passes = { [dir]: 'COMPLIANT' };
  const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const low = { [dir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const noTrusts = { [dir]: `INSUFFICIENT_DATA ${trusts}` };

  describe('over the trusts', () => {
    itJudges(rule, {
      'passes an external two-way trust': [{ lines: [...scene, red, trust('t-1')] }, passes],
      'fails a forest trust': [{ lines: [...scene, red, forest] }, medium],
      'fails a forest trust beside an external one': [{ lines: [...scene, red, trust('t-0'), forest] }, medium],
      'grades a one-way trust': [{ lines: [...scene, red, oneWay] }, low],
      'grades an incoming trust': [
        { lines: [...scene, red, trust('t-1', { TrustDirection: 'One-Way: Incoming' })] },
        low,
      ],
      'does not grade a one-way forest trust': [
        { lines: [...scene, red, trust('t-1', { TrustType: 'Forest', TrustDirection: 'One-Way: Outgoing' })] },
        medium,
      ],
      'fails a trust that has failed': [{ lines: [...scene, red, trust('t-1', { TrustState: 'Failed' })] }, medium],
      'fails a trust that could not be verified': [
        { lines: [...scene, red, trust('t-1', { TrustState: 'VerifyFailed' })] },
        medium,
      ],
      'fails a trust that could not be updated': [
        { lines: [...scene, red, trust('t-1', { TrustState: 'UpdateFailed' })] },
        medium,
      ],
      'does not grade a one-way trust that has failed': [
        { lines: [...scene, red, trust('t-1', { TrustDirection: 'One-Way: Outgoing', TrustState: 'Failed' })] },
        medium,
      ],
      'passes a trust that is being made': [
        { lines: [...scene, red, trust('t-1', { TrustState: 'Creating' })] },
        passes,
      ],
      'does not mind a forest trust that is being deleted': [
        { lines: [...scene, red, trust('t-0'), trust('t-1', { TrustType: 'Forest', TrustState: 'Deleting' })] },
        passes,
      ],
      'leaves out directories whose only trust is deleted': [
        { lines: [...scene, red, trust('t-1', { TrustType: 'Forest', TrustState: 'Deleted' })] },
        notApplicable,
      ],
      'leaves out directories without trusts': [{ lines: [...scene, red] }, notApplicable],
      'does not mind trusts of another directory': [
        { lines: [...scene, red, trust('t-1', { DirectoryId: otherDir, TrustType: 'Forest' })] },
        notApplicable,
      ],
      'cannot tell without the type': [{ lines: [...scene, red, trust('t-1', { TrustType: undefined })] }, unknown],
      'cannot tell from an unknown direction': [
        { lines: [...scene, red, trust('t-1', { TrustDirection: 'Three-Way' })] },
        unknown,
      ],
      'cannot tell from an unknown state': [
        { lines: [...scene, red, trust('t-1', { TrustState: 'Paused' })] },
        unknown,
      ],
      'fails a forest trust in an unknown state': [
        { lines: [...scene, red, trust('t-1', { TrustType: 'Forest', TrustState: 'Paused' })] },
        medium,
      ],
      'cannot tell when trusts were denied': [{ lines: [...scene, red], coverage: { [trusts]: 'denied' } }, noTrusts],
      'fails a forest trust that was seen before the read broke off': [
        { lines: [...scene, red, forest], coverage: { [trusts]: 'partial' } },
        medium,
      ],
      'does not take the trusts that were read for all': [
        { lines: [...scene, red, trust('t-1')], coverage: { [trusts]: 'partial' } },
        noTrusts,
      ],
    });
  });

  describe('over the WorkSpaces', () => {
    itJudges(rule, {
      'fails a forest trust for Ubuntu': [{ lines: [...scene, desktop('ws-1', 'UBUNTU_22_04'), forest] }, medium],
      'fails a forest trust for Rocky Linux': [{ lines: [...scene, desktop('ws-1', 'ROCKY_8'), forest] }, medium],
      'passes a forest trust for Amazon Linux': [{ lines: [...scene, amazon, forest] }, passes],
      'grades a one-way trust for Amazon Linux': [{ lines: [...scene, amazon, oneWay] }, low],
      'leaves out Windows': [{ lines: [...scene, windows, forest] }, notApplicable],
      'fails one that does beside others that do not': [{ lines: [...scene, windows, amazon, red, forest] }, medium],
      'leaves out Linux that is terminated': [
        { lines: [...scene, desktop('ws-1', 'RHEL_8', undefined, { State: 'TERMINATED' }), forest] },
        notApplicable,
      ],
      'leaves out Linux of another directory': [
        { lines: [...scene, desktop('ws-1', 'RHEL_8', undefined, { DirectoryId: otherDir }), forest] },
        notApplicable,
      ],
      'cannot tell from an operating system that is not said': [
        { lines: [...scene, desktop('ws-1'), forest] },
        unknown,
      ],
      'cannot tell whether an unknown one goes through SSSD': [
        { lines: [...scene, amazon, desktop('ws-4', 'UNKNOWN'), forest] },
        unknown,
      ],
      'needs not know of SSSD beside an external trust': [
        { lines: [...scene, amazon, desktop('ws-4', 'UNKNOWN'), trust('t-1')] },
        passes,
      ],
      'cannot tell when WorkSpaces were denied': [
        { lines: [...scene, forest], coverage: { [workspaces]: 'denied' } },
        { [dir]: `INSUFFICIENT_DATA ${workspaces}` },
      ],
      'fails Linux that was seen before the read broke off': [
        { lines: [...scene, red, forest], coverage: { [workspaces]: 'partial' } },
        medium,
      ],
    });
  });

  describe('where it applies', () => {
    itJudges(rule, {
      'judges a shared AWS Managed Microsoft AD': [
        { lines: [scene[0] ?? red, sharedDescription({}), red, forest] },
        medium,
      ],
      'leaves out AD Connector': [{ lines: [directory(), description('ADConnector'), red, forest] }, notApplicable],
      'leaves out Simple AD': [{ lines: [directory(), description('SimpleAD'), red, forest] }, notApplicable],
      'leaves out directories that WorkSpaces manages': [
        { lines: [directory(entra)], coverage: { [trusts]: 'denied' } },
        { [managedDir]: 'NOT_APPLICABLE' },
      ],
      'leaves out Pools': [{ lines: [directory(pools), red, forest] }, notApplicable],
      'leaves out what is deregistering': [
        { lines: [directory({ State: 'DEREGISTERING' }), description('MicrosoftAD'), red, forest] },
        notApplicable,
      ],
      'cannot tell when Directory Service was denied': [
        { lines: [directory(), red, forest], coverage: { [descriptions]: 'denied' } },
        { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
      ],
      'says of the account that directories were denied': [
        { lines: [red, forest], coverage: { [directories]: 'denied' } },
        noDirectories,
      ],
    });
  });

  it('names the domains, and what is wrong with each trust', async () => {
    const lines = [
      ...scene,
      red,
      amazon,
      forest,
      trust('t-2', { RemoteDomainName: 'lab.example.com', TrustDirection: 'One-Way: Incoming', TrustState: 'Failed' }),
    ];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      packId: 'identity',
      severity: 'MEDIUM',
      reason:
        'Users of corp.example.com come through a forest trust and cannot sign in to 1 WorkSpace(s) with Ubuntu, Red Hat Enterprise Linux or Rocky Linux; a two-way trust is recommended for Linux, and these have one direction: lab.example.com (One-Way: Incoming); trusts do not work: lab.example.com (Failed).',
      evidence: {
        directoryServiceType: 'MicrosoftAD',
        liveLinuxWorkspaceCount: 2,
        liveSssdWorkspaceCount: 1,
        state: 'REGISTERED',
        'trusts.domains': ['corp.example.com', 'lab.example.com'],
        'trusts.failed': ['lab.example.com (Failed)'],
        'trusts.forest': ['corp.example.com'],
        'trusts.oneWay': ['lab.example.com (One-Way: Incoming)'],
      },
      controls: ['IA-2', 'CM-6'],
      missing: [],
    });
  });

  it('calls a trust by its id when the domain is not said', async () => {
    const lines = [...scene, red, trust('t-1', { RemoteDomainName: undefined, TrustType: 'Forest' })];
    expect((await onlyResult(rule, { lines }))?.evidence).toMatchObject({ 'trusts.forest': ['t-1'] });
  });
});
