const inArn = /^arn:(aws[a-z-]*):/;

/**
 * The partition of a resource, as its ARN says; where it is not a whole ARN, as the Region's name implies.
 */
export function partitionOf({ arn, region }: { readonly arn: string; readonly region: string }): string {
  return inArn.exec(arn)?.[1] ?? ofRegion(region);
}

function ofRegion(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
