import { evidenceObjects, usingKey } from './infra-evidence.ts';
import { allow, attribute, type Policy, policyOf } from './infra-statement.ts';
import { auditMachine, executionsOf, machineOf, watching } from './infra-states.ts';

/** The name of the map state in infra/state-machine.asl.json, which is part of its executions' ARNs. */
const mapLabel = 'Audit';

/** Invokes the functions, runs the map over the targets, and delivers logs and traces. */
export const stateMachinePolicy = (): Policy =>
  policyOf([
    allow(
      'InvokeSteps',
      ['lambda:InvokeFunction'],
      ['Plan', 'Collect', 'Evaluate', 'Publish', 'Digest'].map((step) => attribute(`${step}LambdaFunction`, 'Arn')),
    ),
    allow('StartAuditsOfTargets', ['states:StartExecution'], [machineOf(auditMachine)]),
    allow(
      'FollowAuditsOfTargets',
      ['states:DescribeExecution', 'states:StopExecution'],
      [executionsOf(auditMachine), executionsOf(auditMachine, mapLabel)],
    ),
    allow('ReadTargets', ['s3:GetObject'], evidenceObjects(['targets'])),
    allow(
      'WriteResults',
      ['s3:GetObject', 's3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
      evidenceObjects(['results']),
    ),
    usingKey,
    ...watching(),
  ]);
