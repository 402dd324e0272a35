import { describe, expect, it } from 'vitest';
import { event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { dir, directory, workspace, workspaces } from './fleet-builders.ts';
import type { Case, Line, Scene } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'dns-change-rolled-out';
const says = (status: string) => ({ [dir]: status });
const passes = says('COMPLIANT');
const unclear = says('INSUFFICIENT_DATA');
const waits = says(`INSUFFICIENT_DATA ${trail}`);
const scene = (DnsIpAddresses: readonly string[] | undefined, ...lines: readonly Line[]): Scene => ({
  lines: [
    directory({ DnsIpAddresses }),
    { type: 'DirectoryDescription', resource: { DirectoryId: dir, Type: 'ADConnector' } },
    ...lines,
  ],
});
const [a, b, c, d] = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'];
const old = workspace('ws-1', { IpAddress: '10.0.1.50' });
const rebuilt = workspace('ws-1', { IpAddress: '10.0.1.60' });
const change = (then: readonly string[], now: readonly string[], ...lines: readonly Line[]): Case => ({
  ...scene(now, ...lines),
  baseline: scene(then, old),
});
const update = (dnsIpAddrs: readonly string[], at?: string) =>
  event('UpdateDirectory', { request: { directoryId: dir, dnsIpAddrs }, ...(at === undefined ? {} : { at }) });
const launched = (at: string) =>
  event('CreateWorkspaces', {
    at,
    request: { workspaces: [{ directoryId: dir }] },
    response: { pendingRequests: [{ workspaceId: 'ws-9' }] },
  });

describe(rule, () => {
  itJudges(rule, {
    'passes servers that are as they were': [refused(change([a, b], [b, a], old)), passes],
    'passes one that was changed, when all WorkSpaces were rebuilt since': [
      withEvents(change([a, b], [a, c], rebuilt), update([a, c])),
      passes,
    ],
    'needs no CloudTrail to know that one stayed': [withEvents(change([a, b], [a, c], rebuilt)), passes],
    'cannot tell whether a WorkSpace was updated in place': [
      withEvents(change([a, b], [a, c], old), update([a, c])),
      unclear,
    ],
    'does not care for a WorkSpace that is gone': [withEvents(change([a, b], [a, c]), update([a, c])), passes],
    'fails both being replaced in one call': [
      withEvents(change([a, b], [c, d], rebuilt), update([c, d])),
      says('NON_COMPLIANT MEDIUM'),
    ],
    'passes both being replaced one after the other': [
      withEvents(change([a, b], [c, d], rebuilt), update([a, c], '2026-11-01T00:00:00Z'), update([c, d])),
      passes,
    ],
    'cannot tell how both were replaced where CloudTrail does not show it': [
      withEvents(change([a, b], [c, d], rebuilt)),
      unclear,
    ],
    'cannot tell where CloudTrail refuses': [refused(change([a, b], [c, d], rebuilt)), waits],
    'cannot tell where nobody asked CloudTrail': [unasked(change([a, b], [c, d], rebuilt)), waits],
    'passes the only server being replaced': [withEvents(change([a], [c], rebuilt), update([c])), passes],
    'fails a launch 15 minutes after the change, mildly': [
      withEvents(
        change([a, b], [a, c], rebuilt),
        update([a, c], '2026-11-20T10:00:00Z'),
        launched('2026-11-20T10:15:00Z'),
      ),
      says('NON_COMPLIANT LOW'),
    ],
    'fails a launch 15 minutes before it': [
      withEvents(
        change([a, b], [a, c], rebuilt),
        update([a, c], '2026-11-20T10:00:00Z'),
        launched('2026-11-20T09:45:00Z'),
      ),
      says('NON_COMPLIANT LOW'),
    ],
    'passes a launch 16 minutes after it': [
      withEvents(
        change([a, b], [a, c], rebuilt),
        update([a, c], '2026-11-20T10:00:00Z'),
        launched('2026-11-20T10:16:00Z'),
      ),
      passes,
    ],
    'is grave about both being replaced at once, whatever was launched': [
      withEvents(
        change([a, b], [c, d], rebuilt),
        update([c, d], '2026-11-20T10:00:00Z'),
        launched('2026-11-20T10:10:00Z'),
      ),
      says('NON_COMPLIANT MEDIUM'),
    ],
    'cannot tell without a baseline': [withEvents(scene([a, b])), unclear],
    'passes a directory that is newer than the baseline': [
      withEvents({ ...scene([a, b]), baseline: { lines: [] } }),
      passes,
    ],
    'cannot tell without the servers': [withEvents({ ...scene(undefined), baseline: scene([a, b]) }), unclear],
    'cannot tell without those of then': [withEvents({ ...scene([a, b]), baseline: scene(undefined) }), unclear],
    'cannot tell which WorkSpaces there are': [
      withEvents({ ...change([a, b], [a, c]), coverage: { [workspaces]: 'denied' } }, update([a, c])),
      says(`INSUFFICIENT_DATA ${workspaces}`),
    ],
    'leaves out a directory that WorkSpaces manages': [
      withEvents({
        lines: [directory({ DirectoryId: 'wsd-1', DnsIpAddresses: [a], UserIdentityType: 'CUSTOMER_MANAGED' })],
      }),
      { 'wsd-1': 'NOT_APPLICABLE' },
    ],
    'leaves out a Pools directory': [
      withEvents({ lines: [directory({ WorkspaceType: 'POOLS' })] }),
      says('NOT_APPLICABLE'),
    ],
  });

  it('says which WorkSpaces to look at', async () => {
    expect((await onlyResult(rule, withEvents(change([a, b], [a, c], old), update([a, c]))))?.reason).toBe(
      'Cannot be judged: whether the DNS servers of ws-1 were updated in place is not in any API.',
    );
  });
});
