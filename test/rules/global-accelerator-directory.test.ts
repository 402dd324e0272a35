import { describe, expect, it } from 'vitest';
import {
  accelerated,
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
import { itJudges, onlyResult } from './verdict-table.ts';

const on = accelerated('ENABLED_AUTO', 'TCP');
const off = accelerated('DISABLED');
const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const unread = { [dir]: `INSUFFICIENT_DATA ${workspaces}` };

describe('aga-directory-has-dcv-workspaces', () => {
  const rule = 'aga-directory-has-dcv-workspaces';
  const broken = { [dir]: 'NON_COMPLIANT INFORMATIONAL' };

  itJudges(rule, {
    'passes one DCV WorkSpace among PCoIP': [
      { lines: [directory(on), workspace('ws-1', streaming(pcoip)), workspace('ws-2', streaming(dcv))] },
      passes,
    ],
    'fails PCoIP alone': [
      { lines: [directory(on), workspace('ws-1', streaming(pcoip)), workspace('ws-2', streaming(pcoip))] },
      broken,
    ],
    'does not count DCV that is going away': [
      {
        lines: [
          directory(on),
          workspace('ws-1', streaming(pcoip)),
          workspace('ws-2', { ...streaming(dcv), State: 'TERMINATING' }),
        ],
      },
      broken,
    ],
    'does not count DCV of another directory': [
      {
        lines: [
          directory(on),
          workspace('ws-1', streaming(pcoip)),
          workspace('ws-2', { ...streaming(dcv), DirectoryId: otherDir }),
        ],
      },
      broken,
    ],
    'leaves out an empty directory': [{ lines: [directory(on)] }, notApplicable],
    'leaves out one whose WorkSpaces are all going away': [
      { lines: [directory(on), workspace('ws-1', { ...streaming(pcoip), State: 'TERMINATED' })] },
      notApplicable,
    ],
    'leaves out a directory with AGA off': [
      { lines: [directory(off), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'leaves out a directory that never set it': [
      { lines: [directory(), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'leaves it out whatever could be read': [
      { lines: [directory(off)], coverage: { [workspaces]: 'denied' } },
      notApplicable,
    ],
    'cannot tell from an unknown AGA mode': [
      { lines: [directory(accelerated('ENABLED_MANUAL')), workspace('ws-1', streaming(pcoip))] },
      unknown,
    ],
    'cannot tell when one WorkSpace keeps its protocol to itself': [
      { lines: [directory(on), workspace('ws-1', streaming(pcoip)), workspace('ws-2', streaming())] },
      unknown,
    ],
    'needs only one known DCV WorkSpace': [
      { lines: [directory(on), workspace('ws-1', streaming(dcv)), workspace('ws-2', streaming())] },
      passes,
    ],
    'cannot tell when WorkSpaces were denied': [
      { lines: [directory(on)], coverage: { [workspaces]: 'denied' } },
      unread,
    ],
    'cannot tell from PCoIP alone when the read broke off': [
      { lines: [directory(on), workspace('ws-1', streaming(pcoip))], coverage: { [workspaces]: 'partial' } },
      unread,
    ],
    'passes DCV seen before the read broke off': [
      { lines: [directory(on), workspace('ws-1', streaming(dcv))], coverage: { [workspaces]: 'partial' } },
      passes,
    ],
    'leaves out what is deregistering': [
      { lines: [directory({ ...on, State: 'DEREGISTERING' }), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [workspace('ws-1', streaming(pcoip))], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('counts the WorkSpaces', async () => {
    const lines = [directory(on), workspace('ws-1', streaming(pcoip)), workspace('ws-2', streaming(pcoip))];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      severity: 'INFORMATIONAL',
      reason: expect.stringMatching(/\b2\b/),
      controls: ['CM-6'],
      missing: [],
    });
  });
});

describe('aga-region-has-endpoints', () => {
  const rule = 'aga-region-has-endpoints';
  const broken = { [dir]: 'NON_COMPLIANT MEDIUM' };
  const inherits = workspace('ws-1', streaming(dcv));
  const west = { region: 'us-gov-west-1' };

  itJudges(rule, {
    'passes us-east-1': [{ lines: [directory(on), inherits] }, passes],
    'passes us-east-2, which has endpoints but no FIPS': [
      { lines: [directory(on), inherits], region: 'us-east-2' },
      passes,
    ],
    'passes il-central-1': [{ lines: [directory(on), inherits], region: 'il-central-1' }, passes],
    'fails GovCloud West': [{ ...west, lines: [directory(on), inherits] }, broken],
    'fails GovCloud East': [{ lines: [directory(on), inherits], region: 'us-gov-east-1' }, broken],
    'fails GovCloud for one WorkSpace with its own setting': [
      { ...west, lines: [directory(off), workspace('ws-1', streaming(dcv, 'ENABLED_AUTO'))] },
      broken,
    ],
    'cannot tell in a Region that the table does not have': [
      { lines: [directory(on), inherits], region: 'eu-north-1' },
      unknown,
    ],
    'cannot tell in China': [{ lines: [directory(on), inherits], region: 'cn-northwest-1' }, unknown],
    'leaves out what is off, wherever it is': [
      { lines: [directory(off), inherits], region: 'eu-north-1' },
      notApplicable,
    ],
    'leaves out PCoIP that inherits': [
      { ...west, lines: [directory(on), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'leaves out PCoIP with its own setting': [
      { ...west, lines: [directory(off), workspace('ws-1', streaming(pcoip, 'ENABLED_AUTO'))] },
      notApplicable,
    ],
    'leaves out a directory whose WorkSpaces all turned it off': [
      { ...west, lines: [directory(on), workspace('ws-1', streaming(dcv, 'DISABLED'))] },
      notApplicable,
    ],
    'does not count WorkSpaces that are going away': [
      {
        ...west,
        lines: [directory(off), workspace('ws-1', { ...streaming(dcv, 'ENABLED_AUTO'), State: 'TERMINATING' })],
      },
      notApplicable,
    ],
    'judges an empty directory by what its first WorkSpace will use': [{ ...west, lines: [directory(on)] }, broken],
    'does not count WorkSpaces of another directory': [
      {
        ...west,
        lines: [directory(off), workspace('ws-1', { ...streaming(dcv, 'ENABLED_AUTO'), DirectoryId: otherDir })],
      },
      notApplicable,
    ],
    'cannot tell without the protocols of the one that inherits': [
      { ...west, lines: [directory(on), workspace('ws-1', streaming())] },
      unknown,
    ],
    'needs no protocols where AGA is off': [
      {
        ...west,
        lines: [directory(off), workspace('ws-1', streaming()), workspace('ws-2', streaming(undefined, 'DISABLED'))],
      },
      notApplicable,
    ],
    'needs only one WorkSpace that surely uses it': [
      { ...west, lines: [directory(on), workspace('ws-1', streaming()), workspace('ws-2', streaming(dcv))] },
      broken,
    ],
    'cannot tell from an unknown mode that is inherited': [
      { ...west, lines: [directory(accelerated('ENABLED_MANUAL')), inherits] },
      unknown,
    ],
    'cannot tell for off when WorkSpaces were denied': [
      { ...west, lines: [directory(off)], coverage: { [workspaces]: 'denied' } },
      unread,
    ],
    'leaves out what is deregistering': [
      { ...west, lines: [directory({ ...on, State: 'DEREGISTERING' }), inherits] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { ...west, lines: [inherits], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the Region, and says when the table may be old', async () => {
    expect(await onlyResult(rule, { ...west, lines: [directory(on), inherits] })).toMatchObject({
      reason: expect.stringContaining('us-gov-west-1'),
      controls: ['CM-6', 'SC-7'],
      missing: [],
    });
    expect(await onlyResult(rule, { lines: [directory(on), inherits], region: 'eu-north-1' })).toMatchObject({
      reason: expect.stringMatching(/eu-north-1/),
      missing: [],
    });
  });
});

describe('aga-preferred-protocol-tcp', () => {
  const rule = 'aga-preferred-protocol-tcp';
  const broken = { [dir]: 'NON_COMPLIANT LOW' };

  itJudges(rule, {
    'passes TCP': [{ lines: [directory(on)] }, passes],
    'fails when clients choose': [{ lines: [directory(accelerated('ENABLED_AUTO', 'NONE'))] }, broken],
    'cannot tell without the protocol': [{ lines: [directory(accelerated('ENABLED_AUTO'))] }, unknown],
    'cannot tell from an unknown protocol': [{ lines: [directory(accelerated('ENABLED_AUTO', 'QUIC'))] }, unknown],
    'leaves out AGA that is off': [{ lines: [directory(accelerated('DISABLED', 'NONE'))] }, notApplicable],
    'leaves out AGA that was never set': [{ lines: [directory()] }, notApplicable],
    'leaves out overrides of WorkSpaces': [
      { lines: [directory(off), workspace('ws-1', streaming(dcv, 'ENABLED_AUTO', 'NONE'))] },
      notApplicable,
    ],
    'cannot tell from an unknown AGA mode': [{ lines: [directory(accelerated('ENABLED_MANUAL', 'NONE'))] }, unknown],
    'leaves out what is deregistering': [
      { lines: [directory({ ...accelerated('ENABLED_AUTO', 'NONE'), State: 'DEREGISTERING' })] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says who chooses', async () => {
    expect(await onlyResult(rule, { lines: [directory(accelerated('ENABLED_AUTO', 'NONE'))] })).toMatchObject({
      severity: 'LOW',
      reason: expect.stringMatching(/NONE|client/i),
      missing: [],
    });
  });
});

describe('aga-client-types-can-meet-minimum', () => {
  const rule = 'aga-client-types-can-meet-minimum';
  const broken = { [dir]: 'NON_COMPLIANT INFORMATIONAL' };
  const inherits = workspace('ws-1', streaming(dcv));
  const chrome = (DeviceTypeChromeOs?: string, members: object = on) =>
    directory({ ...members, WorkspaceAccessProperties: { DeviceTypeChromeOs } });

  itJudges(rule, {
    'passes when Chromebooks are denied': [{ lines: [chrome('DENY'), inherits] }, passes],
    'fails when they are allowed': [{ lines: [chrome('ALLOW'), inherits] }, broken],
    'fails for one WorkSpace with its own setting': [
      { lines: [chrome('ALLOW', off), workspace('ws-1', streaming(dcv, 'ENABLED_AUTO'))] },
      broken,
    ],
    'cannot tell without access properties': [{ lines: [directory(on), inherits] }, unknown],
    'cannot tell without the Chromebook setting': [{ lines: [chrome(), inherits] }, unknown],
    'cannot tell from an unknown setting': [{ lines: [chrome('SOMETIMES'), inherits] }, unknown],
    'leaves out AGA that is off': [{ lines: [chrome('ALLOW', off), inherits] }, notApplicable],
    'leaves out PCoIP that inherits': [
      { lines: [chrome('ALLOW'), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'cannot tell whether it applies when WorkSpaces were denied': [
      { lines: [chrome('ALLOW', off)], coverage: { [workspaces]: 'denied' } },
      unread,
    ],
    'knows that it applies from one WorkSpace of a read that broke off': [
      { lines: [chrome('ALLOW'), inherits], coverage: { [workspaces]: 'partial' } },
      broken,
    ],
    'leaves out what is deregistering': [
      { lines: [chrome('ALLOW', { ...on, State: 'DEREGISTERING' }), inherits] },
      notApplicable,
    ],
    'says of the account that directories were denied': [
      { lines: [inherits], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the client type', async () => {
    expect(await onlyResult(rule, { lines: [chrome('ALLOW'), inherits] })).toMatchObject({
      reason: expect.stringMatching(/chrom/i),
      controls: ['CM-7', 'SI-2'],
      missing: [],
    });
  });
});
