import { describe } from 'vitest';
import { cut, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { directories, directory, fips, noWorkspaces, tls, workspace, workspaces } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges } from './verdict-table.ts';

const says = (status: string) => ({ 'ws-1': status });
const passes = says('COMPLIANT');
const fails = says('NON_COMPLIANT HIGH');
const unclear = says('INSUFFICIENT_DATA');
const scene: Case = { lines: [directory(fips), workspace('ws-1')] };
/** The baseline of the tests is of 22 October. */
const since = (mode: object, ...others: readonly Line[]): Case => ({
  ...scene,
  baseline: { lines: [directory(mode), ...others] },
});
const switched = (at: string, request: object = {}, body: object = {}) =>
  event('ModifyEndpointEncryptionMode', {
    at,
    body,
    request: { directoryId: 'd-90670000a1', endpointEncryptionMode: 'FIPS_VALIDATED', ...request },
  });
const created = (at: string, workspaceId = 'ws-1') =>
  event('CreateWorkspaces', {
    at,
    request: { workspaces: [{ directoryId: 'd-90670000a1' }] },
    response: { failedRequests: [], pendingRequests: [{ workspaceId }] },
  });
const [early, middle, late] = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-11-15T00:00:00Z'];

describe('fips-existing-workspaces-created-under-fips', () => {
  itJudges('fips-existing-workspaces-created-under-fips', {
    'passes one that was created after the switch': [withEvents(scene, switched(middle), created(late)), passes],
    'fails one that was created before it': [withEvents(scene, switched(late), created(middle)), fails],
    'counts the last switch': [withEvents(scene, switched(early), created(middle), switched(late)), fails],
    'does not count a switch that failed': [
      withEvents(scene, switched(early), created(middle), switched(late, {}, { errorCode: 'X' })),
      passes,
    ],
    'does not count a switch to the standard mode': [
      withEvents(scene, switched(early), created(middle), switched(late, { endpointEncryptionMode: 'STANDARD_TLS' })),
      passes,
    ],
    'does not count the switch of another directory': [
      withEvents(scene, switched(early), created(middle), switched(late, { directoryId: 'd-90670000b2' })),
      passes,
    ],
    'fails one that the baseline has in the standard mode': [
      withEvents(since(tls, workspace('ws-1')), switched(late)),
      fails,
    ],
    'needs no CloudTrail for that': [refused(since(tls, workspace('ws-1'))), fails],
    'takes one that was migrated for created by then': [
      withEvents(
        scene,
        switched(middle),
        event('MigrateWorkspace', { at: late, response: { sourceWorkspaceId: 'ws-0', targetWorkspaceId: 'ws-1' } }),
      ),
      passes,
    ],
    'does not take the source of a migration for created': [
      withEvents(
        scene,
        switched(middle),
        event('MigrateWorkspace', { at: late, response: { sourceWorkspaceId: 'ws-1', targetWorkspaceId: 'ws-2' } }),
      ),
      unclear,
    ],
    'cannot tell when it was created': [withEvents(scene, switched(middle)), unclear],
    'passes one that a baseline of after the switch does not have': [withEvents(since(fips), switched(early)), passes],
    'cannot tell by a baseline of before the switch': [withEvents(since(fips), switched(late)), unclear],
    'cannot tell when one that the baseline has was created': [
      withEvents(since(fips, workspace('ws-1')), switched(early)),
      unclear,
    ],
    'cannot tell when the directory was switched': [withEvents(since(tls), created(middle)), unclear],
    'leaves out a directory that CloudTrail shows in no other mode': [
      withEvents(scene, created(middle)),
      says('NOT_APPLICABLE'),
    ],
    'leaves out a directory that the baseline has in FIPS mode': [refused(since(fips)), says('NOT_APPLICABLE')],
    'leaves out a directory in the standard mode': [
      withEvents({ lines: [directory(tls), workspace('ws-1')] }, switched(late), created(middle)),
      says('NOT_APPLICABLE'),
    ],
    'leaves out a terminated one': [
      withEvents({ lines: [directory(fips), workspace('ws-1', { State: 'TERMINATED' })] }, switched(late)),
      says('NOT_APPLICABLE'),
    ],
    'cannot tell without baseline and CloudTrail': [refused(scene), says(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell where nobody asked CloudTrail': [unasked(scene), says(`INSUFFICIENT_DATA ${trail}`)],
    'cannot tell whether there was a later switch where not all were read': [
      refused(since(tls)),
      says(`INSUFFICIENT_DATA ${trail}`),
    ],
    'fails what was created before a switch that was seen, whatever was not': [
      cut(scene, early, ['ModifyEndpointEncryptionMode', 'CreateWorkspaces'], switched(late), created(middle)),
      fails,
    ],
    'cannot tell while directories were not read': [
      withEvents({ lines: [workspace('ws-1')], coverage: { [directories]: 'denied' } }),
      says(`INSUFFICIENT_DATA ${directories}`),
    ],
    'gives one result on the account when WorkSpaces were not read': [
      withEvents({ lines: [directory(fips)], coverage: { [workspaces]: 'denied' } }),
      noWorkspaces,
    ],
  });
});
