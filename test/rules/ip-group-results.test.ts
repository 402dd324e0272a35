import { describe, expect, it } from 'vitest';
import type { Case, Line } from './harness.ts';
import {
  access,
  directory,
  elasticIp,
  group,
  natGateway,
  onlyResult,
  publicInterface,
  streaming,
} from './ip-group-builders.ts';

const used = directory('d-1', ['wsipg-1']);
const rules = (...ranges: readonly string[]) => group('wsipg-1', ranges);
const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));

/** What a reader of the report sees beside the status. */
async function told(ruleId: string, scene: Case) {
  const { status, severity, subject, reason, evidence, missing } = await onlyResult(ruleId, scene);
  return { status, severity, subject: `${subject.type} ${subject.id}`, reason, evidence, missing };
}

const violation = (severity: string, subject: string) => ({ status: 'NON_COMPLIANT', severity, subject, missing: [] });

const pendingEndpoint: readonly Line[] = [
  directory('d-1', [], { WorkspaceAccessProperties: streaming(['vpce-1'], []) }),
  { type: 'VpcEndpoint', resource: { VpcEndpointId: 'vpce-1', State: 'Pending', Groups: [{ GroupId: 'sg-1' }] } },
  {
    type: 'SecurityGroup',
    resource: {
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  },
];

describe('A result says what was found', () => {
  it.each<[string, Case, object]>([
    [
      'ip-group-associated',
      { lines: [directory('d-1', [])] },
      {
        ...violation('MEDIUM', 'directory d-1'),
        reason: 'No IP access control group is associated, so the default group lets users connect from any address.',
        evidence: { ipGroupIds: [], state: 'REGISTERED', streamingEndpointIds: [] },
      },
    ],
    [
      'ip-group-not-empty',
      { lines: [used, rules()] },
      {
        ...violation('HIGH', 'ipGroup wsipg-1'),
        reason: 'The group has no rules and is associated with d-1; directories that it shuts entirely: d-1.',
        evidence: { 'directories.withOnlyEmptyGroups': ['d-1'], directoryIds: ['d-1'], ruleCount: 0, rules: [] },
      },
    ],
    [
      'ip-group-no-allow-all',
      { lines: [directory('d-1', ['wsipg-2', 'wsipg-1']), rules('128.0.0.0/1', '52.0.2.0/1'), group('wsipg-2', [])] },
      {
        ...violation('HIGH', 'directory d-1'),
        reason: 'The groups wsipg-1, wsipg-2 together admit every public IPv4 address.',
        evidence: {
          ipGroupIds: ['wsipg-1', 'wsipg-2'],
          'ipGroups.openFamilies': ['IPv4'],
          'ipGroups.ranges': ['0.0.0.0/1', '128.0.0.0/1'],
          state: 'REGISTERED',
        },
      },
    ],
    [
      'ip-group-rule-public-address',
      { lines: [used, rules('10.1.2.3/8', '8.0.0.0/5', '203.0.113.25')] },
      {
        ...violation('MEDIUM', 'ipGroup wsipg-1'),
        reason:
          'The rules 10.1.2.3/8 lie in private or reserved ranges and match no client; directories left without any other rule: none.',
        evidence: {
          'directories.withOnlyReservedRules': [],
          directoryIds: ['d-1'],
          ruleCount: 3,
          rules: ['10.1.2.3/8', '203.0.113.25', '8.0.0.0/5'],
          'rules.reserved': ['10.1.2.3/8'],
          notes: [
            '8.0.0.0/5 hold reserved ranges beside public ones.',
            '203.0.113.25 lie in ranges set aside for documentation.',
          ],
        },
      },
    ],
    [
      'ip-group-rule-no-dynamic-address',
      {
        lines: [
          used,
          rules('54.9.8.0/24'),
          publicInterface('eni-1', '54.9.8.7', 'amazon'),
          elasticIp('54.9.8.8', { ServiceManaged: 'nlb' }),
          elasticIp('54.9.8.9'),
        ],
      },
      {
        ...violation('HIGH', 'ipGroup wsipg-1'),
        reason: expect.stringMatching(/^Auto-assigned.*: 54\.9\.8\.7; .*load balancer.*: 54\.9\.8\.8\.$/),
        evidence: {
          'addresses.autoAssigned': ['54.9.8.7'],
          'addresses.ofAccount': ['54.9.8.7', '54.9.8.8', '54.9.8.9'],
          'addresses.serviceManaged': ['54.9.8.8'],
          directoryIds: ['d-1'],
          rules: ['54.9.8.0/24'],
        },
      },
    ],
    [
      'ip-group-nat-gateway-static-addresses',
      {
        lines: [
          used,
          rules('52.0.2.0/24'),
          natGateway('nat-1', ['52.0.2.10'], { AvailabilityMode: 'regional', AutoScalingIps: 'enabled' }),
          natGateway('nat-2', ['52.0.2.11'], { State: 'deleted' }),
          natGateway('nat-3', ['52.0.2.12']),
          elasticIp('52.0.2.12'),
        ],
      },
      {
        ...violation('HIGH', 'ipGroup wsipg-1'),
        reason:
          "Rules are stale, because these gateways no longer exist: nat-2; regional gateways to which AWS adds addresses as they scale: nat-1; addresses that are not Elastic IPs of the account's own: 52.0.2.10.",
        evidence: {
          directoryIds: ['d-1'],
          'natGateways.addressesNotOwned': ['52.0.2.10'],
          'natGateways.ended': ['nat-2'],
          'natGateways.ids': ['nat-1', 'nat-2', 'nat-3'],
          'natGateways.scaling': ['nat-1'],
          rules: ['52.0.2.0/24'],
        },
      },
    ],
    [
      'ip-group-covers-every-nat-address',
      { lines: [used, rules('52.0.2.10'), natGateway('nat-1', ['52.0.2.11', '52.0.2.10'])] },
      {
        ...violation('MEDIUM', 'directory d-1'),
        reason: 'Public addresses of nat-1 that no associated group admits: 52.0.2.11.',
        evidence: {
          ipGroupIds: ['wsipg-1'],
          'ipGroups.ranges': ['52.0.2.10/32'],
          'natGateways.addressesNotAdmitted': ['52.0.2.11'],
          'natGateways.configuredWithoutAdmittedAddress': [],
          'natGateways.userEgress': ['nat-1'],
          state: 'REGISTERED',
        },
      },
    ],
    [
      'ip-group-nat-single-udp-egress',
      {
        lines: [
          directory('d-1', ['wsipg-1'], { StreamingProperties: { StreamingExperiencePreferredProtocol: 'UDP' } }),
          directory('d-2', ['wsipg-1'], { StreamingProperties: { StreamingExperiencePreferredProtocol: 'TCP' } }),
          rules('52.0.2.10'),
          natGateway('nat-1', ['52.0.2.10', '52.0.2.11']),
        ],
      },
      {
        ...violation('LOW', 'ipGroup wsipg-1'),
        reason: 'A session can leave through several addresses: nat-1 (2 addresses).',
        evidence: {
          directoryIds: ['d-1', 'd-2'],
          'natGateways.inService': ['nat-1'],
          'natGateways.withSeveralAddresses': ['nat-1 (2 addresses)'],
          rules: ['52.0.2.10'],
          notes: ['d-1 prefer UDP for streaming.'],
        },
      },
    ],
    [
      'ip-group-rule-address-still-owned',
      {
        lines: [used, rules('52.0.2.11', '52.0.2.12'), elasticIp('52.0.2.12', { AssociationId: undefined })],
        baseline: { lines: [elasticIp('52.0.2.11')] },
      },
      {
        ...violation('HIGH', 'ipGroup wsipg-1'),
        reason:
          'Elastic IPs that the account has released, so that another customer may hold them: 52.0.2.11; Elastic IPs that are associated with nothing: 52.0.2.12.',
        evidence: {
          directoryIds: ['d-1'],
          'elasticIps.idle': ['52.0.2.12'],
          'elasticIps.named': ['52.0.2.11', '52.0.2.12'],
          'elasticIps.provenReleased': ['52.0.2.11'],
          'elasticIps.released': ['52.0.2.11'],
          rules: ['52.0.2.11', '52.0.2.12'],
        },
      },
    ],
    [
      'ip-group-ineffective-with-vpc-endpoint',
      { lines: [directory('d-1', ['wsipg-1'], { WorkspaceAccessProperties: streaming(['vpce-1'], ['PCOIP']) })] },
      {
        ...violation('MEDIUM', 'directory d-1'),
        reason:
          'The groups wsipg-1 do not apply to the streaming endpoint vpce-1; PCoIP falls back to the internet, where no group restricts it.',
        evidence: {
          'accessProperties.streamingEndpointIds': ['vpce-1'],
          internetFallbackProtocols: ['PCOIP'],
          ipGroupIds: ['wsipg-1'],
          state: 'REGISTERED',
        },
      },
    ],
    [
      'ip-group-streaming-endpoint-restricted',
      { lines: pendingEndpoint },
      {
        ...violation('HIGH', 'directory d-1'),
        reason: 'Users cannot stream: vpce-1 (pending); the security groups of vpce-1 admit every address.',
        evidence: {
          state: 'REGISTERED',
          streamingEndpointIds: ['vpce-1'],
          'streamingEndpoints.notAvailable': ['vpce-1 (pending)'],
          'streamingEndpoints.openToAnywhere': ['vpce-1'],
        },
      },
    ],
    [
      'ip-group-quota-per-directory',
      {
        lines: [
          directory(
            'd-1',
            times(26, (index) => `wsipg-${index}`),
          ),
        ],
      },
      {
        ...violation('LOW', 'directory d-1'),
        reason: '26 IP access control groups are associated; the limit is 25.',
        evidence: { ipGroupCount: 26, state: 'REGISTERED' },
      },
    ],
    [
      'ip-group-quota-per-region',
      { lines: times(101, (index) => group(`wsipg-${index}`, [])) },
      {
        ...violation('LOW', 'account 111122223333'),
        reason: '101 IP access control groups exist in the Region; the limit is 100.',
        evidence: { ipGroupCount: 101 },
      },
    ],
    [
      'ip-group-quota-rules',
      { lines: [rules(...times(10, (index) => `52.${index}.0.0/16`), '52.3.4.0/24')] },
      {
        ...violation('LOW', 'ipGroup wsipg-1'),
        reason: 'The group has 11 rules; the limit is 10.',
        evidence: { ruleCount: 11, notes: ['52.3.4.0/24 are contained in other rules of the group.'] },
      },
    ],
    [
      'ip-group-unused',
      { lines: [directory('d-1', []), rules()] },
      {
        ...violation('INFORMATIONAL', 'ipGroup wsipg-1'),
        reason: 'No directory of the Region uses the group.',
        evidence: { referencedBy: [], registeredDirectoryCount: 1 },
      },
    ],
    [
      'ip-group-unsupported-client-types',
      {
        lines: [
          directory('d-1', ['wsipg-1'], {
            WorkspaceAccessProperties: access({ DeviceTypeLinux: 'ALLOW', DeviceTypeWorkSpacesThinClient: 'ALLOW' }),
          }),
        ],
      },
      {
        ...violation('MEDIUM', 'directory d-1'),
        reason: 'Linux clients are set to ALLOW; WorkSpaces Thin Client is set to ALLOW.',
        evidence: {
          'devices.linux': 'ALLOW',
          'devices.thinClient': 'ALLOW',
          ipGroupIds: ['wsipg-1'],
          state: 'REGISTERED',
        },
      },
    ],
    [
      'ip-group-self-service-outside-boundary',
      { lines: [directory('d-1', ['wsipg-1'], { SelfservicePermissions: { RebuildWorkspace: 'ENABLED' } })] },
      {
        ...violation('LOW', 'directory d-1'),
        reason: expect.stringMatching(/^self-service rebuild is ENABLED\.$/i),
        evidence: {
          ipGroupIds: ['wsipg-1'],
          'selfService.rebuild': 'ENABLED',
          'selfService.restart': { unknown: 'Directories[d-1].SelfservicePermissions.RestartWorkspace is absent' },
          state: 'REGISTERED',
        },
      },
    ],
  ])('%s', async (ruleId, scene, expected) => {
    expect(await told(ruleId, scene)).toEqual(expected);
  });
});

describe('A result says what was not', () => {
  it.each<[string, string, Case, object]>([
    [
      'a denied operation',
      'ip-group-no-allow-all',
      { lines: [used], coverage: { 'workspaces:DescribeIpGroups': 'denied' } },
      {
        reason: 'Cannot be judged: workspaces:DescribeIpGroups was denied (AccessDeniedException).',
        missing: ['workspaces:DescribeIpGroups'],
      },
    ],
    [
      'a group that does not exist',
      'ip-group-no-allow-all',
      { lines: [used] },
      { reason: 'Cannot be judged: workspaces:DescribeIpGroups did not return wsipg-1.', missing: [] },
    ],
    [
      'a rule that cannot be read',
      'ip-group-no-allow-all',
      { lines: [used, rules('the office')] },
      { reason: 'Cannot be judged: rule "the office" of wsipg-1 is not an IP address or network.', missing: [] },
    ],
    [
      'the path of an absent member',
      'ip-group-quota-rules',
      { lines: [used, group('wsipg-1')] },
      { reason: 'Cannot be judged: Result[wsipg-1].userRules is absent.', missing: [] },
    ],
    [
      'the path and value of an unknown state',
      'ip-group-nat-gateway-static-addresses',
      {
        lines: [
          used,
          rules('52.0.2.10'),
          elasticIp('52.0.2.10'),
          natGateway('nat-1', ['52.0.2.10'], { State: 'asleep' }),
        ],
      },
      { reason: 'Cannot be judged: NatGateways[nat-1].State has the unknown value "asleep".', missing: [] },
    ],
    [
      'a baseline that was not given',
      'ip-group-rule-address-still-owned',
      { lines: [used, rules('52.0.2.11')] },
      { reason: 'Cannot be judged: no baseline says whether 52.0.2.11 was an Elastic IP of the account.', missing: [] },
    ],
  ])('%s', async (_, ruleId, scene, expected) => {
    const { status, reason, missing } = await told(ruleId, scene);
    expect({ status, reason, missing }).toEqual({ status: 'INSUFFICIENT_DATA', ...expected });
  });
});
