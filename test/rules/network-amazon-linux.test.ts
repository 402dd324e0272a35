import { describe, expect, it } from 'vitest';
import { directory, subnet, workspace, workspaces } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import {
  endpoint,
  natGateway,
  own,
  readEndpoints,
  readRouteTables,
  routeTable,
  shared,
  toInternet,
} from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'amazon-linux-repository-access';
const passes = { 'subnet-0a': 'COMPLIANT' };
const broken = { 'subnet-0a': 'NON_COMPLIANT LOW' };
const unknown = { 'subnet-0a': 'INSUFFICIENT_DATA' };
const notApplicable = { 'subnet-0a': 'NOT_APPLICABLE' };
const missing = (...operations: string[]) => ({ 'subnet-0a': `INSUFFICIENT_DATA ${operations.join(' ')}` });

const running = (OperatingSystemName?: string, members: object = {}) =>
  workspace('ws-1', { WorkspaceProperties: { OperatingSystemName }, ...members });
const linux = running('AMAZON_LINUX_2');
const isolated = (...more: readonly Line[]): Line[] => [
  directory({ SubnetIds: ['subnet-0a'] }),
  linux,
  routeTable(['subnet-0a'], []),
  ...more,
];
const a = subnet('subnet-0a', own);
const estate = (...more: readonly Line[]): Case => ({ lines: isolated(a, ...more) });

