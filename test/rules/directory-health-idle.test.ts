import { describe, expect, it } from 'vitest';
import limits from '../../rules/reference/limits.json' with { type: 'json' };
import { dir, directories, directory, noDirectories, workspace, workspaces } from './fleet-builders.ts';
import { type Case, type Line, packs, type Scene } from './harness.ts';
import { description, descriptions, entra, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'directory-not-idle';
const statuses = 'workspaces:DescribeWorkspacesConnectionStatus';
const aliases = 'workspaces:DescribeConnectionAliases';

const capturedAt = '2026-11-22T03:00:00.000Z';
/** A time so many days, and minutes, before the capture. */
const ago = (days: number, minutes = 0) =>
  new Date(Date.parse(capturedAt) - days * 86_400_000 - minutes * 60_000).toISOString();

const launched = (LaunchTime: string | undefined = ago(400), type = 'ADConnector') => description(type, { LaunchTime });
const connection = (
  WorkspaceId: string,
  last?: string,
  ConnectionState: string | undefined = 'DISCONNECTED',
): Line => ({
  type: 'WorkspaceConnectionStatus',
  resource: { WorkspaceId, ConnectionState, LastKnownUserConnectionTimestamp: last },
});
const alias = (ResourceId: string, AssociationStatus = 'ASSOCIATED_WITH_OWNER_ACCOUNT'): Line => ({
  type: 'ConnectionAlias',
  resource: {
    AliasId: 'wsca-1',
    ConnectionString: 'desktops.example.com',
    State: 'CREATED',
    OwnerAccountId: '111122223333',
    Associations: [{ ResourceId, AssociationStatus, AssociatedAccountId: '111122223333' }],
  },
});
const standby = { RelatedWorkspaces: [{ WorkspaceId: 'ws-far', Region: 'us-west-2', Type: 'PRIMARY' }] };

const empty = (launch?: string, baseline?: Scene): Case => ({
  lines: [directory(), launched(launch)],
  ...(baseline === undefined ? {} : { baseline }),
});
const used = (last?: string, ...more: readonly Line[]): Case => ({
  lines: [directory(), launched(), workspace('ws-1'), connection('ws-1', last), ...more],
});

const passes = { [dir]: 'COMPLIANT' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const broken = (severity: string) => ({ [dir]: `NON_COMPLIANT ${severity}` });

describe('directory-not-idle, with no WorkSpaces', () => {
  const earlier = (days: number, minutes: number, ...lines: readonly Line[]): Scene => ({
    lines: [directory(), ...lines],
    capturedAt: ago(days, minutes),
  });

  itJudges(rule, {
    'passes a directory that was launched 29 days and 23 hours ago': [empty(ago(29, 23 * 60)), passes],
    'fails one that was launched exactly 30 days ago': [empty(ago(30)), broken('MEDIUM')],
    'fails one that was launched 31 days ago': [empty(ago(31)), broken('MEDIUM')],
    'fails a Simple AD too': [{ lines: [directory(), launched(ago(31), 'SimpleAD')] }, broken('MEDIUM')],
    'does not count WorkSpaces that are gone': [
      {
        lines: [
          directory(),
          launched(),
          workspace('ws-1', { State: 'TERMINATED' }),
          workspace('ws-2', { State: 'TERMINATING' }),
        ],
      },
      broken('MEDIUM'),
    ],
    'does not count those of another directory': [
      { lines: [directory(), launched(), workspace('ws-1', { DirectoryId: 'd-90670000b2' })] },
      broken('MEDIUM'),
    ],
    'is grave when it was empty 30 days ago': [empty(undefined, earlier(30, 0)), broken('HIGH')],
    'is grave when it was empty 31 days ago': [empty(undefined, earlier(31, 0)), broken('HIGH')],
    'is less so when it was empty a minute less than 30 days ago': [
      empty(undefined, earlier(29, 23 * 60 + 59)),
      broken('MEDIUM'),
    ],
    'is less so when it had WorkSpaces then': [empty(undefined, earlier(60, 0, workspace('ws-1'))), broken('MEDIUM')],
    'fails one that was seen empty before, however new': [empty(ago(12), earlier(10, 0)), broken('MEDIUM')],
    'passes a new one that the baseline does not know': [empty(ago(12), { lines: [], capturedAt: ago(60) }), passes],
    'takes one that was not registered then for new': [
      empty(ago(12), { lines: [directory({ State: 'DEREGISTERED' })], capturedAt: ago(60) }),
      passes,
    ],
    'is not grave while nobody knows whether it was empty then': [
      empty(undefined, { ...earlier(60, 0), coverage: { [workspaces]: 'denied' } }),
      broken('MEDIUM'),
    ],
    'cannot tell of a new one while the baseline may know it': [
      empty(ago(12), { lines: [], capturedAt: ago(60), coverage: { [directories]: 'denied' } }),
      unknown,
    ],
    'fails an old one even so': [
      empty(undefined, { lines: [], capturedAt: ago(60), coverage: { [directories]: 'denied' } }),
      broken('MEDIUM'),
    ],
    'cannot tell without the time of launch': [
      { lines: [directory(), description('ADConnector', { LaunchTime: undefined })] },
      unknown,
    ],
    'does not ask who was connected': [{ ...empty(), coverage: { [statuses]: 'denied' } }, broken('MEDIUM')],
    'names WorkSpaces that were denied': [
      { ...empty(), coverage: { [workspaces]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'leaves out an AWS Managed Microsoft AD': [
      { lines: [directory(), launched(ago(400), 'MicrosoftAD')] },
      notApplicable,
    ],
    'leaves out a shared one': [{ lines: [directory(), launched(ago(400), 'SharedMicrosoftAD')] }, notApplicable],
    'leaves out a directory with Entra ID': [{ lines: [directory(entra)] }, { [managedDir]: 'NOT_APPLICABLE' }],
    'leaves out a Pools directory': [{ lines: [directory(pools)] }, notApplicable],
    'leaves out what is deregistered': [{ lines: [directory({ State: 'DEREGISTERED' }), launched()] }, notApplicable],
    'names AWS Directory Service when it was denied': [
      { lines: [directory()], coverage: { [descriptions]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${descriptions}` },
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('counts the days', async () => {
    expect(await onlyResult(rule, empty(ago(12, 30)))).toMatchObject({
      reason: 'The directory has 0 live WorkSpaces.',
      evidence: { notes: ['Empty, on day 12 of the 30 after which the service deregisters the directory.'] },
    });
    expect(await onlyResult(rule, empty(undefined, earlier(44, 0)))).toMatchObject({
      severity: 'HIGH',
      reason:
        'The directory has no WorkSpaces: empty for 44 days at least, as far as is known, of the 30 after which the ' +
        'service deregisters it.',
    });
  });
});

describe('directory-not-idle, with WorkSpaces', () => {
  itJudges(rule, {
    'passes one where a user is connected': [
      { lines: [directory(), launched(), workspace('ws-1'), connection('ws-1', ago(90), 'CONNECTED')] },
      passes,
    ],
    'passes a connection 29 days ago': [used(ago(29)), passes],
    'passes one a minute less than 30 days ago': [used(ago(29, 23 * 60 + 59)), passes],
    'fails one exactly 30 days ago': [used(ago(30)), broken('LOW')],
    'fails one 31 days ago': [used(ago(31)), broken('LOW')],
    'takes the newest of several': [used(ago(90), workspace('ws-2'), connection('ws-2', ago(2))), passes],
    'fails when the newest is too old': [used(ago(90), workspace('ws-2'), connection('ws-2', ago(40))), broken('LOW')],
    'takes a connection after the capture for a fresh one': [used(ago(-1)), passes],
    'looks past WorkSpaces that were never used': [used(ago(90), workspace('ws-2'), connection('ws-2')), broken('LOW')],
    'cannot tell when none was ever used': [used(), unknown],
    'cannot tell when no status was returned': [{ lines: [directory(), launched(), workspace('ws-1')] }, unknown],
    'passes a directory that is too new to be idle': [
      { lines: [directory(), launched(ago(5)), workspace('ws-1'), connection('ws-1')] },
      passes,
    ],
    'fails one that is exactly 30 days old, and unused as long': [
      { lines: [directory(), launched(ago(30)), workspace('ws-1'), connection('ws-1', ago(30))] },
      broken('LOW'),
    ],
    'cannot tell from a time that is none': [used('yesterday'), unknown],
    'names connections that were denied': [
      { lines: [directory(), launched(), workspace('ws-1')], coverage: { [statuses]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${statuses}` },
    ],
    'passes with what was read of them': [
      { ...used(ago(3), workspace('ws-2')), coverage: { [statuses]: 'partial' } },
      passes,
    ],
    'does not fail with what was read of them': [
      { ...used(ago(90), workspace('ws-2')), coverage: { [statuses]: 'partial' } },
      { [dir]: `INSUFFICIENT_DATA ${statuses}` },
    ],
    'does not fail while WorkSpaces may be missing': [
      { ...used(ago(90)), coverage: { [workspaces]: 'partial' } },
      { [dir]: `INSUFFICIENT_DATA ${workspaces}` },
    ],
    'passes one that a connection alias leads to': [used(ago(90), alias(dir)), passes],
    'fails one that an alias leads past': [used(ago(90), alias('d-90670000b2')), broken('LOW')],
    'fails one that an alias no longer leads to': [used(ago(90), alias(dir, 'NOT_ASSOCIATED')), broken('LOW')],
    'names aliases that were denied': [
      { ...used(ago(90)), coverage: { [aliases]: 'denied' } },
      { [dir]: `INSUFFICIENT_DATA ${aliases}` },
    ],
    'passes one of standbys': [
      { lines: [directory(), launched(), workspace('ws-1', standby), connection('ws-1', ago(90))] },
      passes,
    ],
    'fails one with a standby and another WorkSpace': [
      used(ago(90), workspace('ws-2', standby), connection('ws-2', ago(90))),
      broken('LOW'),
    ],
    'fails the primary of a standby elsewhere': [
      {
        lines: [
          directory(),
          launched(),
          workspace('ws-1', { RelatedWorkspaces: [{ WorkspaceId: 'ws-far', Type: 'STANDBY' }] }),
          connection('ws-1', ago(90)),
        ],
      },
      broken('LOW'),
    ],
    'cannot tell from a relation that nobody knows': [
      {
        lines: [
          directory(),
          launched(),
          workspace('ws-1', { RelatedWorkspaces: [{ WorkspaceId: 'ws-far', Type: 'TWIN' }] }),
          connection('ws-1', ago(90)),
        ],
      },
      unknown,
    ],
  });

  it('says how long nobody was connected', async () => {
    expect(await onlyResult(rule, used(ago(44, 30)))).toMatchObject({
      severity: 'LOW',
      reason: 'No user has been connected to a WorkSpace of the directory for 44 days.',
      controls: ['CM-8', 'CP-2', 'AC-2(3)'],
      missing: [],
    });
    expect(await onlyResult(rule, used(ago(90), alias(dir)))).toMatchObject({
      evidence: { notes: ['No user was connected lately: the directory stands by for a failover.'] },
    });
  });
});

it('holds the limit of the reference data', () => {
  const held = packs.flatMap(({ rules }) => rules).find(({ id }) => id === rule);
  const numbers = JSON.stringify([held?.requires, held?.severityWhen]).matchAll(/"value":(\d+)/g);
  expect([...new Set([...numbers].map(([, value]) => Number(value)))]).toEqual([0, limits.idleDirectoryDays]);
});
