import { Partition, type Resource, type ResourceDetails } from '@aws-sdk/client-securityhub';
import type { Json } from '../model/report.ts';
import type { SubjectId } from '../model/subject.ts';
import { limits } from './asff-finding.ts';
import { fieldMap, otherLimits } from './fields.ts';
import { cut } from './text.ts';

/**
 * The resource of a finding. ASFF has types for accounts, security groups, subnets and roles, none for anything of WorkSpaces.
 * The evidence goes into `Details.Other`, which may stand beside a type's own details.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources-attributes.html
 */
export function resourceOf(
  subject: SubjectId,
  evidence: { readonly [fact: string]: Json },
  partition: string,
): Resource & { Id: string } {
  const known = Object.values(Partition).find((name) => name === partition);
  const details = { ...ownDetails(subject), ...otherDetails(evidence) };
  return {
    ...identity(subject),
    // The list in the API leaves out newer partitions, and an unknown one fails the finding.
    ...(known === undefined ? {} : { Partition: known }),
    Region: subject.region,
    ...(Object.keys(details).length === 0 ? {} : { Details: details }),
  };
}

function identity({ type, id, arn, accountId }: SubjectId): { Type: string; Id: string } {
  switch (type) {
    case 'account':
      // The form in which Security Hub's own controls name an account.
      return { Type: 'AwsAccount', Id: `AWS::::Account:${accountId}` };
    case 'securityGroup':
      return { Type: 'AwsEc2SecurityGroup', Id: cut(arn, limits.resourceId) };
    case 'subnet':
      return { Type: 'AwsEc2Subnet', Id: cut(arn, limits.resourceId) };
    case 'iamRole':
      return { Type: 'AwsIamRole', Id: cut(arn, limits.resourceId) };
    default:
      return { Type: 'Other', Id: cut(arn === '' ? id : arn, limits.resourceId) };
  }
}

function ownDetails({ type, id, arn }: SubjectId): ResourceDetails {
  if (type === 'securityGroup') return { AwsEc2SecurityGroup: { GroupId: cut(id, limits.resourceId) } };
  if (type === 'subnet') {
    return { AwsEc2Subnet: { SubnetId: cut(id, limits.resourceId), SubnetArn: cut(arn, limits.resourceId) } };
  }
  if (type === 'iamRole') return { AwsIamRole: { RoleName: cut(id, limits.resourceId) } };
  return {};
}

function otherDetails(evidence: { readonly [fact: string]: Json }): ResourceDetails {
  const other = fieldMap(evidence, otherLimits);
  return Object.keys(other).length === 0 ? {} : { Other: other };
}
