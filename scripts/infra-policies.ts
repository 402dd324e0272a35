import { snsActions } from '../lib/publish/index.ts';
import type { ChatSettings } from '../lib/run/chat/settings.ts';
import type { TargetSettings } from '../lib/run/settings.ts';
import { asking, chatStateMachinePolicy, delivering, receiving } from './infra-chat-policies.ts';
import { type Use, usingEvidence } from './infra-evidence.ts';
import { collecting, importing, listingAccounts } from './infra-reading.ts';
import { stateMachinePolicy } from './infra-state-machine-policy.ts';
import { allow, anyResource, arn, attribute, type Policy, policyOf, type Statement } from './infra-statement.ts';

/** Those of a run, and those that answer questions, of which `chat` and `deliver` are there only where chat is set up. */
export const functionNames = ['plan', 'collect', 'evaluate', 'publish', 'digest', 'ask', 'chat', 'deliver'] as const;
export type FunctionName = (typeof functionNames)[number];

/** What a function does with the evidence; see the steps in lib/run. The front door and what posts have none of it. */
const uses: { readonly [name in Exclude<FunctionName, 'chat' | 'deliver'>]: Use } = {
  plan: { reads: ['configuration', 'directories'], keeps: ['targets'] },
  collect: { reads: ['configuration'], keeps: ['checkpoints', 'snapshots'] },
  evaluate: {
    reads: ['configuration', 'snapshots'],
    keeps: ['reports', 'ledgers', 'baselines', 'directories', 'news'],
  },
  publish: { keeps: ['ledgers'] },
  digest: { reads: ['targets', 'results', 'news'], keeps: ['summary', 'lastRun'] },
  ask: {
    reads: [
      'configuration',
      'snapshots',
      'reports',
      'ledgers',
      'baselines',
      'directories',
      'news',
      'summary',
      'lastRun',
    ],
  },
};

/** What of the settings decides about permissions. */
export interface PolicySettings {
  readonly targets: TargetSettings;
  readonly memberRoleName: string;
  readonly chat?: ChatSettings | undefined;
}

/** The policies of the roles in infra/, each with nothing that its holder does not call. */
export function policies(settings: PolicySettings): {
  readonly [name in FunctionName | 'stateMachine' | 'chatStateMachine']: Policy;
} {
  const { accounts } = settings.targets;
  const organization = typeof accounts === 'object' && 'organization' in accounts ? listingAccounts() : [];
  const members = accounts === 'own' ? [] : [assumingMembers(settings.memberRoleName)];
  const of = (name: FunctionName, ...statements: readonly Statement[]): Policy =>
    policyOf([...statements, ...telemetry(name)]);
  return {
    plan: of('plan', ...organization, ...usingEvidence(uses.plan)),
    collect: of('collect', ...collecting(), ...members, ...usingEvidence(uses.collect)),
    evaluate: of('evaluate', ...usingEvidence(uses.evaluate)),
    publish: of('publish', importing(), ...members, ...usingEvidence(uses.publish)),
    digest: of('digest', allow('PublishDigest', snsActions, [{ Ref: 'DigestTopic' }]), ...usingEvidence(uses.digest)),
    ask: of('ask', ...asking(), ...usingEvidence(uses.ask)),
    chat: of('chat', ...receiving(settings.chat)),
    deliver: of('deliver', ...delivering(settings.chat)),
    stateMachine: stateMachinePolicy(),
    chatStateMachine: chatStateMachinePolicy(),
  };
}

const assumingMembers = (roleName: string): Statement =>
  allow('AssumeMemberRoles', ['sts:AssumeRole'], [arn('iam', '', '*', `role/${roleName}`)]);

/** osls names the log group of a function after it. */
const telemetry = (name: FunctionName): readonly Statement[] => [
  allow(
    'WriteLogs',
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    [attribute(`${name.charAt(0).toUpperCase()}${name.slice(1)}LogGroup`, 'Arn')],
  ),
  tracing,
];

export const tracing = allow('Trace', ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], anyResource);
