/** The kinds of thing a rule can be about: the resource one would edit to mend what the rule reports. */
export const subjectTypes = [
  'account',
  'directory',
  'workspace',
  'ipGroup',
  'securityGroup',
  'subnet',
  'vpc',
  'connectionAlias',
  'image',
  'iamRole',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** A subject is identified by account, Region, type and id. */
export interface SubjectId {
  readonly type: SubjectType;
  /** The AWS id: `d-…`, `ws-…`, `wsipg-…`, `sg-…`, `subnet-…`, `vpc-…`, `wsca-…`, `wsi-…`, a role's name, or the account id. */
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
}