const policy = (...Statement: readonly object[]) => ({ PolicyDocument: JSON.stringify({ Statement }) });
const allow = (members: object = {}) => ({
  ...{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
  ...members,
});
const repository = allow({ Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::amazonlinux.*.amazonaws.com/*'] });
const gateway = (members: object = {}) =>
  endpoint('vpce-0a', { RouteTableIds: ['rtb-subnet-0a'], ...policy(allow()), ...members });
const withPolicy = (...statements: readonly object[]) => estate(gateway(policy(...statements)));
const interfaceEndpoint = (members: object = {}) =>
  gateway({ VpcEndpointType: 'Interface', RouteTableIds: [], PrivateDnsEnabled: true, ...members });

describe('an endpoint of Amazon S3', () => {
  itJudges(rule, {
    'passes as a gateway on the route table of the subnet': [estate(gateway()), passes],
    'passes as an interface with private DNS': [estate(interfaceEndpoint()), passes],
    'says nothing on another route table': [estate(gateway({ RouteTableIds: ['rtb-other'] })), broken],
    'says nothing as an interface without private DNS': [
      estate(interfaceEndpoint({ PrivateDnsEnabled: false })),
      broken,
    ],
    'says nothing as an interface of which only resolvers outside are told': [
      estate(interfaceEndpoint({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } })),
      broken,
    ],
    'says nothing in another VPC': [estate(interfaceEndpoint({ VpcId: 'vpc-0b' })), broken],
    'says nothing when it is one of another service': [
      estate(gateway({ ServiceName: 'com.amazonaws.us-east-1.dynamodb' })),
      broken,
    ],
    'says nothing when it is one of another Region': [
      estate(interfaceEndpoint({ ServiceName: 'com.amazonaws.us-west-2.s3' })),
      broken,
    ],
    'says nothing until it is available': [estate(gateway({ State: 'pending' })), broken],
    'may write its state in capitals': [estate(gateway({ State: 'Available' })), passes],
    'cannot be told with a state that is new': [estate(gateway({ State: 'paused' })), unknown],
    'cannot be told with a type that is new': [estate(gateway({ VpcEndpointType: 'Tunnel' })), unknown],
    'is not needed where the internet is': [
      {
        lines: [
          directory({ SubnetIds: ['subnet-0a'] }),
          linux,
          a,
          routeTable(['subnet-0a'], [toInternet('nat-0a')]),
          natGateway('nat-0a'),
        ],
        coverage: { [readEndpoints]: 'denied' },
      },
      passes,
    ],
    'needs no route tables as an interface': [
      {
        lines: [directory({ SubnetIds: ['subnet-0a'] }), linux, a, interfaceEndpoint()],
        coverage: { [readRouteTables]: 'denied' },
      },
      passes,
    ],
  });
});

describe('its policy', () => {
  itJudges(rule, {
    'passes with the repository alone': [withPolicy(repository), passes],
    'passes as a single statement': [
      estate(gateway({ PolicyDocument: JSON.stringify({ Statement: repository }) })),
      passes,
    ],
    'may write actions in any case': [withPolicy({ ...repository, Action: 'S3:getobject' }), passes],
    'may name everyone as an AWS principal': [withPolicy({ ...repository, Principal: { AWS: '*' } }), passes],
    'fails with other buckets alone': [withPolicy(allow({ Resource: 'arn:aws:s3:::our-bucket/*' })), broken],
    'fails with other actions alone': [withPolicy({ ...repository, Action: 's3:ListBucket' }), broken],
    'fails with the repository of another Region': [
      withPolicy({ ...repository, Resource: 'arn:aws:s3:::amazonlinux.eu-west-1.amazonaws.com/*' }),
      broken,
    ],
    'fails when it is denied besides': [withPolicy(allow(), { ...repository, Effect: 'Deny' }), broken],
    'fails when everything but another bucket is denied': [
      withPolicy(allow(), allow({ Effect: 'Deny', Resource: undefined, NotResource: 'arn:aws:s3:::our-bucket/*' })),
      broken,
    ],
    'passes when other actions are denied': [withPolicy(allow(), allow({ Effect: 'Deny', Action: 's3:Put*' })), passes],
    'passes when all actions but writing are allowed': [
      withPolicy(allow({ Action: undefined, NotAction: ['s3:PutObject'] })),
      passes,
    ],
    'cannot be told with a condition': [
      withPolicy({ ...repository, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      unknown,
    ],
    'cannot be told with a denial under a condition': [
      withPolicy(allow(), { ...repository, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      unknown,
    ],
    'cannot be told for some principals': [
      withPolicy({ ...repository, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
      unknown,
    ],
    'cannot be told when it cannot be read': [estate(gateway({ PolicyDocument: '{"Statement":' })), unknown],
    'cannot be told when it is something else': [estate(gateway({ PolicyDocument: '[]' })), unknown],
    'cannot be told when it is absent': [estate(gateway({ PolicyDocument: undefined })), unknown],
    'does not matter beside another endpoint that lets it through': [
      estate(gateway({ PolicyDocument: undefined }), { ...interfaceEndpoint({ VpcEndpointId: 'vpce-0b' }) }),
      passes,
    ],
    'is one of its partition': [
      {
        region: 'us-gov-west-1',
        lines: isolated(
          a,
          gateway({
            ServiceName: 'com.amazonaws.us-gov-west-1.s3',
            ...policy({ ...repository, Resource: 'arn:aws-us-gov:s3:::amazonlinux.*.amazonaws.com/*' }),
          }),
        ),
      },
      passes,
    ],
  });
});

describe('where the repository is needed', () => {
  const without = (...more: readonly Line[]): Case => ({
    lines: [directory({ SubnetIds: ['subnet-0a'] }), a, routeTable(['subnet-0a'], []), ...more],
  });
  itJudges(rule, {
    'not without endpoint and internet': [estate(), broken],
    'not for Windows': [without(running('WINDOWS_11')), notApplicable],
    'not for another Linux': [without(running('UBUNTU_22_04')), notApplicable],
    'not in an empty subnet': [without(), notApplicable],
    'not for one that is terminated': [without(running('AMAZON_LINUX_2', { State: 'TERMINATED' })), notApplicable],
    'not for one in another subnet': [without(running('AMAZON_LINUX_2', { SubnetId: 'subnet-0b' })), notApplicable],
    'not known for a system that is not known': [without(running('UNKNOWN')), unknown],
    'not known without a system': [without(running()), unknown],
    'known from one WorkSpace of several': [without(linux, workspace('ws-2', { WorkspaceProperties: {} })), broken],
    'not known when WorkSpaces were denied': [
      { ...without(), coverage: { [workspaces]: 'denied' } },
      missing(workspaces),
    ],
    'known from WorkSpaces that were read in part': [
      { ...without(linux), coverage: { [workspaces]: 'partial' } },
      broken,
    ],
    'not known when endpoints were denied': [
      { ...estate(), coverage: { [readEndpoints]: 'denied' } },
      missing(readEndpoints),
    ],
    'not known when route tables were denied': [
      { lines: [directory({ SubnetIds: ['subnet-0a'] }), linux, a], coverage: { [readRouteTables]: 'denied' } },
      missing(readRouteTables),
    ],
    'not known behind a hub': [
      { lines: [directory({ SubnetIds: ['subnet-0a'] }), linux, a, routeTable(['subnet-0a'], [toInternet('tgw-0a')])] },
      unknown,
    ],
    'not known in a shared subnet, whose owner alone can read the endpoints': [
      { lines: isolated(subnet('subnet-0a', shared)) },
      unknown,
    ],
  });

  it('says what is missing', async () => {
    expect(await onlyResult(rule, estate(gateway(policy(allow({ Action: 's3:PutObject' })))))).toMatchObject({
      packId: 'network',
      subject: { type: 'subnet', id: 'subnet-0a' },
      reason:
        'No endpoint of Amazon S3 that the subnet uses lets the repository through (endpoints: vpce-0a); the internet, or a part of it, has no route (routes to it: none).',
      evidence: { amazonLinux2WorkspaceCount: 1, 's3Endpoints.ids': ['vpce-0a'], 's3Endpoints.openToRepository': [] },
      controls: ['SI-2', 'CM-6'],
      missing: [],
    });
  });
});
