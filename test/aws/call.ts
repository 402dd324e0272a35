import type { Estate } from './estate.ts';
import type { Fields } from './values.ts';

/** One request as the service understands it. */
export interface Call {
  /** The account whose credentials signed the request. */
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
  /** Signing name, which is also the IAM prefix: `ec2`. */
  readonly service: string;
  /** `DescribeSubnets` */
  readonly operation: string;
  /** IAM action, `ec2:DescribeSubnets`. */
  readonly action: string;
  /** Under the SDK's member names. */
  readonly input: Fields;
  readonly callerArn: string;
}

/** Faults that change which items stand on which page. */
export interface PageFaults {
  readonly repeatToken: boolean;
  readonly duplicate: boolean;
}

/** What an operation may look at besides the call. */
export interface Surroundings {
  readonly estate: Estate;
  /** At most so many items a page, whatever the caller asks for; undefined leaves AWS's own limits. */
  readonly pageSize: number | undefined;
  readonly pageFaults: PageFaults;
}

/** Answers one operation. @throws AwsError */
export type Operation = (call: Call, surroundings: Surroundings) => Fields;
