import type { Template } from './stages.ts';

const accountId = '111122223333';

/** A value as CloudFormation would make it of references to parameters and resources. */
export function resolve(value: unknown, template: Template, place: { partition: string; region: string }): unknown {
  const pseudo: { readonly [name: string]: string } = {
    'AWS::Partition': place.partition,
    'AWS::Region': place.region,
    'AWS::AccountId': accountId,
  };
  const named = (name: string): string => {
    const [logicalId = ''] = name.split('.');
    return pseudo[name] ?? arnOf(template.Resources[logicalId]?.Type, logicalId, place);
  };
  const inside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inside);
    if (typeof part !== 'object' || part === null) return part;
    if ('Ref' in part) return named(String(part.Ref));
    if ('Fn::GetAtt' in part && Array.isArray(part['Fn::GetAtt'])) return named(part['Fn::GetAtt'].join('.'));
    if ('Fn::Sub' in part) return String(part['Fn::Sub']).replace(/\$\{([^}]+)\}/g, (_, name: string) => named(name));
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, inside(member)]));
  };
  return inside(value);
}

function arnOf(type: string | undefined, name: string, place: { partition: string; region: string }): string {
  const of = (service: string, resource: string): string =>
    `arn:${place.partition}:${service}:${place.region}:${accountId}:${resource}`;
  switch (type) {
    case 'AWS::S3::Bucket':
      return `arn:${place.partition}:s3:::${name.toLowerCase()}`;
    case 'AWS::KMS::Key':
      return of('kms', 'key/0a1b2c3d');
    case 'AWS::SNS::Topic':
      return of('sns', name);
    case 'AWS::Lambda::Function':
      return of('lambda', `function:${name}`);
    case 'AWS::Logs::LogGroup':
      return of('logs', `log-group:${name}:*`);
    case 'AWS::StepFunctions::StateMachine':
      return of('states', `stateMachine:${name}`);
    default:
      throw new Error(`no ARN is known of ${name}, which is ${type ?? 'not in the template'}`);
  }
}
