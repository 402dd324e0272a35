import { describe, expect, it } from 'vitest';
import { dir, directory, workspace, workspaces } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { certified, otherAccount, own, shared, uncertified } from './private-ca-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'cba-issuance-observed';
const lookupEvents = 'cloudtrail:LookupEvents';
const connectionStatus = 'workspaces:DescribeWorkspacesConnectionStatus';

const is = (verdict: string) => ({ [dir]: verdict });
const passes = is('COMPLIANT');
const fails = is('NON_COMPLIANT INFORMATIONAL');
const unknown = is('INSUFFICIENT_DATA');
const denied = (operation: string) => is(`INSUFFICIENT_DATA ${operation}`);

/** A certificate that WorkSpaces had a private CA issue, as CloudTrail tells. */
const issued = (members: object = {}, certificateAuthorityArn: string = own): Line => ({
  type: 'CloudTrailEvent',
  resource: {
    EventId: '00000000-0000-4000-8000-000000000001',
    EventName: 'IssueCertificate',
    EventSource: 'acm-pca.amazonaws.com',
    EventTime: '2026-11-20T08:00:00.000Z',
    Username: 'EcmAssumeRoleSession',
    CloudTrailEvent: JSON.stringify({ requestParameters: { certificateAuthorityArn } }),
    ...members,
  },
});

/** That such events were asked for, to the end of the 90 days or only since a time. */
const asked = (StartTime?: string): Line => ({
  type: 'CloudTrailLookup',
  resource: { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'IssueCertificate' }], StartTime },
});

/** A WorkSpace that takes certificates, and when a user was last connected to it. */
const connected = (LastKnownUserConnectionTimestamp?: string, properties: object = {}): Line[] => [
  workspace('ws-1', {
    WorkspaceProperties: { OperatingSystemName: 'WINDOWS_11', Protocols: ['WSP'], ...properties },
  }),
  {
    type: 'WorkspaceConnectionStatus',
    resource: { WorkspaceId: 'ws-1', ConnectionState: 'DISCONNECTED', LastKnownUserConnectionTimestamp },
  },
];
const yesterday = '2026-11-21T08:00:00.000Z';

describe(rule, () => {
  itJudges(rule, {
    'passes a certificate of this week': [{ lines: [certified(), asked(), issued()] }, passes],
    'passes one among the resources of the event': [
      {
        lines: [
          certified(),
          asked(),
          issued({ CloudTrailEvent: undefined, Resources: [{ ResourceType: 'X', ResourceName: own }] }),
        ],
      },
      passes,
    ],
    'passes one although not all events were read': [
      { lines: [certified(), asked('2026-11-19T00:00:00.000Z'), issued()] },
      passes,
    ],
    'passes one of 90 days ago': [
      { lines: [certified(), asked(), issued({ EventTime: '2026-08-24T03:00:00.000Z' })] },
      passes,
    ],
    'fails one of a second before, when users connected since': [
      {
        lines: [certified(), asked(), issued({ EventTime: '2026-08-24T02:59:59.000Z' }), ...connected(yesterday)],
      },
      fails,
    ],
    'fails when users connected without any': [{ lines: [certified(), asked(), ...connected(yesterday)] }, fails],
    'fails when a user is connected now': [
      {
        lines: [
          certified(),
          asked(),
          ...connected().slice(0, 1),
          { type: 'WorkspaceConnectionStatus', resource: { WorkspaceId: 'ws-1', ConnectionState: 'CONNECTED' } },
        ],
      },
      fails,
    ],
    'fails when somebody else had them issued': [
      { lines: [certified(), asked(), issued({ Username: 'alice' }), ...connected(yesterday)] },
      fails,
    ],
    'fails when another private CA issued them': [
      { lines: [certified(), asked(), issued({}, `${own}0`), ...connected(yesterday)] },
      fails,
    ],
    'fails when they were only fetched': [
      { lines: [certified(), asked(), issued({ EventName: 'GetCertificate' }), ...connected(yesterday)] },
      fails,
    ],
    'cannot tell when nobody connected': [{ lines: [certified(), asked(), ...connected()] }, unknown],
    'cannot tell when the last connection is older than the events': [
      { lines: [certified(), asked(), ...connected('2026-08-24T02:59:59.000Z')] },
      unknown,
    ],
    'cannot tell when users connected only to Linux': [
      { lines: [certified(), asked(), ...connected(yesterday, { OperatingSystemName: 'UBUNTU_22_04' })] },
      unknown,
    ],
    'cannot tell when users connected only with PCoIP': [
      { lines: [certified(), asked(), ...connected(yesterday, { Protocols: ['PCOIP'] })] },
      unknown,
    ],
    'cannot tell of a directory without WorkSpaces': [{ lines: [certified(), asked()] }, unknown],
    'cannot tell when the rest of the events was not read': [
      { lines: [certified(), asked('2026-11-19T00:00:00.000Z'), ...connected(yesterday)] },
      unknown,
    ],
    'cannot tell when CloudTrail was not asked for them': [{ lines: [certified(), ...connected(yesterday)] }, unknown],
    'cannot tell when CloudTrail was denied': [
      { lines: [certified(), ...connected(yesterday)], coverage: { [lookupEvents]: 'denied' } },
      denied(lookupEvents),
    ],
    'cannot tell when connections were denied': [
      {
        lines: [certified(), asked(), ...connected().slice(0, 1)],
        coverage: { [connectionStatus]: 'denied' },
      },
      denied(connectionStatus),
    ],
    'cannot tell when WorkSpaces were denied': [
      { lines: [certified(), asked()], coverage: { [workspaces]: 'denied' } },
      denied(workspaces),
    ],
    'cannot tell of a private CA whose events another account has': [
      { lines: [certified(shared), asked(), ...connected(yesterday)] },
      unknown,
    ],
    'leaves out directories with certificates off': [
      { lines: [uncertified(), asked(), ...connected(yesterday)] },
      is('NOT_APPLICABLE'),
    ],
    'leaves out directories that never had them': [{ lines: [directory()] }, is('NOT_APPLICABLE')],
    'leaves out what is deregistered': [{ lines: [certified(own, { State: 'DEREGISTERED' })] }, is('NOT_APPLICABLE')],
  });

  it('says how long ago, or why that is not known', async () => {
    expect(await onlyResult(rule, { lines: [certified(), asked(), issued()] })).toMatchObject({
      packId: 'identity',
      reason: 'The days since WorkSpaces last had the private CA issue a certificate are 1.',
      evidence: { 'certificateAuthority.arn': own, 'certificateAuthority.daysSinceIssue': 1 },
      controls: ['AU-6', 'IA-5(2)'],
    });
    expect((await onlyResult(rule, { lines: [certified(), asked(), ...connected(yesterday)] }))?.reason).toBe(
      'Users connected in the last 90 days, and CloudTrail shows no certificate that WorkSpaces had the private CA issue.',
    );
    expect((await onlyResult(rule, { lines: [certified(shared), asked()] }))?.reason).toBe(
      `Cannot be judged: the private CA belongs to ${otherAccount}, in whose CloudTrail its certificates stand.`,
    );
  });
});
