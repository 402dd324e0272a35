import { snsActions } from '../lib/publish/index.ts';
import type { TargetSettings } from '../lib/run/settings.ts';
import { type Use, usingEvidence } from './infra-evidence.ts';
import { collecting, importing, listingAccounts } from './infra-reading.ts';
import { stateMachinePolicy } from './infra-state-machine-policy.ts';
import { allow, anyResource, arn, attribute, type Policy, policyOf, type Statement } from './infra-statement.ts';

export const functionNames = ['plan', 'collect', 'evaluate', 'publish', 'digest'] as const;
export type FunctionName = (typeof functionNames)[number];

/** What each function does with the evidence; see the steps in lib/run. */
const uses: { readonly [name in FunctionName]: Use } = {
  plan: { reads: ['configuration', 'directories'], keeps: ['targets'] },
  collect: { reads: ['configuration'], keeps: ['checkpoints', 'snapshots'] },
  evaluate: {
    reads: ['configuration', 'snapshots'],
    keeps: ['reports', 'ledgers', 'baselines', 'directories', 'news'],
  },
  publish: { keeps: ['ledgers'] },
  digest: { reads: ['targets', 'results', 'news'], keeps: ['summary', 'lastRun'] },
};

/** What of the settings decides about permissions. */
export interface PolicySettings {
  readonly targets: TargetSettings;
  readonly memberRoleName: string;
}

/** The policies of the roles in infra/, each with nothing that its holder does not call. */
export function policies(settings: PolicySettings): { readonly [name in FunctionName | 'stateMachine']: Policy } {
  const { accounts } = settings.targets;
  const organization = typeof accounts === 'object' && 'organization' in accounts ? listingAccounts() : [];
  const members = accounts === 'own' ? [] : [assumingMembers(settings.memberRoleName)];
  const own: { readonly [name in FunctionName]: readonly Statement[] } = {
    plan: organization,
    collect: [...collecting(), ...members],
    evaluate: [],
    publish: [importing(), ...members],
    digest: [allow('PublishDigest', snsActions, [{ Ref: 'DigestTopic' }])],
  };
  const of = (name: FunctionName): Policy => policyOf([...own[name], ...usingEvidence(uses[name]), ...telemetry(name)]);
  return {
    plan: of('plan'),
    collect: of('collect'),
    evaluate: of('evaluate'),
    publish: of('publish'),
    digest: of('digest'),
    stateMachine: stateMachinePolicy(),
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
