import { describe, expect, it } from 'vitest';
import { resourceOf } from '../../lib/publish/resource.ts';
import { subject } from './results.ts';

const place = { accountId: '111122223333', region: 'us-east-1' };

describe('the resource of a finding', () => {
  it('is a subnet by its own type', () => {
    const arn = 'arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1';
    expect(resourceOf({ ...place, type: 'subnet', id: 'subnet-1', arn }, {}, 'aws')).toStrictEqual({
      Type: 'AwsEc2Subnet',
      Id: arn,
      Partition: 'aws',
      Region: 'us-east-1',
      Details: { AwsEc2Subnet: { SubnetId: 'subnet-1', SubnetArn: arn } },
    });
  });

  it('is a role by its own type', () => {
    const arn = 'arn:aws:iam::111122223333:role/desktops/users';
    expect(resourceOf({ ...place, type: 'iamRole', id: 'users', arn }, {}, 'aws')).toStrictEqual({
      Type: 'AwsIamRole',
      Id: arn,
      Partition: 'aws',
      Region: 'us-east-1',
      Details: { AwsIamRole: { RoleName: 'users' } },
    });
  });

  it.each(['directory', 'workspace', 'ipGroup'] as const)('is a %s as Other, with the evidence', (type) => {
    const arn = 'arn:aws:workspaces:us-east-1:111122223333:some/x-1';
    expect(resourceOf({ ...place, type, id: 'x-1', arn }, { on: true, none: null, empty: '' }, 'aws')).toStrictEqual({
      Type: 'Other',
      Id: arn,
      Partition: 'aws',
      Region: 'us-east-1',
      Details: { Other: { on: 'true', none: 'null', empty: '(empty)' } },
    });
  });

  it('is an account without details where nothing was read', () => {
    const arn = 'arn:aws:iam::111122223333:root';
    expect(resourceOf({ ...place, type: 'account', id: '111122223333', arn }, {}, 'aws')).toStrictEqual({
      Type: 'AwsAccount',
      Id: 'AWS::::Account:111122223333',
      Partition: 'aws',
      Region: 'us-east-1',
    });
  });

  it('names no partition that the service does not list', () => {
    expect(Object.keys(resourceOf(subject, {}, 'aws-eusc'))).toStrictEqual(['Type', 'Id', 'Region', 'Details']);
  });

  it('shows 50 facts at most and says how many more there are', () => {
    const evidence = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`fact.${n}`, n]));
    const other = resourceOf(subject, evidence, 'aws').Details?.Other ?? {};
    expect([Object.keys(other).length, other['fact.48'], other['(more)']]).toStrictEqual([
      50,
      '48',
      '2 more are not shown',
    ]);
  });
});
