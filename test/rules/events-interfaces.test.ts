import { describe, expect, it } from 'vitest';
import { beforeBaseline, callers, cut, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { directory, interfaces, networkInterface, workspace } from './fleet-builders.ts';
import type { Case, Line, Scene } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const passes = { 'ws-1': 'COMPLIANT' };
const fails = { 'ws-1': 'NON_COMPLIANT HIGH' };
const waits = { 'ws-1': `INSUFFICIENT_DATA ${trail}` };
const fleet = (...others: readonly Line[]): Scene => ({ lines: [directory(), workspace('ws-1'), ...others] });
const scene = fleet(networkInterface());
const about = (name: string, networkInterfaceId = 'eni-0a', by: object = callers.alice) =>
  event(name, { by, request: { networkInterfaceId } });

describe('eni-change-events', () => {
  const rule = 'eni-change-events';
  const setGroups = (...ids: readonly string[]) =>
    event('ModifyNetworkInterfaceAttribute', {
      request: { networkInterfaceId: 'eni-0a', groupSet: { items: ids.map((groupId) => ({ groupId })) } },
    });
  const gone: Case = { ...fleet(), baseline: fleet(networkInterface({ NetworkInterfaceId: 'eni-then' })) };

  itJudges(rule, {
    'passes an interface that nobody touched': [withEvents(scene), passes],
    ...Object.fromEntries(
      [
        ...['AssignPrivateIpAddresses', 'AssociateAddress', 'DeleteNetworkInterface', 'DetachNetworkInterface'],
        ...['DisassociateAddress', 'ModifyNetworkInterfaceAttribute', 'UnassignPrivateIpAddresses'],
      ].map((name) => [`fails ${name} by somebody`, [withEvents(scene, about(name)), fails]]),
    ),
    'does not care who made the interface': [withEvents(scene, about('CreateNetworkInterface')), passes],
    'does not care for other interfaces': [withEvents(scene, about('DeleteNetworkInterface', 'eni-lambda')), passes],
    'passes what WorkSpaces did': [
      withEvents(scene, about('ModifyNetworkInterfaceAttribute', 'eni-0a', callers.workspaces)),
      passes,
    ],
    'passes what WorkSpaces did with the role that it has': [
      withEvents(scene, about('DetachNetworkInterface', 'eni-0a', callers.defaultRole)),
      passes,
    ],
    'passes a group that was added: the guide lets one do so': [
      withEvents(scene, setGroups('sg-members', 'sg-a')),
      passes,
    ],
    'fails a list of groups without the members group': [withEvents(scene, setGroups('sg-a')), fails],
    'passes what was refused': [
      withEvents(
        scene,
        event('DeleteNetworkInterface', {
          ...{ request: { networkInterfaceId: 'eni-0a' }, body: { errorCode: 'Client.UnauthorizedOperation' } },
        }),
      ),
      passes,
    ],
    'fails an interface that somebody deleted, which only the baseline knows': [
      withEvents(gone, about('DeleteNetworkInterface', 'eni-then')),
      fails,
    ],
    'cannot tell whose events to look for without an interface': [withEvents(fleet()), { 'ws-1': 'INSUFFICIENT_DATA' }],
    'nor while interfaces were not read': [
      withEvents({ ...fleet(), coverage: { [interfaces]: 'denied' } }),
      { 'ws-1': `INSUFFICIENT_DATA ${interfaces}` },
    ],
    'cannot tell where CloudTrail refuses': [refused(scene), waits],
    'cannot tell where nobody asked CloudTrail': [unasked(scene), waits],
    'cannot tell where events were read in part': [
      cut(scene, '2026-11-01T00:00:00Z', ['DeleteNetworkInterface']),
      waits,
    ],
    'fails what was seen, whatever was not': [
      cut(scene, '2026-11-01T00:00:00Z', ['DeleteNetworkInterface'], about('DeleteNetworkInterface')),
      fails,
    ],
    'leaves out one that is still being made, and has no interface yet': [
      withEvents({ lines: [workspace('ws-1', { State: 'PENDING', IpAddress: null })] }),
      { 'ws-1': 'NOT_APPLICABLE' },
    ],
    'leaves out a terminated one': [
      withEvents({ lines: [workspace('ws-1', { State: 'TERMINATED' })] }, about('DeleteNetworkInterface')),
      { 'ws-1': 'NOT_APPLICABLE' },
    ],
  });

  it('says who added a group, and what was tried', async () => {
    const refusal = event('DetachNetworkInterface', { resources: ['eni-0a'], body: { errorCode: 'Denied' } });
    const result = await onlyResult(rule, withEvents(scene, setGroups('sg-members', 'sg-a'), refusal));
    const alice = 'by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z';
    expect(result).toMatchObject({
      reason:
        'CloudTrail shows no change by anybody else since 2026-08-24T03:00:00.000Z; it keeps 90 days, of this Region.',
      evidence: {
        notes: [
          `New lists of security groups, with the members group: ModifyNetworkInterfaceAttribute ${alice}.`,
          `Tried and refused: DetachNetworkInterface ${alice}, refused with Denied.`,
        ],
      },
    });
  });
});

describe('eni-unmodified-since-baseline, of an interface that is another than at the baseline', () => {
  const rule = 'eni-unmodified-since-baseline';
  const exchanged: Case = { ...fleet(networkInterface({ NetworkInterfaceId: 'eni-0b' })), baseline: scene };
  const rebuilt = (name: string, request: object, response: object = {}, at?: string) =>
    event(name, { by: callers.alice, request, response, ...(at === undefined ? {} : { at }) });
  const rebuild = rebuilt('RebuildWorkspaces', { rebuildWorkspaceRequests: [{ workspaceId: 'ws-1' }] });
  const made = (by: object) =>
    event('CreateNetworkInterface', { by, response: { networkInterface: { networkInterfaceId: 'eni-0b' } } });
  const unclear = { 'ws-1': 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes after a rebuild': [withEvents(exchanged, rebuild), passes],
    'passes after a restore': [withEvents(exchanged, rebuilt('RestoreWorkspace', { workspaceId: 'ws-1' })), passes],
    'passes after a migration': [
      withEvents(exchanged, rebuilt('MigrateWorkspace', {}, { sourceWorkspaceId: 'ws-0', targetWorkspaceId: 'ws-1' })),
      passes,
    ],
    'does not take the rebuild of another for its own': [
      withEvents(exchanged, rebuilt('RebuildWorkspaces', { rebuildWorkspaceRequests: [{ workspaceId: 'ws-2' }] })),
      unclear,
    ],
    'does not take a rebuild of before the baseline for the reason': [
      withEvents(exchanged, rebuilt('RestoreWorkspace', { workspaceId: 'ws-1' }, {}, beforeBaseline)),
      unclear,
    ],
    'does not take a rebuild that failed for the reason': [
      withEvents(exchanged, event('RestoreWorkspace', { request: { workspaceId: 'ws-1' }, body: { errorCode: 'X' } })),
      unclear,
    ],
    'passes one that WorkSpaces made by itself': [withEvents(exchanged, made(callers.workspaces)), passes],
    'fails one that somebody made': [withEvents(exchanged, made(callers.alice)), fails],
    'cannot tell where CloudTrail shows neither, and misses nothing by it': [withEvents(exchanged), unclear],
    'cannot tell where nobody asked CloudTrail, and misses nothing by it': [unasked(exchanged), unclear],
    'cannot tell where CloudTrail refuses': [refused(exchanged), waits],
    'cannot tell where rebuilds were not read back to the baseline': [
      cut(exchanged, '2026-11-01T00:00:00Z', ['RebuildWorkspaces']),
      waits,
    ],
    'needs no more than what was since the baseline': [
      cut(exchanged, '2026-10-01T00:00:00Z', ['RebuildWorkspaces'], made(callers.workspaces)),
      passes,
    ],
    'needs no CloudTrail for one that is the same': [unasked({ ...scene, baseline: scene }), passes],
    'cannot tell what was longer ago than CloudTrail keeps': [
      withEvents({ ...exchanged, baseline: { ...scene, capturedAt: '2026-01-01T00:00:00Z' } }),
      unclear,
    ],
  });

  it('says what it does not know, and shows what CloudTrail does', async () => {
    const result = await onlyResult(rule, unasked(exchanged));
    expect(result?.reason).toBe(
      'Cannot be judged: the interface was eni-0a at the baseline and is eni-0b now: rebuilt, or replaced by hand, and CloudTrail was not asked which.',
    );
    const seen = await onlyResult(rule, withEvents(exchanged, rebuild, about('AssociateAddress', 'eni-0b')));
    expect(seen?.evidence['eni.changesSeen']).toEqual([
      'AssociateAddress by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z',
    ]);
  });
});
