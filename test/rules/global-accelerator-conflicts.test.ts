import { describe, expect, it } from 'vitest';
import {
  accelerated,
  dcv,
  dir,
  directories,
  directory,
  fips,
  ipGroup,
  noDirectories,
  noWorkspaces,
  otherDir,
  pcoip,
  streaming,
  tls,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const on = accelerated('ENABLED_AUTO', 'TCP');
const off = accelerated('DISABLED');
const grouped = { ipGroupIds: ['wsipg-0a'] };
const office = ipGroup('wsipg-0a', 'office', '192.0.2.0/24');

describe('aga-directory-not-with-fips-and-ip-groups', () => {
  const rule = 'aga-directory-not-with-fips-and-ip-groups';
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT HIGH' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const estate = (...members: object[]) => ({ lines: [directory(Object.assign({}, ...members)), office] });

  itJudges(rule, {
    'fails all three together': [estate(on, fips, grouped), broken],
    'passes AGA with FIPS': [estate(on, fips), passes],
    'passes AGA with FIPS and an empty list of groups': [estate(on, fips, { ipGroupIds: [] }), passes],
    'passes AGA with FIPS and null for the groups': [estate(on, fips, { ipGroupIds: null }), passes],
    'passes AGA with IP groups': [estate(on, tls, grouped), passes],
    'passes AGA alone': [estate(on, tls), passes],
    'fails it whatever the group holds': [
      { lines: [directory({ ...on, ...fips, ...grouped }), ipGroup('wsipg-0a', 'empty')] },
      broken,
    ],
    'leaves out a directory with AGA off': [estate(off, fips, grouped), notApplicable],
    'leaves out a directory without streaming properties': [estate(fips, grouped), notApplicable],
    'takes an absent AGA mode for off': [estate(accelerated(), fips, grouped), notApplicable],
    'leaves overrides of WorkSpaces to their own rule': [
      {
        lines: [directory({ ...off, ...fips, ...grouped }), office, workspace('ws-1', streaming(dcv, 'ENABLED_AUTO'))],
      },
      notApplicable,
    ],
    'cannot tell from an unknown AGA mode': [estate(accelerated('ENABLED_MANUAL'), fips, grouped), unknown],
    'cannot tell with groups and without the encryption mode': [estate(on, grouped), unknown],
    'cannot tell with groups and an unknown encryption mode': [
      estate(on, grouped, { EndpointEncryptionMode: 'FIPS_140_3' }),
      unknown,
    ],
    'needs no encryption mode without groups': [estate(on), passes],
    'leaves out what is deregistering': [estate(on, fips, grouped, { State: 'DEREGISTERING' }), notApplicable],
    'says of the account that directories were denied': [
      { lines: [office], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names the groups', async () => {
    expect(await onlyResult(rule, estate(on, fips, grouped))).toMatchObject({
      packId: 'global-accelerator',
      subject: { type: 'directory', id: dir },
      reason: expect.stringContaining('wsipg-0a'),
      controls: ['SC-7', 'SC-13', 'AC-4', 'CM-6'],
      missing: [],
    });
  });
});

describe('aga-workspace-not-with-fips-and-ip-groups', () => {
  const rule = 'aga-workspace-not-with-fips-and-ip-groups';
  const passes = { 'ws-1': 'COMPLIANT' };
  const broken = { 'ws-1': 'NON_COMPLIANT HIGH' };
  const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
  const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
  const both = directory({ ...off, ...fips, ...grouped });
  const own = workspace('ws-1', streaming(dcv, 'ENABLED_AUTO'));
  const estate = (...lines: Line[]) => ({ lines: [office, ...lines] });

  itJudges(rule, {
    'fails an override against FIPS and IP groups': [estate(both, own), broken],
    'fails it where the directory has AGA as well': [estate(directory({ ...on, ...fips, ...grouped }), own), broken],
    'fails it whatever the protocol': [estate(both, workspace('ws-1', streaming(pcoip, 'ENABLED_AUTO'))), broken],
    'fails it without protocols': [estate(both, workspace('ws-1', streaming(undefined, 'ENABLED_AUTO'))), broken],
    'passes with FIPS alone': [estate(directory({ ...off, ...fips }), own), passes],
    'passes with IP groups alone': [estate(directory({ ...off, ...tls, ...grouped }), own), passes],
    'leaves out one that inherits': [
      estate(directory({ ...on, ...fips, ...grouped }), workspace('ws-1', streaming(dcv, 'INHERITED'))),
      notApplicable,
    ],
    'takes an absent override for inherited': [estate(both, workspace('ws-1', streaming(dcv))), notApplicable],
    'takes an absent mode beside a protocol for inherited': [
      estate(both, workspace('ws-1', streaming(dcv, undefined, 'TCP'))),
      notApplicable,
    ],
    'leaves out one that turned AGA off': [estate(both, workspace('ws-1', streaming(dcv, 'DISABLED'))), notApplicable],
    'leaves out WorkSpaces that are going away': [
      estate(
        both,
        workspace('ws-1', { ...streaming(dcv, 'ENABLED_AUTO'), State: 'TERMINATING' }),
        workspace('ws-2', { ...streaming(dcv, 'ENABLED_AUTO'), State: 'TERMINATED' }),
      ),
      { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'cannot tell from an unknown override': [
      estate(both, workspace('ws-1', streaming(dcv, 'ENABLED_MANUAL'))),
      unknown,
    ],
    'cannot tell when the directory was denied': [
      { ...estate(own), coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'needs no directory for one that inherits': [
      { ...estate(workspace('ws-1', streaming(dcv))), coverage: { [directories]: 'denied' } },
      notApplicable,
    ],
    'cannot tell when the directory is not among those read': [
      { ...estate(directory({ DirectoryId: otherDir }), own), coverage: { [directories]: 'partial' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'cannot tell for a directory that does not exist': [estate(own), unknown],
    'cannot tell with groups and without the encryption mode': [
      estate(directory({ ...off, ...grouped }), own),
      unknown,
    ],
    'cannot tell with groups and an unknown encryption mode': [
      estate(directory({ ...off, ...grouped, EndpointEncryptionMode: 'FIPS_140_3' }), own),
      unknown,
    ],
    'needs no encryption mode without groups': [estate(directory(off), own), passes],
    'judges each WorkSpace by its own directory': [
      estate(
        both,
        directory({ DirectoryId: otherDir, ...fips }),
        own,
        workspace('ws-2', { DirectoryId: otherDir, ...streaming(dcv, 'ENABLED_AUTO') }),
      ),
      { 'ws-1': 'NON_COMPLIANT HIGH', 'ws-2': 'COMPLIANT' },
    ],
    'says of the account that WorkSpaces were denied': [
      { ...estate(both), coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the groups of the directory', async () => {
    expect(await onlyResult(rule, estate(both, own))).toMatchObject({
      subject: { type: 'workspace', id: 'ws-1' },
      reason: expect.stringContaining('wsipg-0a'),
      missing: [],
    });
  });
});

describe('aga-override-only-on-dcv', () => {
  const rule = 'aga-override-only-on-dcv';
  const passes = { 'ws-1': 'COMPLIANT' };
  const broken = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
  const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
  const estate = (members: object) => ({ lines: [directory(on), workspace('ws-1', members)] });

  itJudges(rule, {
    'passes DCV': [estate(streaming(dcv, 'ENABLED_AUTO')), passes],
    'knows DCV by its other name': [estate(streaming(['DCV'], 'ENABLED_AUTO')), passes],
    'passes DCV beside PCoIP': [estate(streaming(['PCOIP', 'WSP'], 'ENABLED_AUTO')), passes],
    'fails PCoIP': [estate(streaming(pcoip, 'ENABLED_AUTO')), broken],
    'cannot tell without protocols': [estate(streaming(undefined, 'ENABLED_AUTO')), unknown],
    'cannot tell from an unknown protocol': [estate(streaming(['QUIC'], 'ENABLED_AUTO')), unknown],
    'leaves out PCoIP that inherits': [estate(streaming(pcoip, 'INHERITED')), notApplicable],
    'takes an absent override for inherited': [estate(streaming(pcoip)), notApplicable],
    'leaves out PCoIP with AGA turned off': [estate(streaming(pcoip, 'DISABLED')), notApplicable],
    'needs no protocols for one that inherits': [estate(streaming()), notApplicable],
    'cannot tell from an unknown override': [estate(streaming(pcoip, 'ENABLED_MANUAL')), unknown],
    'leaves out one that is terminating': [
      estate({ ...streaming(pcoip, 'ENABLED_AUTO'), State: 'TERMINATING' }),
      notApplicable,
    ],
    'leaves out a terminated one': [
      estate({ ...streaming(pcoip, 'ENABLED_AUTO'), State: 'TERMINATED' }),
      notApplicable,
    ],
    'judges a suspended one': [estate({ ...streaming(pcoip, 'ENABLED_AUTO'), State: 'SUSPENDED' }), broken],
    'needs no directory': [
      { lines: [workspace('ws-1', streaming(pcoip, 'ENABLED_AUTO'))], coverage: { [directories]: 'denied' } },
      broken,
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(on)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the protocol', async () => {
    expect(await onlyResult(rule, estate(streaming(pcoip, 'ENABLED_AUTO')))).toMatchObject({
      packId: 'global-accelerator',
      reason: expect.stringContaining('PCOIP'),
      controls: ['CM-6', 'CM-7'],
      missing: [],
    });
  });
});
