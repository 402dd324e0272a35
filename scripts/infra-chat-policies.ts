import type { ChatSettings } from '../lib/run/chat/settings.ts';
import { executionActions, markActions, secretActions } from '../lib/store/actions.ts';
import { marks, readingKey, usingKey } from './infra-evidence.ts';
import {
  allow,
  arn,
  attribute,
  ownAccount,
  type Policy,
  placeholder,
  policyOf,
  type Resource,
  type Statement,
} from './infra-statement.ts';
import { auditMachine, executionsOf, machineOf, watching } from './infra-states.ts';

/** `ask`: starts an audit, and follows it for whoever waits. */
export const asking = (): readonly Statement[] => [
  allow('StartAudits', executionActions.start, [machineOf(auditMachine)]),
  allow('FollowAudits', executionActions.read, [executionsOf(auditMachine)]),
];

/** `chat`, the front door: marks a request, hands it on, and reads what requests are signed with. */
export const receiving = (chat: ChatSettings | undefined): readonly Statement[] => [
  allow('MarkRequests', markActions, marks),
  // Teams waits for the answer; what Slack asks is for the state machine alone.
  ...(chat?.teams === undefined
    ? []
    : [allow('Ask', ['lambda:InvokeFunction'], [attribute('AskLambdaFunction', 'Arn')])]),
  allow('StartQuestions', executionActions.start, [machineOf(chatMachine)]),
  ...readingSecrets([chat?.slack?.signingSecret, chat?.teams?.securityToken]),
  usingKey,
];

/** `deliver`: reads what it posts with. */
export const delivering = (chat: ChatSettings | undefined): readonly Statement[] => [
  ...readingSecrets([chat?.slack?.botToken, chat?.teams?.workflowUrl]),
  readingKey,
];

const chatMachine = `${auditMachine}-chat`;

/** Exactly the configured ones: by the reference that the settings have, with or without `#member`. */
function readingSecrets(references: readonly (string | undefined)[]): readonly Statement[] {
  const given = references.flatMap((reference) => reference?.split('#', 1) ?? []);
  const parameters = given.filter((reference) => reference.startsWith('ssm:')).map(parameterArn);
  const secrets = given.filter((reference) => reference.startsWith('arn:'));
  const each = (sid: string, actions: readonly string[], resources: readonly Resource[]): readonly Statement[] =>
    resources.length === 0 ? [] : [allow(sid, actions, resources)];
  return [
    ...each('ReadParameters', secretActions.parameter, parameters),
    ...each('ReadSecrets', secretActions.secret, [...new Set(secrets)]),
  ];
}

const parameterArn = (reference: string): Resource =>
  arn('ssm', placeholder('AWS::Region'), ownAccount, `parameter${reference.slice('ssm:'.length)}`);

/** The state machine of questions: calls two functions, and runs an audit to its end. */
export const chatStateMachinePolicy = (): Policy =>
  policyOf([
    allow(
      'InvokeSteps',
      ['lambda:InvokeFunction'],
      [attribute('AskLambdaFunction', 'Arn'), attribute('DeliverLambdaFunction', 'Arn')],
    ),
    allow('StartAudits', ['states:StartExecution'], [machineOf(auditMachine)]),
    allow('FollowAudits', ['states:DescribeExecution', 'states:StopExecution'], [executionsOf(auditMachine)]),
    // Step Functions hears of the end of an execution by a rule of its own, which it makes in the account.
    allow(
      'HearOfTheEnd',
      ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      [
        arn(
          'events',
          placeholder('AWS::Region'),
          ownAccount,
          'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
        ),
      ],
    ),
    ...watching(),
  ]);
