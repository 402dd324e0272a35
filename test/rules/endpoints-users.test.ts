import { describe, expect, it } from 'vitest';
import {
  dcv,
  dir,
  directory,
  noWorkspaces,
  otherDir,
  pcoip,
  streaming,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import { judge } from './harness.ts';
import { itJudges } from './verdict-table.ts';

const of = (id: string, UserName?: string, protocols?: readonly string[], members: object = {}) =>
  workspace(id, { UserName, ...streaming(protocols), ...members });
const elsewhere = { DirectoryId: otherDir };

describe('protocol-mix-per-user', () => {
  const rule = 'protocol-mix-per-user';
  const onPcoip = of('ws-1', 'ann', pcoip);
  const onDcv = of('ws-2', 'ann', dcv);
  const mixed = { 'ws-1': 'NON_COMPLIANT MEDIUM', 'ws-2': 'NON_COMPLIANT MEDIUM' };
  const fine = { 'ws-1': 'COMPLIANT', 'ws-2': 'COMPLIANT' };

  itJudges(rule, {
    'fails both WorkSpaces of a user with both protocols': [{ lines: [onPcoip, onDcv] }, mixed],
    'fails a third one of the user as well': [
      { lines: [onPcoip, onDcv, of('ws-3', 'ann', dcv)] },
      { ...mixed, 'ws-3': 'NON_COMPLIANT MEDIUM' },
    ],
    'does not tell capitals': [{ lines: [onPcoip, of('ws-2', 'Ann', dcv)] }, mixed],
    'takes the name DCV for WSP': [{ lines: [onPcoip, of('ws-2', 'ann', ['DCV'])] }, mixed],
    'passes two users': [{ lines: [onPcoip, of('ws-2', 'bob', dcv)] }, fine],
    'passes two directories': [{ lines: [onPcoip, of('ws-2', 'ann', dcv, elsewhere)] }, fine],
    'passes one protocol': [{ lines: [onPcoip, of('ws-2', 'ann', pcoip)] }, fine],
    'passes a single WorkSpace': [{ lines: [onPcoip] }, { 'ws-1': 'COMPLIANT' }],
    'passes a single WorkSpace with both protocols': [
      { lines: [of('ws-1', 'ann', ['PCOIP', 'WSP'])] },
      { 'ws-1': 'COMPLIANT' },
    ],
    'fails one with both protocols beside another': [{ lines: [onPcoip, of('ws-2', 'ann', ['PCOIP', 'WSP'])] }, mixed],
    'does not count what is terminated': [
      { lines: [onPcoip, of('ws-2', 'ann', dcv, { State: 'TERMINATED' })] },
      { 'ws-1': 'COMPLIANT', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'counts what is stopped': [{ lines: [onPcoip, of('ws-2', 'ann', dcv, { State: 'STOPPED' })] }, mixed],
    'leaves out what is assigned to nobody': [
      { lines: [of('ws-1', '[UNDEFINED]', pcoip), of('ws-2', '[UNDEFINED]', dcv)] },
      { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'cannot tell when the protocols of one are not said': [
      { lines: [onPcoip, of('ws-2', 'ann')] },
      { 'ws-1': 'INSUFFICIENT_DATA', 'ws-2': 'INSUFFICIENT_DATA' },
    ],
    'fails a mix beside one that is not said': [
      { lines: [onPcoip, onDcv, of('ws-3', 'ann')] },
      { ...mixed, 'ws-3': 'NON_COMPLIANT MEDIUM' },
    ],
    'does not mind what is not said of another user': [
      { lines: [onPcoip, of('ws-2', 'bob')] },
      { 'ws-1': 'COMPLIANT', 'ws-2': 'INSUFFICIENT_DATA' },
    ],
    'cannot tell without the user, who may be anyone of the directory': [
      { lines: [onPcoip, of('ws-2', undefined, dcv)] },
      { 'ws-1': 'INSUFFICIENT_DATA', 'ws-2': 'INSUFFICIENT_DATA' },
    ],
    'cannot tell without the directory': [
      { lines: [of('ws-1', 'ann', pcoip, { DirectoryId: undefined })] },
      { 'ws-1': 'INSUFFICIENT_DATA' },
    ],
    'fails a mix that was seen before the read broke off': [
      { lines: [onPcoip, onDcv], coverage: { [workspaces]: 'partial' } },
      mixed,
    ],
    'does not take what was read for all': [
      { lines: [onPcoip], coverage: { [workspaces]: 'partial' } },
      { 'ws-1': `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [directory()], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names both WorkSpaces', async () => {
    const [first] = await judge(rule, { lines: [onPcoip, onDcv] });
    expect(first).toMatchObject({
      packId: 'endpoints-devices',
      severity: 'MEDIUM',
      reason: `ann has WorkSpaces with PCoIP and with DCV (WSP) in ${dir}: ws-1 (PCOIP), ws-2 (WSP).`,
      evidence: {
        directoryId: dir,
        state: 'AVAILABLE',
        'user.mixedProtocolWorkspaces': ['ws-1 (PCOIP)', 'ws-2 (WSP)'],
        userName: 'ann',
      },
      controls: ['CM-6', 'CM-8'],
      missing: [],
    });
  });
});

describe('one-workspace-per-user-per-directory', () => {
  const rule = 'one-workspace-per-user-per-directory';
  const related = (Type?: string) => ({
    RelatedWorkspaces: [{ WorkspaceId: 'ws-9', Region: 'us-west-2', State: 'AVAILABLE', Type }],
  });
  const two = { 'ws-1': 'NON_COMPLIANT LOW', 'ws-2': 'NON_COMPLIANT LOW' };
  const fine = { 'ws-1': 'COMPLIANT', 'ws-2': 'COMPLIANT' };

  itJudges(rule, {
    'passes one': [{ lines: [of('ws-1', 'ann')] }, { 'ws-1': 'COMPLIANT' }],
    'passes one each': [{ lines: [of('ws-1', 'ann'), of('ws-2', 'bob')] }, fine],
    'passes one in each directory': [{ lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, elsewhere)] }, fine],
    'fails two': [{ lines: [of('ws-1', 'ann'), of('ws-2', 'ann')] }, two],
    'does not tell capitals': [{ lines: [of('ws-1', 'ann'), of('ws-2', 'ANN')] }, two],
    'does not count what is terminating': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, { State: 'TERMINATING' })] },
      { 'ws-1': 'COMPLIANT', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'counts what is pending': [{ lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, { State: 'PENDING' })] }, two],
    'does not count a standby, whose relative is the primary': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, related('PRIMARY'))] },
      { 'ws-1': 'COMPLIANT', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'counts a primary, whose relative is a standby': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, related('STANDBY'))] },
      two,
    ],
    'cannot tell from an unknown relative': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann', undefined, related('TWIN'))] },
      { 'ws-1': 'INSUFFICIENT_DATA', 'ws-2': 'INSUFFICIENT_DATA' },
    ],
    'fails two beside an unknown relative': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann'), of('ws-3', 'ann', undefined, related())] },
      { ...two, 'ws-3': 'INSUFFICIENT_DATA' },
    ],
    'leaves out what is assigned to nobody': [
      { lines: [of('ws-1', '[UNDEFINED]'), of('ws-2', '[UNDEFINED]')] },
      { 'ws-1': 'NOT_APPLICABLE', 'ws-2': 'NOT_APPLICABLE' },
    ],
    'cannot tell without the user, who may be anyone of the directory': [
      { lines: [of('ws-1', 'ann'), of('ws-2')] },
      { 'ws-1': 'INSUFFICIENT_DATA', 'ws-2': 'INSUFFICIENT_DATA' },
    ],
    'cannot tell from an empty name': [{ lines: [of('ws-1', '')] }, { 'ws-1': 'INSUFFICIENT_DATA' }],
    'fails two that were seen before the read broke off': [
      { lines: [of('ws-1', 'ann'), of('ws-2', 'ann')], coverage: { [workspaces]: 'partial' } },
      two,
    ],
    'does not take what was read for all': [
      { lines: [of('ws-1', 'ann')], coverage: { [workspaces]: 'partial' } },
      { 'ws-1': `INSUFFICIENT_DATA ${workspaces}` },
    ],
  });

  it('counts the WorkSpaces', async () => {
    const [first] = await judge(rule, { lines: [of('ws-1', 'ann'), of('ws-2', 'ann')] });
    expect(first).toMatchObject({
      severity: 'LOW',
      reason: `ann has 2 WorkSpaces in ${dir}.`,
      evidence: { directoryId: dir, standby: false, state: 'AVAILABLE', 'user.workspaceCount': 2, userName: 'ann' },
      controls: ['AC-2', 'CM-8'],
      missing: [],
    });
  });
});
