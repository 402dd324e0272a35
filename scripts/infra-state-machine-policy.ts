import { evidenceObjects, usingKey } from './infra-evidence.ts';
import {
  allow,
  anyResource,
  arn,
  attribute,
  ownAccount,
  type Policy,
  placeholder,
  policyOf,
} from './infra-statement.ts';

/** The name of the map state in infra/state-machine.asl.json, which is part of its executions' ARNs. */
const mapLabel = 'Audit';
const name = placeholder('self:custom.name');
const states = (resource: string) => arn('states', placeholder('AWS::Region'), ownAccount, resource);

/** Invokes the functions, runs the map over the targets, and delivers logs and traces. */
export const stateMachinePolicy = (): Policy =>
  policyOf([
    allow(
      'InvokeSteps',
      ['lambda:InvokeFunction'],
      ['Plan', 'Collect', 'Evaluate', 'Publish', 'Digest'].map((step) => attribute(`${step}LambdaFunction`, 'Arn')),
    ),
    // By name: the policy cannot refer to the state machine that refers to the role.
    allow('StartAuditsOfTargets', ['states:StartExecution'], [states(`stateMachine:${name}`)]),
    allow(
      'FollowAuditsOfTargets',
      ['states:DescribeExecution', 'states:StopExecution'],
      [states(`execution:${name}:*`), states(`execution:${name}/${mapLabel}:*`)],
    ),
    allow('ReadTargets', ['s3:GetObject'], evidenceObjects(['targets'])),
    allow(
      'WriteResults',
      ['s3:GetObject', 's3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
      evidenceObjects(['results']),
    ),
    usingKey,
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
  ]);
