import { collecting, importing } from './infra-reading.ts';
import { arn, type Policy, placeholder, policyOf } from './infra-statement.ts';

const whenGiven = (condition: string, value: object) => ({ 'Fn::If': [condition, value, { Ref: 'AWS::NoValue' }] });
const auditorRole = (name: string) =>
  arn('iam', '', placeholder('AuditorAccountId'), `role/workspaces-auditor-${placeholder('AuditorStage')}-${name}`);

const parameters = {
  AuditorAccountId: {
    Type: 'String',
    Description: 'Account that the auditor is deployed in',
    AllowedPattern: '^\\d{12}$',
  },
  AuditorStage: {
    Type: 'String',
    Description: 'Stage that the auditor is deployed as',
    AllowedPattern: '^[a-z][a-z0-9-]{0,19}$',
  },
  RoleName: {
    Type: 'String',
    Description: 'Name of this role, as memberRoleName in the settings of the auditor says it',
    Default: 'WorkSpacesAuditor',
    AllowedPattern: '^[\\w+=,.@-]{1,64}$',
  },
  ExternalId: {
    Type: 'String',
    Description: 'externalId in the settings of the auditor; empty when there is none',
    Default: '',
    AllowedPattern: '^([\\w+=,.@:/-]{2,1224})?$',
  },
  OrganizationId: {
    Type: 'String',
    Description: 'Organization (o-…) that the auditor must belong to; empty when there is none',
    Default: '',
    AllowedPattern: '^(o-[a-z0-9]{10,32})?$',
  },
};

/** The role of a member account as a CloudFormation template, for a stack set. */
export const memberRoleTemplate = () => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Lets the WorkSpaces auditor read this account and import findings into its Security Hub',
  Parameters: parameters,
  Conditions: {
    HasExternalId: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'ExternalId' }, ''] }] },
    HasOrganization: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'OrganizationId' }, ''] }] },
  },
  Resources: {
    MemberRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: { Ref: 'RoleName' },
        Description: 'Assumed by the WorkSpaces auditor',
        AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
        Policies: [{ PolicyName: 'audit', PolicyDocument: memberPolicy() }],
      },
    },
  },
  Outputs: { MemberRoleArn: { Value: { 'Fn::GetAtt': ['MemberRole', 'Arn'] } } },
});

/**
 * The account as principal and the roles as a condition: a role as principal becomes an internal id, which a role that
 * is made anew under the same name does not have.
 */
const trust = {
  Effect: 'Allow',
  Principal: { AWS: arn('iam', '', placeholder('AuditorAccountId'), 'root') },
  Action: 'sts:AssumeRole',
  Condition: {
    ArnEquals: { 'aws:PrincipalArn': [auditorRole('collect'), auditorRole('publish')] },
    StringEquals: {
      // Always there, because IAM takes no empty condition.
      'aws:PrincipalAccount': { Ref: 'AuditorAccountId' },
      'sts:ExternalId': whenGiven('HasExternalId', { Ref: 'ExternalId' }),
      'aws:PrincipalOrgID': whenGiven('HasOrganization', { Ref: 'OrganizationId' }),
    },
  },
};

/** Reads what the collectors read, and imports findings. */
export function memberPolicy(): Policy {
  return policyOf([...collecting(), importing()]);
}
