import { describe, expect, it } from 'vitest';
import { cut, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { dir, directory, workspace } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'ip-group-change-active-sessions';
const connections = 'workspaces:DescribeWorkspacesConnectionStatus';
const says = (status: string) => ({ [dir]: status });
const connected = (LastKnownUserConnectionTimestamp: string | undefined, ConnectionState = 'CONNECTED'): Line => ({
  type: 'WorkspaceConnectionStatus',
  resource: { WorkspaceId: 'ws-1', ConnectionState, LastKnownUserConnectionTimestamp },
});
const scene = (...lines: readonly Line[]): Case => ({
  lines: [directory({ ipGroupIds: ['wsipg-1'] }), workspace('ws-1'), ...lines],
});
const ten = '2026-11-20T10:00:00Z';
const changed = (name: string, request: object, at = ten, body: object = {}) => event(name, { at, request, body });
const revoked = changed('RevokeIpRules', { groupId: 'wsipg-1', userRules: ['52.0.2.0/24'] });
const before = scene(connected('2026-11-20T09:00:00Z'));

describe(rule, () => {
  itJudges(rule, {
    'fails a session of before a change': [withEvents(before, revoked), says('NON_COMPLIANT INFORMATIONAL')],
    'passes a session of after it': [withEvents(scene(connected('2026-11-20T10:30:00Z')), revoked), says('COMPLIANT')],
    'passes a WorkSpace that nobody is connected to': [
      withEvents(scene(connected('2026-11-20T09:00:00Z', 'DISCONNECTED')), revoked),
      says('COMPLIANT'),
    ],
    ...Object.fromEntries(
      ['AuthorizeIpRules', 'RevokeIpRules', 'UpdateRulesOfIpGroup'].map((name) => [
        `knows ${name}`,
        [withEvents(before, changed(name, { groupId: 'wsipg-1' })), says('NON_COMPLIANT INFORMATIONAL')],
      ]),
    ),
    ...Object.fromEntries(
      ['AssociateIpGroups', 'DisassociateIpGroups'].map((name) => [
        `knows ${name}, by the directory`,
        [
          withEvents(before, changed(name, { directoryId: dir, groupIds: ['wsipg-9'] })),
          says('NON_COMPLIANT INFORMATIONAL'),
        ],
      ]),
    ),
    'goes by the last change': [
      withEvents(
        scene(connected('2026-11-20T10:30:00Z')),
        revoked,
        changed('AuthorizeIpRules', { groupId: 'wsipg-1' }, '2026-11-20T11:00:00Z'),
      ),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'does not care for the groups of others': [
      withEvents(before, changed('RevokeIpRules', { groupId: 'wsipg-2' })),
      says('NOT_APPLICABLE'),
    ],
    'does not count a change that failed': [
      withEvents(before, changed('RevokeIpRules', { groupId: 'wsipg-1' }, ten, { errorCode: 'X' })),
      says('NOT_APPLICABLE'),
    ],
    'leaves out a directory whose groups nobody changed': [withEvents(before), says('NOT_APPLICABLE')],
    'cannot tell where CloudTrail refuses': [refused(before), says(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell where nobody asked CloudTrail': [unasked(before), says(`INSUFFICIENT_DATA ${trail}`)],
    'fails a session of before a change that was seen, whatever was not': [
      cut(before, '2026-11-19T00:00:00Z', ['AuthorizeIpRules'], revoked),
      says('NON_COMPLIANT INFORMATIONAL'),
    ],
    'cannot tell of a session of after it, then': [
      cut(scene(connected('2026-11-20T10:30:00Z')), '2026-11-19T00:00:00Z', ['AuthorizeIpRules'], revoked),
      says(`INSUFFICIENT_DATA ${trail}`),
    ],
    'cannot tell who is connected without the connection status': [
      withEvents({ ...scene(), coverage: { [connections]: 'denied' } }, revoked),
      says(`INSUFFICIENT_DATA ${connections}`),
    ],
    'passes a WorkSpace of which the service knows no connection': [withEvents(scene(), revoked), says('COMPLIANT')],
    'cannot tell since when a user is connected': [
      withEvents(scene(connected(undefined)), revoked),
      says('INSUFFICIENT_DATA'),
    ],
    'cannot tell of a state that nobody knows yet': [
      withEvents(scene(connected('2026-11-20T09:00:00Z', 'FROZEN')), revoked),
      says('INSUFFICIENT_DATA'),
    ],
    'leaves out a directory on its way out': [
      withEvents({ lines: [directory({ State: 'DEREGISTERED', ipGroupIds: ['wsipg-1'] })] }, revoked),
      says('NOT_APPLICABLE'),
    ],
  });

  it('names the WorkSpaces, and who changed what', async () => {
    expect((await onlyResult(rule, withEvents(before, revoked)))?.reason).toBe(
      'Sessions on 1 WorkSpaces are older than the last change and may still go by the earlier rules: ws-1. Last change: RevokeIpRules by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z.',
    );
  });
});
