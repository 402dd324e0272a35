import type { Operation } from '../call.ts';
import type { KeyRing } from '../credentials.ts';
import { denied } from '../errors.ts';
import { textAt } from '../values.ts';

/** Every role in every account of the estate may be assumed; an account outside it denies. */
export function stsOperations(keys: KeyRing): Readonly<Record<string, Operation>> {
  return {
    'sts:GetCallerIdentity': ({ accountId, callerArn }) => ({
      UserId: `AIDADOUBLE${accountId}`,
      Account: accountId,
      Arn: callerArn,
    }),
    'sts:AssumeRole': ({ service, action, callerArn, partition, input }, { estate }) => {
      const roleArn = textAt(input, 'RoleArn') ?? '';
      const sessionName = textAt(input, 'RoleSessionName') ?? '';
      const accountId = roleArn.split(':')[4] ?? '';
      if (!estate.has(accountId)) throw denied(service, action, callerArn, roleArn);
      const { accessKeyId, secretAccessKey, sessionToken } = keys.issue(roleArn, sessionName);
      return {
        Credentials: {
          AccessKeyId: accessKeyId,
          SecretAccessKey: secretAccessKey,
          SessionToken: sessionToken,
          Expiration: new Date(Date.now() + 3_600_000).toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROADOUBLE${accountId}:${sessionName}`,
          Arn: `arn:${partition}:sts::${accountId}:assumed-role/${roleArn.split('/').at(-1)}/${sessionName}`,
        },
      };
    },
  };
}
