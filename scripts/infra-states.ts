import { allow, anyResource, arn, ownAccount, placeholder, type Resource, type Statement } from './infra-statement.ts';

/* State machines are named here and not referred to: a policy cannot refer to what refers to its role. */
const states = (resource: string): Resource => arn('states', placeholder('AWS::Region'), ownAccount, resource);

/** The state machine that audits. */
export const auditMachine = placeholder('self:custom.name');

export const machineOf = (name: string): Resource => states(`stateMachine:${name}`);

/** @param label of a map state, for what runs below it */
export const executionsOf = (name: string, label?: string): Resource =>
  states(`execution:${name}${label === undefined ? '' : `/${label}`}:*`);

/** What Step Functions does for every state machine of ours: it delivers logs and traces. */
export const watching = (): readonly Statement[] => [
  // Log delivery is set up for the account as a whole; IAM knows no resource for it.
  allow(
    'DeliverLogs',
    [
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
    anyResource,
  ),
  allow(
    'Trace',
    ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
    anyResource,
  ),
];
