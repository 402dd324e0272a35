import type { Place } from './place.ts';

/** What an auditor meets in a real account: something could not be read, something was not answered. */
export function leaveGaps(place: Place): void {
  const { partition, accountId } = place.origin;
  const reader = `arn:${partition}:sts::${accountId}:assumed-role/workspaces-auditor/nightly`;
  place.refused.push({
    operation: 'ec2:DescribeVpcEndpoints',
    status: 'denied',
    count: 0,
    errorCode: 'UnauthorizedOperation',
    message: `You are not authorized to perform this operation. User: ${reader} is not authorized to perform: ec2:DescribeVpcEndpoints because no identity-based policy allows the ec2:DescribeVpcEndpoints action`,
  });
  delete place.directory('records').EndpointEncryptionMode;
}
