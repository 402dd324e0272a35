import * as z from 'zod';
import { flag, list, part, shape, text } from './members.ts';

/**
 * The raw shapes of services around sign-in: IAM, AWS Private CA, Secrets Manager, IAM Identity Center and AWS RAM. As
 * in the other shapes, any member may be absent or null, and what no fact reads passes through unchecked.
 */

/** A policy: JSON text, URL-encoded by IAM; the AWS CLI prints it decoded. Read by the facts, which say what is odd. */
const document = z.union([z.string(), shape({})]).nullish();

export const role = shape({
  RoleName: z.string(),
  Path: text,
  Arn: text,
  AssumeRolePolicyDocument: document,
});

export const rolePolicyNames = shape({ RoleName: z.string(), PolicyNames: list(z.string()) });
export const rolePolicy = shape({ RoleName: z.string(), PolicyName: z.string(), PolicyDocument: document });
export const attachedRolePolicies = shape({
  RoleName: z.string(),
  AttachedPolicies: list(shape({ PolicyName: text, PolicyArn: text })),
});
export const policy = shape({ Arn: z.string(), DefaultVersionId: text });
export const policyVersion = shape({ PolicyArn: z.string(), VersionId: z.string(), Document: document });
export const samlProviderListEntry = shape({ Arn: z.string(), ValidUntil: text });

export const certificateAuthority = shape({
  Arn: z.string(),
  Status: text,
  NotAfter: text,
  UsageMode: text,
  CertificateAuthorityConfiguration: part({ KeyAlgorithm: text }),
  RevocationConfiguration: part({
    CrlConfiguration: part({ Enabled: flag, CustomCname: text, S3BucketName: text, S3ObjectAcl: text }),
  }),
});
export const certificateAuthorityTags = shape({
  CertificateAuthorityArn: z.string(),
  Tags: list(shape({ Key: text })),
});

/** An item of `ListResources` of AWS RAM, whose own type name says nothing: something that another account shares. */
export const sharedResource = shape({ arn: z.string(), resourceShareArn: z.string(), status: text });
export const resourceSharePermissions = shape({
  resourceShareArn: z.string(),
  permissions: list(shape({ arn: text, name: text, resourceType: text, status: text })),
});

/** What describes a secret; its value is in no answer that is asked for. */
export const secret = shape({ ARN: z.string(), KmsKeyId: text });
export const secretResourcePolicy = shape({ ARN: z.string(), ResourcePolicy: document });
export const keyPolicy = shape({ KeyId: z.string(), Policy: document });

export const instanceMetadata = shape({ InstanceArn: z.string(), OwnerAccountId: text, Status: text });
export const applicationAssignmentConfiguration = shape({ ApplicationArn: z.string(), AssignmentRequired: flag });

export type Role = z.infer<typeof role>;
export type RolePolicy = z.infer<typeof rolePolicy>;
export type CertificateAuthority = z.infer<typeof certificateAuthority>;
export type SharedResource = z.infer<typeof sharedResource>;
export type Secret = z.infer<typeof secret>;
export type SecretResourcePolicy = z.infer<typeof secretResourcePolicy>;
export type KeyPolicy = z.infer<typeof keyPolicy>;
export type InstanceMetadata = z.infer<typeof instanceMetadata>;
export type PolicyDocumentText = z.infer<typeof document>;
