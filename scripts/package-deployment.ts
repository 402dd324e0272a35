import { policies } from './infra-policies.ts';
import type { DeploymentSettings } from './package-settings-schema.ts';

const noValue = { Ref: 'AWS::NoValue' };

/**
 * What serverless.yml reads of a stage: its settings, complete and in CloudFormation's words, and the policies.
 *
 * @returns a JSON value
 */
export function deploymentOf(settings: DeploymentSettings) {
  const { targets, externalId, schedule, objectLock, alarmEmail, ...same } = settings;
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
    policies: policies(settings),
  };
}

const retention = ({ mode, days }: NonNullable<DeploymentSettings['objectLock']>) => ({
  ObjectLockEnabled: 'Enabled',
  Rule: { DefaultRetention: { Mode: mode, Days: days } },
});
