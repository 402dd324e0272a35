import { describe, expect, it } from 'vitest';
import type { Case } from './harness.ts';
import {
  access,
  account,
  directory,
  elasticIp,
  group,
  judged,
  natAddress,
  natGateway,
  networkInterface,
  publicInterface,
  streaming,
} from './ip-group-builders.ts';
import { publicRanges } from './public-ranges.ts';

/** What several rules say of one estate. */
async function allJudged(scene: Case, ...ruleIds: readonly string[]) {
  const found: Record<string, Record<string, string>> = {};
  for (const ruleId of ruleIds) found[ruleId.replace('ip-group-', '')] = await judged(ruleId, scene);
  return found;
}

describe('Odd estates', () => {
  it("the service's own default group is as good as none", async () => {
    const lines = [
      directory('d-1', ['wsipg-default'], { SelfservicePermissions: { RebuildWorkspace: 'ENABLED' } }),
      {
        type: 'WorkspacesIpGroup',
        resource: { groupId: 'wsipg-default', groupName: 'default', userRules: [{ ipRule: '0.0.0.0/0' }] },
      },
    ] as const;
    const rules = [
      'associated',
      'no-allow-all',
      'quota-per-directory',
      'self-service-outside-boundary',
      'unsupported-client-types',
    ];
    expect(await allJudged({ lines }, ...rules.map((rule) => `ip-group-${rule}`))).toEqual({
      associated: { 'd-1': 'NON_COMPLIANT MEDIUM' },
      'no-allow-all': { 'd-1': 'NOT_APPLICABLE' },
      'quota-per-directory': { 'd-1': 'NOT_APPLICABLE' },
      'self-service-outside-boundary': { 'd-1': 'NOT_APPLICABLE' },
      'unsupported-client-types': { 'd-1': 'NOT_APPLICABLE' },
    });
  });

  it('a group of the customer that happens to be called default restricts all the same', async () => {
    const lines = [
      directory('d-1', ['wsipg-1']),
      {
        type: 'WorkspacesIpGroup',
        resource: { groupId: 'wsipg-1', groupName: 'Default', userRules: [{ ipRule: '52.0.2.0/24' }] },
      },
    ] as const;
    expect(await allJudged({ lines }, 'ip-group-associated', 'ip-group-no-allow-all')).toEqual({
      associated: { 'd-1': 'COMPLIANT' },
      'no-allow-all': { 'd-1': 'COMPLIANT' },
    });
  });

  it('25 full groups that leave out nobody but private networks admit everyone', async () => {
    const ranges = publicRanges();
    const ids = Array.from({ length: 25 }, (_, index) => `wsipg-${index}`);
    const groups = ids.map((id, index) =>
      group(
        id,
        ranges.filter((_, at) => at % 25 === index),
      ),
    );
    const scene = { lines: [directory('d-1', ids), directory('d-2', ids.slice(1)), ...groups] };
    expect(await allJudged(scene, 'ip-group-no-allow-all', 'ip-group-quota-per-directory')).toEqual({
      'no-allow-all': { 'd-1': 'NON_COMPLIANT HIGH', 'd-2': 'COMPLIANT' },
      'quota-per-directory': { 'd-1': 'COMPLIANT', 'd-2': 'COMPLIANT' },
    });
  });

  it('a locked office: one group is empty, the other names only the private network', async () => {
    const lines = [
      directory('d-1', ['wsipg-1', 'wsipg-2']),
      group('wsipg-1', []),
      group('wsipg-2', ['192.168.7.0/24']),
    ];
    expect(
      await allJudged({ lines }, 'ip-group-not-empty', 'ip-group-rule-public-address', 'ip-group-no-allow-all'),
    ).toEqual({
      'not-empty': { 'wsipg-1': 'NON_COMPLIANT MEDIUM', 'wsipg-2': 'COMPLIANT' },
      'rule-public-address': { 'wsipg-1': 'NOT_APPLICABLE', 'wsipg-2': 'NON_COMPLIANT HIGH' },
      'no-allow-all': { 'd-1': 'COMPLIANT' },
    });
  });

  it('a group that was deleted by hand and is still on the directory', async () => {
    const lines = [directory('d-1', ['wsipg-gone'])];
    expect(
      await allJudged(
        { lines },
        'ip-group-associated',
        'ip-group-no-allow-all',
        'ip-group-not-empty',
        'ip-group-unused',
        'ip-group-quota-per-region',
      ),
    ).toEqual({
      associated: { 'd-1': 'COMPLIANT' },
      'no-allow-all': { 'd-1': 'INSUFFICIENT_DATA' },
      'not-empty': {},
      unused: {},
      'quota-per-region': { [account]: 'NOT_APPLICABLE' },
    });
  });

  it('a VPN appliance on EC2 whose Elastic IP sits on a secondary address, beside an auto-assigned primary one', async () => {
    const lines = [
      directory('d-1', ['wsipg-static', 'wsipg-office']),
      group('wsipg-static', ['52.0.2.10']),
      group('wsipg-office', ['54.9.8.7/32', '52.0.2.10']),
      elasticIp('52.0.2.10', { NetworkInterfaceId: 'eni-vpn' }),
      networkInterface('eni-vpn', {
        Association: { PublicIp: '54.9.8.7', IpOwnerId: 'amazon' },
        PrivateIpAddresses: [
          { Primary: true, Association: { PublicIp: '54.9.8.7', IpOwnerId: 'amazon' } },
          { Primary: false, Association: { PublicIp: '52.0.2.10', IpOwnerId: account } },
        ],
      }),
    ];
    expect(await judged('ip-group-rule-no-dynamic-address', { lines })).toEqual({
      'wsipg-static': 'COMPLIANT',
      'wsipg-office': 'NON_COMPLIANT HIGH',
    });
  });

  it('a NAT gateway replaced overnight: the new one kept the address and brought a second', async () => {
    const lines = [
      directory('d-1', ['wsipg-1']),
      group('wsipg-1', ['52.0.2.10/32']),
      elasticIp('52.0.2.10', { AssociationId: 'eipassoc-new' }),
      elasticIp('52.0.2.11'),
      natGateway('nat-old', [natAddress('52.0.2.10', { AssociationId: 'eipassoc-old' })], { State: 'deleted' }),
      natGateway('nat-new', [natAddress('52.0.2.10', { AssociationId: 'eipassoc-new' }), '52.0.2.11']),
    ];
    expect(
      await allJudged(
        { lines },
        'ip-group-nat-gateway-static-addresses',
        'ip-group-covers-every-nat-address',
        'ip-group-nat-single-udp-egress',
        'ip-group-rule-address-still-owned',
        'ip-group-rule-no-dynamic-address',
      ),
    ).toEqual({
      'nat-gateway-static-addresses': { 'wsipg-1': 'COMPLIANT' },
      'covers-every-nat-address': { 'd-1': 'NON_COMPLIANT MEDIUM' },
      'nat-single-udp-egress': { 'wsipg-1': 'NON_COMPLIANT LOW' },
      'rule-address-still-owned': { 'wsipg-1': 'COMPLIANT' },
      'rule-no-dynamic-address': { 'wsipg-1': 'COMPLIANT' },
    });
  });

  it('a NAT gateway deleted with its address: all that is left is the rule', async () => {
    const scene: Case = {
      lines: [
        directory('d-1', ['wsipg-1']),
        group('wsipg-1', ['52.0.2.10/32']),
        natGateway('nat-old', ['52.0.2.10'], { State: 'deleted' }),
      ],
      baseline: { lines: [elasticIp('52.0.2.10'), natGateway('nat-old', ['52.0.2.10'])] },
    };
    expect(
      await allJudged(
        scene,
        'ip-group-nat-gateway-static-addresses',
        'ip-group-covers-every-nat-address',
        'ip-group-nat-single-udp-egress',
        'ip-group-rule-address-still-owned',
      ),
    ).toEqual({
      'nat-gateway-static-addresses': { 'wsipg-1': 'NON_COMPLIANT HIGH' },
      'covers-every-nat-address': { 'd-1': 'NOT_APPLICABLE' },
      'nat-single-udp-egress': { 'wsipg-1': 'NOT_APPLICABLE' },
      'rule-address-still-owned': { 'wsipg-1': 'NON_COMPLIANT HIGH' },
    });
  });

  it('DCV through an endpoint, PCoIP through the internet, and groups that are meant for both', async () => {
    const lines = [
      directory('d-1', ['wsipg-1'], { WorkspaceAccessProperties: streaming(['vpce-1'], ['PCOIP']) }),
      group('wsipg-1', ['52.0.2.0/24']),
      { type: 'VpcEndpoint', resource: { VpcEndpointId: 'vpce-1', State: 'Available', Groups: [{ GroupId: 'sg-1' }] } },
      { type: 'SecurityGroup', resource: { GroupId: 'sg-1', IpPermissions: [] } },
    ] as const;
    expect(
      await allJudged(
        { lines },
        'ip-group-associated',
        'ip-group-ineffective-with-vpc-endpoint',
        'ip-group-streaming-endpoint-restricted',
        'ip-group-unused',
      ),
    ).toEqual({
      associated: { 'd-1': 'NOT_APPLICABLE' },
      'ineffective-with-vpc-endpoint': { 'd-1': 'NON_COMPLIANT MEDIUM' },
      'streaming-endpoint-restricted': { 'd-1': 'COMPLIANT' },
      unused: { 'wsipg-1': 'COMPLIANT' },
    });
  });

  it('the endpoint of another account, which AWS does not return here, keeps the groups out of force all the same', async () => {
    const lines = [directory('d-1', [], { WorkspaceAccessProperties: streaming(['vpce-shared'], []) })];
    expect(
      await allJudged(
        { lines },
        'ip-group-associated',
        'ip-group-ineffective-with-vpc-endpoint',
        'ip-group-streaming-endpoint-restricted',
      ),
    ).toEqual({
      associated: { 'd-1': 'NOT_APPLICABLE' },
      'ineffective-with-vpc-endpoint': { 'd-1': 'COMPLIANT' },
      'streaming-endpoint-restricted': { 'd-1': 'INSUFFICIENT_DATA' },
    });
  });

  it('one group for three directories: one leaves, one shares it, one relies on it alone', async () => {
    const lines = [
      directory('d-alone', ['wsipg-1']),
      directory('d-leaving', ['wsipg-1'], { State: 'DEREGISTERING' }),
      directory('d-shared', ['wsipg-1', 'wsipg-2']),
      group('wsipg-1', []),
      group('wsipg-2', ['52.0.2.0/24']),
    ];
    const withoutAlone = lines.slice(1);
    expect(await judged('ip-group-not-empty', { lines })).toEqual({
      'wsipg-1': 'NON_COMPLIANT HIGH',
      'wsipg-2': 'COMPLIANT',
    });
    expect(await judged('ip-group-not-empty', { lines: withoutAlone })).toEqual({
      'wsipg-1': 'NON_COMPLIANT MEDIUM',
      'wsipg-2': 'COMPLIANT',
    });
    expect(await judged('ip-group-associated', { lines })).toEqual({
      'd-alone': 'COMPLIANT',
      'd-leaving': 'NOT_APPLICABLE',
      'd-shared': 'COMPLIANT',
    });
  });

  it('an Elastic IP moved from a NAT gateway to a host with an auto-assigned neighbour in the same range', async () => {
    const lines = [
      directory('d-1', ['wsipg-1']),
      group('wsipg-1', ['52.0.2.8/30']),
      elasticIp('52.0.2.10', { AssociationId: 'eipassoc-host', NetworkInterfaceId: 'eni-host' }),
      publicInterface('eni-host', '52.0.2.10', account),
      publicInterface('eni-neighbour', '52.0.2.11', 'amazon'),
      publicInterface('eni-outside', '52.0.2.12', 'amazon'),
      natGateway('nat-old', ['52.0.2.10'], { State: 'deleting' }),
    ];
    expect(
      await allJudged(
        { lines },
        'ip-group-nat-gateway-static-addresses',
        'ip-group-rule-no-dynamic-address',
        'ip-group-rule-address-still-owned',
      ),
    ).toEqual({
      'nat-gateway-static-addresses': { 'wsipg-1': 'NOT_APPLICABLE' },
      'rule-no-dynamic-address': { 'wsipg-1': 'NON_COMPLIANT HIGH' },
      'rule-address-still-owned': { 'wsipg-1': 'NOT_APPLICABLE' },
    });
  });

  it('a file put together by hand says null where AWS says nothing', async () => {
    const lines = [
      directory('d-1', undefined, {
        ipGroupIds: null,
        WorkspaceAccessProperties: access({ AccessEndpointConfig: null }),
        SelfservicePermissions: null,
      }),
      { type: 'WorkspacesIpGroup', resource: { groupId: 'wsipg-1', groupName: null, userRules: null } },
    ] as const;
    expect(
      await allJudged(
        { lines },
        'ip-group-associated',
        'ip-group-ineffective-with-vpc-endpoint',
        'ip-group-quota-rules',
        'ip-group-unused',
      ),
    ).toEqual({
      associated: { 'd-1': 'NON_COMPLIANT MEDIUM' },
      'ineffective-with-vpc-endpoint': { 'd-1': 'NOT_APPLICABLE' },
      'quota-rules': { 'wsipg-1': 'INSUFFICIENT_DATA' },
      unused: { 'wsipg-1': 'NON_COMPLIANT INFORMATIONAL' },
    });
  });
});
