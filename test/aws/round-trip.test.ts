import { DescribeSubnetsCommand, DescribeVpcEndpointsCommand } from '@aws-sdk/client-ec2';
import { DescribeWorkspaceBundlesCommand } from '@aws-sdk/client-workspaces';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOptional, operationOf, type ResourceType } from '../../lib/snapshot/index.ts';
import { emptyResources, isResourceType } from '../../lib/snapshot/resource-types.ts';
import { clientsOf } from './clients.ts';
import { type EstateSnapshot, startAwsDouble } from './index.ts';
import { listings } from './operations/index.ts';
import { readType } from './read-type.ts';
import type { Fields } from './values.ts';
import { anyFields } from './wire/arbitrary.ts';
import { membersOf, serviceModels, shapeOf } from './wire/shapes.ts';

const header: EstateSnapshot['header'] = { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' };
const directory = { DirectoryId: 'd-1234567890' };

/** What the snapshot adds to an item of the answer, or what a reader asks for; its members stand in every resource. */
const fixed: Partial<Record<ResourceType, Fields>> = {
  WorkspaceBundle: { Owner: 'AMAZON' },
  ClientProperties: { ResourceId: 'd-1234567890' },
  DomainController: directory,
  Trust: directory,
  ClientAuthenticationSetting: directory,
  DirectoryCertificate: { ...directory, CertificateId: 'c-1234567890' },
};

/** Answers that hold one resource, not a list of them: where it stands in the output. */
const single: Partial<Record<ResourceType, string>> = { WorkspacesAccount: '', DirectoryCertificate: 'Certificate' };

/** The shape of one resource in AWS's model. */
function shapeOfType(type: ResourceType) {
  const [service = '', operation = ''] = operationOf(type).split(':');
  const model = serviceModels[service];
  if (model === undefined) throw new Error(`no model of ${service}`);
  const output = model.operations[operation]?.output ?? '';
  const member = single[type] ?? listings[operationOf(type)]?.output ?? 'Entries';
  const ref = member === '' ? output : (membersOf(model, output)[member]?.[1] ?? '');
  const shape = shapeOf(model, ref);
  return { model, ref: 'item' in shape ? shape.item[1] : ref };
}

/** Lists of resources that AWS's model allows. */
function anyItems(type: ResourceType): fc.Arbitrary<Fields[]> {
  const { model, ref } = shapeOfType(type);
  const length = type in single || type === 'ClientProperties' ? { minLength: 1, maxLength: 1 } : { maxLength: 3 };
  return fc.array(anyFields(model, ref), length);
}

/** What the SDK hands out, with dates as a snapshot writes them. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The directory that other resources are about, which must be there. */
const ofDirectory: EstateSnapshot['resources'] = [
  { type: 'WorkspaceDirectory', resource: directory },
  { type: 'DirectoryDescription', resource: { ...directory, Type: 'MicrosoftAD' } },
];

async function through(type: ResourceType, resources: readonly Fields[]): Promise<unknown> {
  const lines = resources.map((resource) => ({ type, resource }));
  const others = ofDirectory.filter((each) => each.type !== type);
  const aws = await startAwsDouble({ snapshots: [{ header, resources: [...lines, ...others] }] });
  try {
    return await readType[type]?.(clientsOf(aws.url, header.accountId, header.region));
  } finally {
    await aws.stop();
  }
}

describe('what is put into the double comes out of the unmodified SDK', () => {
  const types = Object.keys(readType).filter(isResourceType);

  test.each(types)('%s, whatever its members', async (type) => {
    await fc.assert(
      fc.asyncProperty(anyItems(type), async (items) => {
        if (type === 'ManagedPrefixListEntries') {
          const list = { PrefixListId: 'pl-12345678', Entries: items };
          expect(plain(await through(type, [list]))).toStrictEqual(items);
          return;
        }
        const sent = items.map((item) => ({ ...item, ...fixed[type] }));
        const added = type === 'ClientAuthenticationSetting' || type === 'DirectoryCertificate' ? ['DirectoryId'] : [];
        const expected = sent.map((item) =>
          Object.fromEntries(Object.entries(item).filter(([member]) => !added.includes(member))),
        );
        expect(plain(await through(type, sent))).toStrictEqual(expected);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('every resource type that a fleet is read into has a reader here and a value that is not empty', () => {
    const filled = types.filter((type) => {
      const { model, ref } = shapeOfType(type);
      return Object.keys(membersOf(model, ref)).length > 0;
    });
    const ofFleet = Object.keys(emptyResources()).filter(
      (type) => isResourceType(type) && !isOptional(operationOf(type)),
    );
    expect(filled.toSorted()).toStrictEqual(ofFleet.sort());
  });

  test('dates are Date objects to the millisecond, in XML and in JSON', async () => {
    const resources: EstateSnapshot['resources'] = [
      { type: 'VpcEndpoint', resource: { CreationTimestamp: '2026-01-02T03:04:05.678Z' } },
      { type: 'WorkspaceBundle', resource: { Owner: 'AMAZON', CreationTime: '2026-01-02T03:04:05.678Z' } },
    ];
    const aws = await startAwsDouble({ snapshots: [{ header, resources }] });
    const { ec2, workspaces } = clientsOf(aws.url, header.accountId, header.region);
    const { VpcEndpoints } = await ec2.send(new DescribeVpcEndpointsCommand({}));
    const { Bundles } = await workspaces.send(new DescribeWorkspaceBundlesCommand({ Owner: 'AMAZON' }));
    await aws.stop();
    const date = new Date('2026-01-02T03:04:05.678Z');
    expect([VpcEndpoints, Bundles]).toStrictEqual([
      [{ CreationTimestamp: date }],
      [{ Owner: 'AMAZON', CreationTime: date }],
    ]);
  });

  test('null members, as assembled files have them, are absent, in XML and in JSON', async () => {
    expect(await through('Subnet', [{ SubnetId: 'subnet-1', VpcId: null }])).toStrictEqual([{ SubnetId: 'subnet-1' }]);
    expect(await through('Workspace', [{ WorkspaceId: 'ws-1', UserName: null }])).toStrictEqual([
      { WorkspaceId: 'ws-1' },
    ]);
  });

  test.each(['Subnet', 'Workspace'] as const)(
    'text that XML would take for markup comes through, in a %s',
    async (type) => {
      const text = ' &lt; & <b c="d"> \'e\' ]]> \r\n\t ü 漢 ';
      const resource = { Tags: [{ Key: text, Value: text }] };
      const sent = type === 'Subnet' ? resource : { WorkspaceName: text };
      expect(await through(type, [sent])).toStrictEqual([sent]);
    },
  );
});

describe('an estate that AWS could not have sent is refused when the double starts', () => {
  test.each([
    [{ SubnetID: 'subnet-1' }, "resource 0 (Subnet).Subnets[0] has the member SubnetID, which AWS's model of Subnet"],
    [{ AvailableIpAddressCount: '7' }, 'resource 0 (Subnet).Subnets[0].AvailableIpAddressCount must be a integer'],
    [{ Ipv6Native: 'no' }, 'resource 0 (Subnet).Subnets[0].Ipv6Native must be a boolean'],
    [{ Tags: {} }, 'resource 0 (Subnet).Subnets[0].Tags must be a list'],
  ])('%j', async (resource, message) => {
    const snapshots: EstateSnapshot[] = [{ header, resources: [{ type: 'Subnet', resource }] }];
    await expect(startAwsDouble({ snapshots })).rejects.toThrow(message);
  });
});

describe('an account sees only what its snapshots hold', () => {
  test('by account and Region; a Region without a snapshot is empty', async () => {
    const subnet = (id: string): EstateSnapshot['resources'] => [{ type: 'Subnet', resource: { SubnetId: id } }];
    const aws = await startAwsDouble({
      snapshots: [
        { header, resources: subnet('subnet-1') },
        { header: { ...header, region: 'us-east-1' }, resources: subnet('subnet-2') },
        { header: { ...header, accountId: '444455556666' }, resources: subnet('subnet-3') },
      ],
    });
    const places = [
      ['111122223333', 'eu-west-1'],
      ['111122223333', 'us-east-1'],
      ['444455556666', 'eu-west-1'],
      ['444455556666', 'us-east-1'],
    ] as const;
    const seen = await Promise.all(
      places.map(async ([accountId, region]) => {
        const { Subnets } = await clientsOf(aws.url, accountId, region).ec2.send(new DescribeSubnetsCommand({}));
        return Subnets;
      }),
    );
    await aws.stop();
    expect(seen).toStrictEqual([
      [{ SubnetId: 'subnet-1' }],
      [{ SubnetId: 'subnet-2' }],
      [{ SubnetId: 'subnet-3' }],
      [],
    ]);
    expect(aws.requests.map(({ accountId, region }) => `${accountId} ${region}`).sort()).toStrictEqual(
      places.map((place) => place.join(' ')).sort(),
    );
  });
});
