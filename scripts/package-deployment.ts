import { policies } from './infra-policies.ts';
import { type ChatDeployment, settingsJson } from './package-chat-schema.ts';
import { entranceIn } from './package-entrance.ts';
import type { DeploymentSettings } from './package-settings-schema.ts';

const noValue = { Ref: 'AWS::NoValue' };

/**
 * What serverless.yml reads of a stage: its settings, complete and in CloudFormation's words, and the policies.
 *
 * @param region that it is deployed to
 * @returns a JSON value
 */
export function deploymentOf(settings: DeploymentSettings, region: string) {
  const { targets, externalId, schedule, objectLock, alarmEmail, chat, ...same } = settings;
  return {
    ...same,
    targetsJson: JSON.stringify(targets),
    externalId: externalId ?? '',
    schedule: { ...schedule, state: schedule.enabled ? 'ENABLED' : 'DISABLED' },
    objectLock: {
      enabled: objectLock !== undefined,
      configuration: objectLock === undefined ? noValue : retention(objectLock),
    },
    alarmSubscriptions: alarmEmail === undefined ? noValue : [{ Protocol: 'email', Endpoint: alarmEmail }],
    chat: { ...chatOf(chat), entrance: entranceIn(region) },
    policies: policies(settings),
  };
}

const retention = ({ mode, days }: NonNullable<DeploymentSettings['objectLock']>) => ({
  ObjectLockEnabled: 'Enabled',
  Rule: { DefaultRetention: { Mode: mode, Days: days } },
});

/** Without chats, the functions are in the template all the same, under a condition that is false. */
const chatOf = (chat: ChatDeployment | undefined) => ({
  enabled: String(chat !== undefined),
  settingsJson: settingsJson(chat ?? {}),
  reservedConcurrency: chat?.reservedConcurrency ?? noValue,
});
