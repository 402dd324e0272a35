import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { Severity } from '../model/outcome.ts';
import { cut } from './text.ts';

/** A finding that is known by its id, with all that Security Hub requires. */
export interface Finding extends AwsSecurityFinding {
  Id: string;
}

/** Where and when a finding stands: what is the same for a result and for a gap in coverage. */
export interface Sighting {
  /** Stable across runs: rule, account, Region, subject. */
  readonly id: string;
  readonly state: 'open' | 'resolved';
  /** When it was first seen; ISO 8601, as all of these. Security Hub keeps the first `CreatedAt` that it was told. */
  readonly firstObservedAt: string;
  /** When the snapshot was captured that shows it last. */
  readonly lastObservedAt: string;
  /** When this version of the finding was made: Security Hub ignores an import that is not newer. */
  readonly updatedAt: string;
}

/**
 * Lengths that Security Hub accepts.
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html (Id, GeneratorId, Title,
 *   Description, ProductFields)
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Recommendation.html (Text)
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Compliance.html (RelatedRequirements, StatusReasons)
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources-attributes.html (Details.Other)
 */
export const limits = {
  id: 512,
  generatorId: 512,
  title: 256,
  description: 1024,
  recommendationText: 512,
  /** Documented as a URL without a length; the shortest that other fields have. */
  recommendationUrl: 512,
  resourceId: 512,
  relatedRequirements: 32,
  relatedRequirement: 64,
  statusReasonDescription: 1024,
  productFields: 50,
  fieldName: 128,
  productField: 2048,
  otherFields: 50,
  otherField: 1024,
} as const;

/** The default product of an account, which takes findings from that account only. */
const productArn = (partition: string, region: string, accountId: string): string =>
  `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`;

/** The members that every finding of ours has. */
export function commonMembers(
  { id, state, firstObservedAt, lastObservedAt, updatedAt }: Sighting,
  place: { readonly partition: string; readonly accountId: string; readonly region: string },
) {
  return {
    SchemaVersion: '2018-10-08',
    Id: cut(id, limits.id),
    ProductArn: productArn(place.partition, place.region, place.accountId),
    ProductName: 'WorkSpaces Auditor',
    AwsAccountId: place.accountId,
    Region: place.region,
    CreatedAt: firstObservedAt,
    FirstObservedAt: firstObservedAt,
    LastObservedAt: lastObservedAt,
    UpdatedAt: updatedAt,
    RecordState: state === 'open' ? 'ACTIVE' : 'ARCHIVED',
  } as const;
}

/**
 * Severity and types, for the finding itself and for its provider's fields: imports may only change the latter, but
 * some readers look at the former.
 */
export function rating(label: Severity, types: readonly string[]) {
  const severity = { Label: label, Original: label };
  return {
    Severity: severity,
    Types: [...types],
    FindingProviderFields: { Severity: severity, Types: [...types] },
  };
}
