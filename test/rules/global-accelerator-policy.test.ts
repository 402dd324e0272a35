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
import type { Case } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const on = accelerated('ENABLED_AUTO', 'TCP');
const off = accelerated('DISABLED');

describe('aga-workspace-override-recorded', () => {
  const rule = 'aga-workspace-override-recorded';
  const passes = { 'ws-1': 'COMPLIANT' };
  const broken = { 'ws-1': 'NON_COMPLIANT INFORMATIONAL' };
  const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
  const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
  const estate = (setting: object, members: object): Case => ({
    lines: [directory(setting), workspace('ws-1', members)],
  });

  itJudges(rule, {
    'passes an override that says what the directory says': [estate(on, streaming(dcv, 'ENABLED_AUTO')), passes],
    'passes one with the same protocol too': [estate(on, streaming(dcv, 'ENABLED_AUTO', 'TCP')), passes],
    'passes one that leaves the protocol to the directory': [
      estate(on, streaming(dcv, 'ENABLED_AUTO', 'INHERITED')),
      passes,
    ],
    'fails off where the directory is on': [estate(on, streaming(dcv, 'DISABLED')), broken],
    'fails on where the directory is off': [estate(off, streaming(dcv, 'ENABLED_AUTO')), broken],
    'fails on where the directory never set it': [estate({}, streaming(dcv, 'ENABLED_AUTO')), broken],
    'passes off where the directory never set it': [estate({}, streaming(dcv, 'DISABLED')), passes],
    'fails another protocol under an inherited mode': [estate(on, streaming(dcv, 'INHERITED', 'NONE')), broken],
    'fails another protocol with the mode absent': [estate(on, streaming(dcv, undefined, 'NONE')), broken],
    'fails another protocol under the same mode': [
      estate(accelerated('ENABLED_AUTO', 'NONE'), streaming(dcv, 'ENABLED_AUTO', 'TCP')),
      broken,
    ],
    'does not mind the protocol where AGA is off': [estate(off, streaming(dcv, 'INHERITED', 'NONE')), passes],
    'does not mind it where the WorkSpace repeats that AGA is off': [
      estate(accelerated('DISABLED', 'TCP'), streaming(dcv, 'DISABLED', 'NONE')),
      passes,
    ],
    'passes an approved override': [
      { ...estate(on, streaming(dcv, 'DISABLED')), parameters: { approvedOverrides: ['ws-1'] } },
      passes,
    ],
    'takes approvals as globs': [
      { ...estate(on, streaming(dcv, 'DISABLED')), parameters: { approvedOverrides: ['ws-9', 'ws-?'] } },
      passes,
    ],
    'does not take the approval of another WorkSpace': [
      { ...estate(on, streaming(dcv, 'DISABLED')), parameters: { approvedOverrides: ['ws-11'] } },
      broken,
    ],
    'needs no directory for an approved override': [
      {
        lines: [workspace('ws-1', streaming(dcv, 'DISABLED'))],
        coverage: { [directories]: 'denied' },
        parameters: { approvedOverrides: ['*'] },
      },
      passes,
    ],
    'leaves out PCoIP': [estate(on, streaming(pcoip, 'DISABLED')), notApplicable],
    'leaves out one that inherits both': [estate(on, streaming(dcv, 'INHERITED', 'INHERITED')), notApplicable],
    'leaves out one that sets neither': [estate(on, streaming(dcv)), notApplicable],
    'needs no protocols for one that sets neither': [estate(on, streaming()), notApplicable],
    'cannot tell without protocols': [estate(on, streaming(undefined, 'DISABLED')), unknown],
    'cannot tell from an unknown mode': [estate(on, streaming(dcv, 'ENABLED_MANUAL')), unknown],
    'cannot tell from an unknown mode of the directory': [
      estate(accelerated('ENABLED_MANUAL'), streaming(dcv, 'DISABLED')),
      unknown,
    ],
    'cannot tell from an unknown protocol preference': [estate(on, streaming(dcv, 'INHERITED', 'QUIC')), unknown],
    'cannot tell when the directory was denied': [
      { lines: [workspace('ws-1', streaming(dcv, 'DISABLED'))], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'cannot tell for a directory that does not exist': [
      { lines: [workspace('ws-1', streaming(dcv, 'DISABLED'))] },
      unknown,
    ],
    'leaves out one that is terminating': [
      estate(on, { ...streaming(dcv, 'DISABLED'), State: 'TERMINATING' }),
      notApplicable,
    ],
    'leaves out a terminated one': [estate(on, { ...streaming(dcv, 'DISABLED'), State: 'TERMINATED' }), notApplicable],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory(on)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names both settings', async () => {
    const mode = await onlyResult(rule, estate(on, streaming(dcv, 'DISABLED')));
    expect(mode).toMatchObject({
      reason: expect.stringContaining('DISABLED'),
      controls: ['CM-2', 'CM-6'],
      missing: [],
    });
    expect(mode?.reason).toContain('ENABLED_AUTO');
    const protocol = await onlyResult(rule, estate(on, streaming(dcv, 'INHERITED', 'NONE')));
    expect(protocol?.reason).toContain('NONE');
    expect(protocol?.reason).toContain('TCP');
  });
});

describe('aga-forecloses-missing-control', () => {
  const rule = 'aga-forecloses-missing-control';
  const passes = { [dir]: 'COMPLIANT' };
  const broken = { [dir]: 'NON_COMPLIANT LOW' };
  const notApplicable = { [dir]: 'NOT_APPLICABLE' };
  const unknown = { [dir]: 'INSUFFICIENT_DATA' };
  const grouped = { ipGroupIds: ['wsipg-0a'] };
  const required = { parameters: { requireIpGroups: true } };
  const inherits = workspace('ws-1', streaming(dcv));
  const estate = (...members: object[]): Case => ({
    lines: [directory(Object.assign({}, ...members)), ipGroup('wsipg-0a', 'office', '192.0.2.0/24'), inherits],
  });

  itJudges(rule, {
    'passes FIPS when no policy wants IP groups': [estate(on, fips), passes],
    'fails FIPS when policy wants IP groups': [{ ...estate(on, fips), ...required }, broken],
    'fails IP groups in a claimed directory that still needs FIPS': [estate(on, tls, grouped), broken],
    'passes IP groups where FIPS is not claimed': [
      { ...estate(on, tls, grouped), region: 'eu-west-1', ...required },
      passes,
    ],
    'fails FIPS outside the US when policy wants IP groups': [
      { ...estate(on, fips), region: 'eu-west-1', ...required },
      broken,
    ],
    'passes AGA alone: one control can still be added': [{ ...estate(on, tls), ...required }, passes],
    'leaves all three together to another rule': [{ ...estate(on, fips, grouped), ...required }, passes],
    'fails for one WorkSpace with its own setting': [
      {
        lines: [
          directory({ ...off, ...tls, ...grouped }),
          workspace('ws-1', streaming(pcoip)),
          workspace('ws-2', streaming(dcv, 'ENABLED_AUTO')),
        ],
      },
      broken,
    ],
    'leaves out a directory without AGA': [{ ...estate(off, fips), ...required }, notApplicable],
    'leaves out PCoIP that inherits': [
      { lines: [directory({ ...on, ...tls, ...grouped }), workspace('ws-1', streaming(pcoip))] },
      notApplicable,
    ],
    'leaves out a directory of which policy wants neither': [
      { ...estate(on, tls, grouped), region: 'eu-west-1' },
      notApplicable,
    ],
    'leaves it out by the list of claims too': [
      { ...estate(on, tls, grouped), parameters: { fedrampScope: [otherDir] } },
      notApplicable,
    ],
    'cannot tell without the encryption mode': [estate(on, grouped), unknown],
    'cannot tell without it when policy wants IP groups': [{ ...estate(on), ...required }, unknown],
    'cannot tell from an unknown encryption mode': [
      estate(on, grouped, { EndpointEncryptionMode: 'FIPS_140_3' }),
      unknown,
    ],
    'cannot tell whether AGA is in use when WorkSpaces were denied': [
      { lines: [directory({ ...off, ...tls, ...grouped })], coverage: { [workspaces]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'leaves out what is deregistering': [estate(on, tls, grouped, { State: 'DEREGISTERING' }), notApplicable],
    'says of the account that directories were denied': [
      { lines: [inherits], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('says which control is foreclosed', async () => {
    expect(await onlyResult(rule, estate(on, tls, grouped))).toMatchObject({
      severity: 'LOW',
      reason: expect.stringMatching(/wsipg-0a.*FIPS/),
      controls: ['SC-7', 'SC-13', 'CM-6'],
      missing: [],
    });
    expect(await onlyResult(rule, { ...estate(on, fips), ...required })).toMatchObject({
      reason: expect.stringMatching(/IP access control groups/),
    });
  });
});
