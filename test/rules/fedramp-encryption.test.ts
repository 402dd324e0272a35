import { describe, expect, it } from 'vitest';
import {
  account,
  dir,
  directories,
  directory,
  fips,
  noDirectories,
  otherDir,
  tls,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

describe('fips-directory-endpoint-encryption-mode', () => {
  const rule = 'fips-directory-endpoint-encryption-mode';
  const claimed = { parameters: { targetLevel: 'fedramp-high' } };
  const broken = { [dir]: 'NON_COMPLIANT HIGH' };
  const critical = { [dir]: 'NON_COMPLIANT CRITICAL' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes FIPS mode': [{ lines: [directory(fips)] }, { [dir]: 'COMPLIANT' }],
    'fails standard TLS': [{ lines: [directory(tls)] }, broken],
    'judges each directory for itself': [
      { lines: [directory(fips), directory({ ...tls, DirectoryId: otherDir })] },
      { [dir]: 'COMPLIANT', [otherDir]: 'NON_COMPLIANT HIGH' },
    ],
    'is critical where WorkSpaces run under a claimed authorization': [
      { ...claimed, lines: [directory(tls), workspace('ws-1')] },
      critical,
    ],
    'is not critical without a claim': [{ lines: [directory(tls), workspace('ws-1')] }, broken],
    'is not critical in an empty directory': [{ ...claimed, lines: [directory(tls)] }, broken],
    'is not critical for the WorkSpaces of another directory': [
      { ...claimed, lines: [directory(tls), workspace('ws-1', { DirectoryId: otherDir })] },
      broken,
    ],
    'is not critical for WorkSpaces that are going away': [
      {
        ...claimed,
        lines: [
          directory(tls),
          workspace('ws-1', { State: 'TERMINATING' }),
          workspace('ws-2', { State: 'TERMINATED' }),
        ],
      },
      broken,
    ],
    'stays a violation when the WorkSpaces could not be read': [
      { ...claimed, lines: [directory(tls)], coverage: { [workspaces]: 'denied' } },
      broken,
    ],
    'is critical for one WorkSpace seen in a partial read': [
      { ...claimed, lines: [directory(tls), workspace('ws-1')], coverage: { [workspaces]: 'partial' } },
      critical,
    ],
    'cannot tell without the mode': [{ lines: [directory()] }, unknown],
    'takes null for absent': [{ lines: [directory({ EndpointEncryptionMode: null })] }, unknown],
    'cannot tell from an unknown mode': [{ lines: [directory({ EndpointEncryptionMode: 'FIPS_140_3' })] }, unknown],
    'leaves out directories outside the US': [{ lines: [directory(tls)], region: 'eu-west-1' }, notApplicable],
    'leaves them out before it looks at the mode': [{ lines: [directory()], region: 'eu-west-1' }, notApplicable],
    'includes GovCloud': [{ lines: [directory(tls)], region: 'us-gov-east-1' }, broken],
    'includes every US Region': [{ lines: [directory(tls)], region: 'us-east-2' }, broken],
    'takes the claimed directories from a list, in any Region': [
      {
        lines: [directory(tls), directory({ ...tls, DirectoryId: otherDir })],
        region: 'eu-west-1',
        parameters: { fedrampScope: ['d-*b2'] },
      },
      { [dir]: 'NOT_APPLICABLE', [otherDir]: 'NON_COMPLIANT HIGH' },
    ],
    'claims all with a star': [
      { lines: [directory(tls)], region: 'eu-west-1', parameters: { fedrampScope: ['*'] } },
      broken,
    ],
    'claims none with an empty list': [{ lines: [directory(tls)], parameters: { fedrampScope: [] } }, notApplicable],
    'leaves out a directory that is deregistering': [
      { lines: [directory({ ...tls, State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'leaves out a deregistered directory': [{ lines: [directory({ State: 'DEREGISTERED' })] }, notApplicable],
    'judges a directory that is registering': [{ lines: [directory({ ...tls, State: 'REGISTERING' })] }, broken],
    'judges a directory in error': [{ lines: [directory({ ...fips, State: 'ERROR' })] }, { [dir]: 'COMPLIANT' }],
    'leaves out Pools': [{ lines: [directory({ ...tls, WorkspaceType: 'POOLS' })] }, notApplicable],
    'cannot tell whether it applies in an unknown state': [
      { lines: [directory({ ...tls, State: 'PAUSED' })] },
      unknown,
    ],
    'cannot tell whether it applies to an unknown kind': [
      { lines: [directory({ ...tls, WorkspaceType: 'SHARED' })] },
      unknown,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
    'judges what a partial read holds': [{ lines: [directory(tls)], coverage: { [directories]: 'partial' } }, broken],
    'says nothing of an account without directories': [{ lines: [] }, {}],
  });

  it('names the mode it found and the mend', async () => {
    const estate = { ...claimed, lines: [directory(tls), workspace('ws-1'), workspace('ws-2')] };
    expect(await onlyResult(rule, estate)).toMatchObject({
      ruleId: rule,
      packId: 'fedramp-dod-srg',
      severity: 'CRITICAL',
      status: 'NON_COMPLIANT',
      subject: {
        type: 'directory',
        id: dir,
        arn: `arn:aws:workspaces:us-east-1:${account}:directory/${dir}`,
        accountId: account,
        region: 'us-east-1',
      },
      reason: expect.stringContaining('STANDARD_TLS'),
      remediation: expect.stringMatching(/FIPS/),
      controls: ['SC-13', 'SC-8', 'SC-8(1)', 'AC-17(2)'],
      missing: [],
      exception: null,
    });
  });

  it('names the member that is absent, and no operation', async () => {
    expect(await onlyResult(rule, { lines: [directory()] })).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      severity: 'HIGH',
      reason: expect.stringContaining('EndpointEncryptionMode'),
      missing: [],
    });
  });
});

describe('fips-region-authorized-us', () => {
  const rule = 'fips-region-authorized-us';
  const anywhere = { parameters: { fedrampScope: ['*'] } };
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT HIGH' };

  itJudges(rule, {
    'passes us-east-1': [{ lines: [directory()] }, passes],
    'passes us-west-2': [{ lines: [directory()], region: 'us-west-2' }, passes],
    'passes us-gov-west-1': [{ lines: [directory()], region: 'us-gov-west-1' }, passes],
    'passes us-gov-east-1': [{ lines: [directory()], region: 'us-gov-east-1' }, passes],
    'fails a US Region without a FIPS endpoint': [{ lines: [directory(fips)], region: 'us-east-2' }, broken],
    'fails a claimed directory outside the US even in FIPS mode': [
      { ...anywhere, lines: [directory(fips)], region: 'eu-west-1' },
      broken,
    ],
    'leaves out what is not claimed outside the US': [
      { lines: [directory(fips)], region: 'eu-west-1' },
      { [dir]: 'NOT_APPLICABLE' },
    ],
    'leaves out what is not claimed in the US': [
      { lines: [directory()], region: 'us-east-2', parameters: { fedrampScope: [otherDir] } },
      { [dir]: 'NOT_APPLICABLE' },
    ],
    'leaves out Pools and what is deregistered': [
      {
        lines: [
          directory({ WorkspaceType: 'POOLS' }),
          directory({ DirectoryId: otherDir, State: 'DEREGISTERED' }),
          directory({ DirectoryId: 'd-90670000c3', State: 'DEREGISTERING' }),
        ],
        region: 'us-east-2',
      },
      { [dir]: 'NOT_APPLICABLE', [otherDir]: 'NOT_APPLICABLE', 'd-90670000c3': 'NOT_APPLICABLE' },
    ],
    'does not care for the mode': [{ lines: [directory(tls)] }, passes],
    'cannot tell whether it applies in an unknown state': [
      { lines: [directory({ State: 'PAUSED' })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'failed' } },
      noDirectories,
    ],
  });

  it('names the Region', async () => {
    expect(await onlyResult(rule, { lines: [directory()], region: 'us-east-2' })).toMatchObject({
      packId: 'fedramp-dod-srg',
      subject: { type: 'directory', id: dir, region: 'us-east-2' },
      reason: expect.stringContaining('us-east-2'),
      controls: ['SA-9(5)', 'SC-13', 'CA-2'],
      missing: [],
    });
  });
});

describe('fips-mode-not-reverted', () => {
  const rule = 'fips-mode-not-reverted';
  const was = { baseline: { lines: [directory(fips)] } };
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT CRITICAL' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes a directory that kept FIPS mode': [{ ...was, lines: [directory(fips)] }, passes],
    'fails one that went back': [{ ...was, lines: [directory(tls)] }, broken],
    'fails it outside the US too': [
      { lines: [directory(tls)], region: 'eu-west-1', baseline: { lines: [directory(fips)], region: 'eu-west-1' } },
      broken,
    ],
    'cannot tell without a baseline': [{ lines: [directory(tls)] }, unknown],
    'cannot tell without a baseline even in FIPS mode': [{ lines: [directory(fips)] }, unknown],
    'leaves out what was in standard mode': [
      { lines: [directory(tls)], baseline: { lines: [directory(tls)] } },
      notApplicable,
    ],
    'leaves out what moved to FIPS since': [
      { lines: [directory(fips)], baseline: { lines: [directory(tls)] } },
      notApplicable,
    ],
    'leaves out what is newer than the baseline': [{ lines: [directory(tls)], baseline: { lines: [] } }, notApplicable],
    'cannot tell whether a directory is new when the baseline could not list them': [
      { lines: [directory(tls)], baseline: { lines: [], coverage: { [directories]: 'denied' } } },
      unknown,
    ],
    'cannot tell whether a directory is new when the baseline listed some': [
      {
        lines: [directory(tls)],
        baseline: { lines: [directory({ ...fips, DirectoryId: otherDir })], coverage: { [directories]: 'partial' } },
      },
      unknown,
    ],
    'cannot tell without the current mode': [{ ...was, lines: [directory()] }, unknown],
    'cannot tell from an unknown current mode': [
      { ...was, lines: [directory({ EndpointEncryptionMode: 'FIPS_140_3' })] },
      unknown,
    ],
    'leaves out a directory that is deregistering': [
      { ...was, lines: [directory({ ...tls, State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says nothing of a directory that is gone': [{ ...was, lines: [] }, {}],
    'says of the account that directories were denied': [
      { ...was, lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names both modes', async () => {
    expect(await onlyResult(rule, { ...was, lines: [directory(tls)] })).toMatchObject({
      severity: 'CRITICAL',
      reason: expect.stringContaining('STANDARD_TLS'),
      missing: [],
    });
  });

  it('asks for a baseline, not for a permission', async () => {
    expect(await onlyResult(rule, { lines: [directory(fips)] })).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      reason: expect.stringMatching(/baseline/i),
      missing: [],
    });
  });
});

describe('fips-standard-directory-empty-before-switch', () => {
  const rule = 'fips-standard-directory-empty-before-switch';
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT INFORMATIONAL' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unread = { [dir]: `INSUFFICIENT_DATA ${workspaces}` };

  itJudges(rule, {
    'passes an empty standard directory': [{ lines: [directory(tls)] }, passes],
    'fails one with a WorkSpace': [{ lines: [directory(tls), workspace('ws-1')] }, broken],
    'counts a WorkSpace in error': [{ lines: [directory(tls), workspace('ws-1', { State: 'ERROR' })] }, broken],
    'does not count WorkSpaces that are going away': [
      {
        lines: [
          directory(tls),
          workspace('ws-1', { State: 'TERMINATING' }),
          workspace('ws-2', { State: 'TERMINATED' }),
        ],
      },
      passes,
    ],
    'does not count the WorkSpaces of another directory': [
      { lines: [directory(tls), workspace('ws-1', { DirectoryId: otherDir })] },
      passes,
    ],
    'leaves out a FIPS directory, whatever could be read': [
      { lines: [directory(fips), workspace('ws-1')], coverage: { [workspaces]: 'denied' } },
      notApplicable,
    ],
    'leaves out what is not claimed': [
      { lines: [directory(tls), workspace('ws-1')], region: 'eu-west-1' },
      notApplicable,
    ],
    'leaves out Pools': [{ lines: [directory({ ...tls, WorkspaceType: 'POOLS' })] }, notApplicable],
    'leaves out what is deregistering': [{ lines: [directory({ ...tls, State: 'DEREGISTERING' })] }, notApplicable],
    'cannot tell without the mode': [{ lines: [directory()] }, { [dir]: 'INSUFFICIENT_DATA' }],
    'cannot tell from an unknown mode': [
      { lines: [directory({ EndpointEncryptionMode: 'FIPS_140_3' })] },
      { [dir]: 'INSUFFICIENT_DATA' },
    ],
    'cannot call it empty when WorkSpaces were denied': [
      { lines: [directory(tls)], coverage: { [workspaces]: 'denied' } },
      unread,
    ],
    'cannot call it empty when the read broke off': [
      { lines: [directory(tls)], coverage: { [workspaces]: 'partial' } },
      unread,
    ],
    'knows it is not empty from one WorkSpace of a read that broke off': [
      { lines: [directory(tls), workspace('ws-1')], coverage: { [workspaces]: 'partial' } },
      broken,
    ],
    'says of the account that directories were denied': [
      { lines: [workspace('ws-1')], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('counts the WorkSpaces in the way', async () => {
    const estate = {
      lines: [directory(tls), workspace('ws-1'), workspace('ws-2'), workspace('ws-3', { State: 'TERMINATED' })],
    };
    expect(await onlyResult(rule, estate)).toMatchObject({
      severity: 'INFORMATIONAL',
      reason: expect.stringMatching(/\b2\b/),
      controls: ['CM-3(2)', 'SC-13'],
      missing: [],
    });
  });
});
