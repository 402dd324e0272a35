import { describe, expect, test } from 'vitest';
import { readTemplate, type StageName, stageNames, templatePath } from './stages.ts';

/** What takes part in chats whatever the Region, and so has a condition. */
const common = [
  ...['ChatErrorsAlarm', 'ChatLambdaFunction', 'ChatLogGroup', 'ChatRole'],
  ...['ChatStateMachine', 'ChatStateMachineLogGroup', 'ChatStateMachineRole'],
  ...['DeliverLambdaFunction', 'DeliverLogGroup', 'DeliverRole', 'QuestionFailedAlarm'],
];
const functionUrl = ['ChatLambdaFunctionUrl', 'ChatLambdaPermissionFn', 'ChatLambdaPermissionFnUrl'];
const httpApi = [
  ...['ChatApi', 'ChatApiLogGroup', 'ChatApiStage', 'ChatIntegration', 'ChatLambdaPermissionApi', 'ChatRoute'],
];
const entrances: { readonly [stage in StageName]: readonly string[] } = {
  ...{ account: functionUrl, chat: functionUrl, organization: httpApi },
};

describe.each(stageNames)('chats in the template of the stage %s', (stage) => {
  const { Conditions, Resources, Outputs } = readTemplate(templatePath(stage));
  const conditional = Object.entries(Resources).filter(([, { Condition }]) => Condition === 'HasChat');

  test('are there where the settings have them', () => {
    const has = stage === 'account' ? 'false' : 'true';
    expect(Conditions).toEqual({ HasChat: { 'Fn::Equals': [has, 'true'] } });
  });

  test('are all that is under the condition, with the entrance that the Region has', () => {
    expect(conditional.map(([name]) => name).sort()).toEqual([...common, ...entrances[stage]].sort());
  });

  test('are referred to by nothing that is not under the condition', () => {
    const names = conditional.map(([name]) => name);
    const referring = Object.entries(Resources)
      .filter(([, { Condition }]) => Condition === undefined)
      .filter(([, resource]) => {
        const text = JSON.stringify(resource);
        return names.some((name) => text.includes(`"Ref":"${name}"`) || text.includes(`"Fn::GetAtt":["${name}"`));
      });
    expect(referring.map(([name]) => name)).toEqual([]);
    const shown = Object.entries(Outputs).filter(([, { Condition }]) => Condition === 'HasChat');
    expect(shown.map(([name]) => name)).toEqual(['ChatUrl']);
  });

  test('asking by invocation works without them', () => {
    expect({ ask: Resources.AskLambdaFunction?.Condition, name: Outputs.AskFunctionName?.Value }).toEqual({
      ...{ ask: undefined, name: { Ref: 'AskLambdaFunction' } },
    });
  });

  test('log nothing of what passes through them', () => {
    expect(Resources.ChatStateMachine?.Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false });
  });
});

const FunctionName = { 'Fn::GetAtt': ['ChatLambdaFunction', 'Arn'] };

test('the function URL is public, without other origins, and invokes by nothing but itself', () => {
  const { Resources } = readTemplate(templatePath('chat'));
  expect(functionUrl.map((name) => Resources[name]?.Properties)).toEqual([
    { TargetFunctionArn: FunctionName, AuthType: 'NONE', InvokeMode: 'BUFFERED' },
    { FunctionName, Action: 'lambda:InvokeFunction', Principal: '*', InvokedViaFunctionUrl: true },
    { FunctionName, Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' },
  ]);
});

test('the HTTP API hands every request over as a function URL does', () => {
  const { Resources } = readTemplate(templatePath('organization'));
  expect({
    integration: Resources.ChatIntegration?.Properties,
    route: Resources.ChatRoute?.Properties,
    stage: Resources.ChatApiStage?.Properties.StageName,
  }).toEqual({
    integration: {
      ...{ ApiId: { Ref: 'ChatApi' }, IntegrationType: 'AWS_PROXY', IntegrationUri: FunctionName },
      PayloadFormatVersion: '2.0',
    },
    route: {
      ...{ ApiId: { Ref: 'ChatApi' }, RouteKey: '$default', AuthorizationType: 'NONE' },
      Target: { 'Fn::Sub': `integrations/\${ChatIntegration}` },
    },
    stage: '$default',
  });
});

test('what the functions are told', () => {
  const { Resources } = readTemplate(templatePath('organization'));
  const variables = ['Ask', 'Chat', 'Deliver'].map((name) => Resources[`${name}LambdaFunction`]?.Properties);
  const telling = {
    EVIDENCE_BUCKET: { Ref: 'EvidenceBucket' },
    POWERTOOLS_SERVICE_NAME: 'workspaces-auditor-organization',
    ...{ POWERTOOLS_METRICS_NAMESPACE: 'WorkSpacesAuditor', POWERTOOLS_LOG_LEVEL: 'INFO' },
  };
  const CHAT = expect.stringMatching(/^\{"slack":\{"signingSecret":"ssm:.*"teams":\{(?!.*reservedConcurrency)/);
  expect(variables).toMatchObject([
    { Timeout: 900, Environment: { Variables: { ...telling, STATE_MACHINE_ARN: { Ref: 'StateMachine' } } } },
    {
      ...{ Timeout: 10, MemorySize: 1769, ReservedConcurrentExecutions: 10 },
      Environment: {
        Variables: {
          ...{ ...telling, CHAT, CHAT_STATE_MACHINE_ARN: { Ref: 'ChatStateMachine' } },
          ASK_FUNCTION_NAME: { Ref: 'AskLambdaFunction' },
        },
      },
    },
    { Timeout: 60, MemorySize: 256, Environment: { Variables: { ...telling, CHAT } } },
  ]);
});
