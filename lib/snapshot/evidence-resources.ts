import * as z from 'zod';
import { list, part, shape, text } from './members.ts';

/**
 * The raw shapes of AWS CloudTrail, AWS KMS and AWS Organizations. As in the other shapes, any member may be absent or
 * null, and what no fact reads passes through unchecked.
 */

/** `CloudTrailEvent` is JSON text, of which a collection keeps only what facts read. */
export const cloudTrailEvent = shape({
  EventId: z.string(),
  EventName: text,
  EventTime: text,
  EventSource: text,
  Username: text,
  Resources: list(shape({ ResourceType: text, ResourceName: text })),
  CloudTrailEvent: text,
});

/** A request to `LookupEvents` of which all answers are in the file. Without `StartTime`, back to the last 90 days. */
export const cloudTrailLookup = shape({
  LookupAttributes: z.array(shape({ AttributeKey: z.string(), AttributeValue: z.string() })).length(1),
  StartTime: text,
});

/** A key as it is named elsewhere, by id, ARN or alias, and what KMS says of it. */
export const keyMetadata = shape({
  KeyId: z.string(),
  KeyMetadata: part({
    Arn: text,
    AWSAccountId: text,
    KeyState: text,
    KeyManager: text,
    KeySpec: text,
    KeyUsage: text,
    DeletionDate: text,
  }),
});

export const organization = shape({ Id: z.string(), MasterAccountId: text });
export const organizationAccount = shape({ Id: z.string(), State: text, Status: text });

export type CloudTrailEvent = z.infer<typeof cloudTrailEvent>;
export type CloudTrailLookup = z.infer<typeof cloudTrailLookup>;
export type KeyMetadata = z.infer<typeof keyMetadata>;
export type Organization = z.infer<typeof organization>;
export type OrganizationAccount = z.infer<typeof organizationAccount>;
