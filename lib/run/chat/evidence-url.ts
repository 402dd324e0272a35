/** Where the evidence bucket is. */
export interface EvidencePlace {
  readonly bucket: string;
  readonly region: string;
}

/**
 * The page of S3's console that shows an object of the evidence bucket, or what is below a prefix, to who may see it.
 *
 * @param key of an object, or a prefix that ends in a slash
 */
export function evidenceUrl({ bucket, region }: EvidencePlace, key: string): string {
  const page = key === '' || key.endsWith('/') ? 'buckets' : 'object';
  const query = new URLSearchParams({ region, prefix: key });
  return `https://${consoleOf(region)}/s3/${page}/${encodeURIComponent(bucket)}?${query}`;
}

/** Each partition has a console of its own; only that of the commercial Regions has a host for every Region. */
function consoleOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return region.startsWith('cn-') ? 'console.amazonaws.cn' : `${region}.console.aws.amazon.com`;
}
