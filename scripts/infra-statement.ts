/** An ARN, or what CloudFormation makes one of. */
export type Resource =
  | string
  | { readonly Ref: string }
  | { readonly 'Fn::Sub': string }
  | { readonly 'Fn::GetAtt': readonly [string, string] };

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly Resource[];
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export const allow = (Sid: string, actions: readonly string[], resources: readonly Resource[]): Statement => ({
  ...{ Sid, Effect: 'Allow', Action: actions.toSorted(), Resource: resources },
});

export const policyOf = (statements: readonly Statement[]): Policy => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const sub = (text: string): Resource => ({ 'Fn::Sub': text });
export const attribute = (logicalId: string, name: string): Resource => ({ 'Fn::GetAtt': [logicalId, name] });

/** Of actions that know no narrower resource. */
export const anyResource: readonly Resource[] = ['*'];

/** What CloudFormation, or osls, replaces by a value. */
export const placeholder = (name: string): string => `\${${name}}`;
export const ownAccount = placeholder('AWS::AccountId');

/** An ARN in whatever partition the stack is in. */
export const arn = (service: string, region: string, account: string, resource: string): Resource =>
  sub(`arn:${placeholder('AWS::Partition')}:${service}:${region}:${account}:${resource}`);
