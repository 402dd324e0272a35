import { describe, expect, it } from 'vitest';
import { account, directory, networkInterface, noWorkspaces, workspace, workspaces } from './fleet-builders.ts';
import type { Case, Line, Scene } from './harness.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const ws = 'ws-1';
const passes = { [ws]: 'COMPLIANT' };
const notApplicable = { [ws]: 'NOT_APPLICABLE' };
const unknown = { [ws]: 'INSUFFICIENT_DATA' };

describe('workspace-reachable-state', () => {
  const rule = 'workspace-reachable-state';
  const inState = (State?: string | null, members: object = {}) => ({
    lines: [directory(), workspace(ws, { State, ...members })],
  });
  const each = (states: readonly string[], expected: Readonly<Record<string, string>>): Readonly<Record<string, Row>> =>
    Object.fromEntries(states.map((state) => [state, [inState(state), expected]]));

  itJudges(rule, {
    ...each(['AVAILABLE', 'STOPPED', 'SUSPENDED', 'ADMIN_MAINTENANCE'], passes),
    ...each(['UNHEALTHY', 'IMPAIRED', 'ERROR'], { [ws]: 'NON_COMPLIANT MEDIUM' }),
    ...each(['PENDING', 'REBOOTING', 'STARTING', 'STOPPING', 'REBUILDING', 'RESTORING', 'UPDATING'], notApplicable),
    ...each(['MAINTENANCE', 'TERMINATING', 'TERMINATED'], notApplicable),
    'cannot tell without a state': [inState(), unknown],
    'does not take null for one': [inState(null), unknown],
    'cannot tell from a state that nobody knows': [inState('ASLEEP'), unknown],
    'says of the account that WorkSpaces were denied': [
      { lines: [], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('tells the error, and where findings on it would be', async () => {
    const { lines } = inState('ERROR', { ErrorCode: 'JoinDomain', ErrorMessage: 'cannot join' });
    expect(await onlyResult(rule, { lines: [...lines, networkInterface()] })).toEqual({
      ruleId: rule,
      packId: 'directory-health',
      title: 'No WorkSpace is left unhealthy, impaired or in error',
      severity: 'MEDIUM',
      status: 'NON_COMPLIANT',
      subject: {
        type: 'workspace',
        id: ws,
        arn: `arn:aws:workspaces:us-east-1:${account}:workspace/${ws}`,
        accountId: account,
        region: 'us-east-1',
      },
      reason:
        'The WorkSpace is ERROR; error: JoinDomain, cannot join. Its interface is eni-0a with security groups sg-members.',
      evidence: {
        state: 'ERROR',
        errorCode: 'JoinDomain',
        errorMessage: 'cannot join',
        directoryId: 'd-90670000a1',
        subnetId: 'subnet-0a',
        'eni.id': 'eni-0a',
        'eni.groupIds': ['sg-members'],
      },
      remediation: expect.stringContaining('reboot, restore or rebuild'),
      controls: ['SI-4', 'CP-10'],
      missing: [],
      exception: null,
    });
  });
});

describe('workspace-recently-used', () => {
  const rule = 'workspace-recently-used';
  const statuses = 'workspaces:DescribeWorkspacesConnectionStatus';
  const capturedAt = '2026-11-22T03:00:00.000Z';
  const ago = (days: number, minutes = 0) =>
    new Date(Date.parse(capturedAt) - days * 86_400_000 - minutes * 60_000).toISOString();
  const status = (last?: string | null, ConnectionState: string | undefined = 'DISCONNECTED'): Line => ({
    type: 'WorkspaceConnectionStatus',
    resource: { WorkspaceId: ws, ConnectionState, LastKnownUserConnectionTimestamp: last },
  });
  const used = (last?: string | null, state?: string, members: object = {}): Case => ({
    lines: [directory(), workspace(ws, members), status(last, state)],
  });
  /** A baseline from so many days ago, with these WorkSpaces. */
  const baseline = (days: number, minutes: number, ...ids: readonly string[]): { readonly baseline: Scene } => ({
    baseline: { lines: [directory(), ...ids.map((id) => workspace(id))], capturedAt: ago(days, minutes) },
  });
  const broken = { [ws]: 'NON_COMPLIANT LOW' };

  itJudges(rule, {
    'passes a connection last week': [used(ago(7)), passes],
    'passes one exactly 90 days ago': [used(ago(90)), passes],
    'fails one a minute more than 90 days ago': [used(ago(90, 1)), broken],
    'fails one 91 days ago': [used(ago(91)), broken],
    'passes whoever is connected for longer than that': [used(ago(200), 'CONNECTED'), passes],
    'passes whoever is connected without a time': [used(undefined, 'CONNECTED'), passes],
    'judges a stopped WorkSpace by the time': [used(ago(91), 'UNKNOWN'), broken],
    'passes by the time alone': [used(ago(7), 'DOZING'), passes],
    'cannot tell from a state that nobody knows beside an old time': [used(ago(91), 'DOZING'), unknown],
    'passes 35 days under the limit of the DoD': [{ ...used(ago(35)), parameters: { maxIdleDays: 35 } }, passes],
    'fails 36 days under it': [{ ...used(ago(36)), parameters: { maxIdleDays: 35 } }, broken],
    'cannot tell when it was never used': [used(), unknown],
    'does not take null for a time': [used(null), unknown],
    'cannot tell from a time that is none': [used('yesterday'), unknown],
    'cannot tell without a status': [{ lines: [directory(), workspace(ws)] }, unknown],
    'names connections that were denied': [
      { lines: [directory(), workspace(ws)], coverage: { [statuses]: 'denied' } },
      { [ws]: `INSUFFICIENT_DATA ${statuses}` },
    ],
    'judges by a status that was read before the others failed': [
      { ...used(ago(91)), coverage: { [statuses]: 'partial' } },
      broken,
    ],
    'fails one that was never used since a baseline 91 days ago': [{ ...used(), ...baseline(91, 0, ws) }, broken],
    'fails it a minute past 90 days': [{ ...used(), ...baseline(90, 1, ws) }, broken],
    'cannot tell at exactly 90 days': [{ ...used(), ...baseline(90, 0, ws) }, unknown],
    'cannot tell without a status, however old the baseline': [
      { lines: [directory(), workspace(ws)], ...baseline(200, 0, ws) },
      unknown,
    ],
    'leaves out what is newer than a baseline 30 days ago': [{ ...used(), ...baseline(30, 0, 'ws-2') }, notApplicable],
    'leaves out what is newer than one exactly 90 days ago': [{ ...used(), ...baseline(90, 0) }, notApplicable],
    'cannot tell how new it is beside an older one': [{ ...used(), ...baseline(91, 0) }, unknown],
    'judges by the time beside an older one': [{ ...used(ago(7)), ...baseline(91, 0) }, passes],
    'cannot tell whether it is new while the baseline was not read': [
      {
        ...used(ago(91)),
        baseline: { lines: [], capturedAt: ago(30), coverage: { [workspaces]: 'denied' } },
      },
      unknown,
    ],
    'leaves out standbys': [
      used(ago(200), undefined, { RelatedWorkspaces: [{ WorkspaceId: 'ws-far', Type: 'PRIMARY' }] }),
      notApplicable,
    ],
    'judges what has a standby': [
      used(ago(200), undefined, { RelatedWorkspaces: [{ WorkspaceId: 'ws-far', Type: 'STANDBY' }] }),
      broken,
    ],
    'cannot tell from a relation without a type': [
      used(ago(200), undefined, { RelatedWorkspaces: [{ WorkspaceId: 'ws-far' }] }),
      unknown,
    ],
    'leaves out what is being made': [used(undefined, undefined, { State: 'PENDING' }), notApplicable],
    'leaves out what is terminated': [used(ago(200), undefined, { State: 'TERMINATED' }), notApplicable],
    'says of the account that WorkSpaces were denied': [
      { lines: [], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('says how long it was not used', async () => {
    expect(await onlyResult(rule, used(ago(120)))).toMatchObject({
      reason: 'No user has been connected for 120 days, where 90 are the limit.',
      controls: ['AC-2(3)', 'CM-8'],
    });
    expect(await onlyResult(rule, { ...used(), ...baseline(120, 0, ws) })).toMatchObject({
      reason: 'No user has ever been connected, and the WorkSpace has been there for 120 days at least.',
    });
    expect(await onlyResult(rule, used())).toMatchObject({
      reason: `Cannot be judged: WorkspacesConnectionStatus[${ws}].LastKnownUserConnectionTimestamp is absent.`,
      missing: [],
    });
  });
});
