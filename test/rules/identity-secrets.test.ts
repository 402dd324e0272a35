import { describe, expect, it } from 'vitest';
import {
  describeKey,
  describeSecret,
  getKeyPolicy,
  getResourcePolicy,
  joined,
  key,
  keyArn,
  keyPolicy,
  readable,
  secret,
  secretArn,
  secretPolicy,
  usable,
} from './entra-secret-builders.ts';
import { account, directories, directory, noDirectories } from './fleet-builders.ts';
import { custom, identityCenter, managedDir, pools } from './identity-builders.ts';
import { itJudges, onlyResult, type Row } from './verdict-table.ts';

const is = (verdict: string) => ({ [managedDir]: verdict });
const passes = is('COMPLIANT');
const high = is('NON_COMPLIANT HIGH');
const medium = is('NON_COMPLIANT MEDIUM');
const notApplicable = is('NOT_APPLICABLE');
const unknown = is('INSUFFICIENT_DATA');
const denied = (operation: string) => is(`INSUFFICIENT_DATA ${operation}`);

/** What both rules leave out. */
const leftOut: Readonly<Record<string, Row>> = {
  'leaves out directories of IAM Identity Center': [{ lines: [directory(identityCenter)] }, notApplicable],
  'leaves out custom directories': [{ lines: [directory(custom)] }, notApplicable],
  'leaves out directories of Pools': [{ lines: [joined(pools)] }, notApplicable],
  'leaves out what is deregistered': [{ lines: [joined({ State: 'DEREGISTERED' })] }, notApplicable],
  'cannot tell when the directory names no secret': [{ lines: [joined({}, null)] }, unknown],
  'says of the account that directories were denied': [
    { lines: [], coverage: { [directories]: 'denied' } },
    noDirectories,
  ],
};

describe('entra-secret-customer-key', () => {
  const rule = 'entra-secret-customer-key';
  const sound = [joined(), secret(), key(), keyPolicy(usable())];
  const withKey = (members: object) => ({ lines: [joined(), secret(), key(members), keyPolicy(usable())] });
  const withPolicy = (...statements: readonly object[]) => ({
    lines: [joined(), secret(), key(), keyPolicy(...statements)],
  });

  itJudges(rule, {
    "passes a key of the customer's that WorkSpaces may use": [{ lines: sound }, passes],
    'passes a key that the secret names by alias': [
      {
        lines: [
          joined(),
          secret({ KmsKeyId: 'alias/entra' }),
          key({}, 'alias/entra'),
          keyPolicy(usable({ Action: 'kms:*' })),
        ],
      },
      passes,
    ],
    'passes a secret that the directory names without its last characters': [
      { lines: [joined({}, secretArn.slice(0, -7)), ...sound.slice(1)] },
      passes,
    ],
    'passes two statements': [
      withPolicy(usable({ Action: 'kms:Decrypt' }), usable({ Action: 'kms:Describe*' })),
      passes,
    ],
    'fails a secret that names no key, which AWS then manages': [
      { lines: [joined(), secret({ KmsKeyId: undefined })] },
      high,
    ],
    'fails a key that AWS manages': [withKey({ KeyManager: 'AWS' }), high],
    'fails an asymmetric key': [withKey({ KeySpec: 'RSA_4096' }), high],
    'fails a key to sign with': [withKey({ KeyUsage: 'SIGN_VERIFY' }), high],
    'fails a key that is turned off': [withKey({ KeyState: 'Disabled' }), high],
    'fails a key that will be deleted': [withKey({ KeyState: 'PendingDeletion' }), high],
    'fails a policy without WorkSpaces': [withPolicy({ ...usable(), Principal: { AWS: account } }), high],
    'fails a policy for everyone, which names no service': [withPolicy(usable({ Principal: '*' })), high],
    'fails a policy for another service': [withPolicy(usable({ Principal: { Service: 'ec2.amazonaws.com' } })), high],
    'fails half of the actions': [withPolicy(usable({ Action: 'kms:Decrypt' })), high],
    'fails what a denial takes away': [withPolicy(usable(), usable({ Effect: 'Deny', Action: 'kms:Decrypt' })), high],
    'cannot tell from an unknown state': [withKey({ KeyState: 'Resting' }), unknown],
    'cannot tell without the manager': [withKey({ KeyManager: undefined }), unknown],
    'cannot tell from a policy that cannot be read': [
      { lines: [...sound.slice(0, -1), { type: 'KeyPolicy', resource: { KeyId: keyArn, Policy: '{' } }] },
      unknown,
    ],
    'cannot tell when secrets were denied': [
      { lines: [joined()], coverage: { [describeSecret]: 'denied' } },
      denied(describeSecret),
    ],
    'cannot tell when the secret is gone': [{ lines: [joined()] }, unknown],
    'cannot tell when keys were denied': [
      { lines: sound.slice(0, 2), coverage: { [describeKey]: 'denied', [getKeyPolicy]: 'skipped' } },
      denied(describeKey),
    ],
    'cannot tell when policies of keys were denied': [
      { lines: sound.slice(0, 3), coverage: { [getKeyPolicy]: 'denied' } },
      denied(getKeyPolicy),
    ],
    'fails what is proven when policies of keys were denied': [
      { lines: [joined(), secret(), key({ KeyState: 'Disabled' })], coverage: { [getKeyPolicy]: 'denied' } },
      high,
    ],
    'fails the key that AWS manages whatever was denied': [
      {
        lines: [joined(), secret({ KmsKeyId: undefined })],
        coverage: { [describeKey]: 'denied', [getKeyPolicy]: 'denied' },
      },
      high,
    ],
    ...leftOut,
  });

  it('says what is wrong with the key', async () => {
    const lines = [joined(), secret(), key({ KeyState: 'Disabled' }), keyPolicy(usable({ Action: 'kms:Decrypt' }))];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      packId: 'identity',
      severity: 'HIGH',
      reason: 'The key of the secret is Disabled; the policy of the key gives WorkSpaces no kms:DescribeKey.',
      evidence: {
        'entraSecret.arn': secretArn,
        'entraSecret.key.id': keyArn,
        'entraSecret.key.manager': 'CUSTOMER',
        'entraSecret.key.actionsOfWorkSpaces': ['kms:Decrypt'],
      },
      controls: ['SC-12', 'SC-28(1)', 'AC-6'],
      missing: [],
    });
  });
});

describe('entra-secret-resource-policy', () => {
  const rule = 'entra-secret-resource-policy';
  const open = readable({ Principal: '*', Condition: undefined });
  const withPolicy = (...statements: readonly object[]) => ({ lines: [joined(), secretPolicy(...statements)] });

  itJudges(rule, {
    'passes WorkSpaces': [withPolicy(readable()), passes],
    'passes every action': [withPolicy(readable({ Action: 'secretsmanager:*' })), passes],
    'passes one statement that is no list': [
      {
        lines: [
          joined(),
          {
            type: 'SecretResourcePolicy',
            resource: { ARN: secretArn, ResourcePolicy: JSON.stringify({ Statement: readable() }) },
          },
        ],
      },
      passes,
    ],
    'passes roles of the account beside it': [
      withPolicy(readable(), readable({ Principal: { AWS: `arn:aws:iam::${account}:role/admin` } })),
      passes,
    ],
    'passes everyone for other actions': [
      withPolicy(readable(), { ...open, Action: 'secretsmanager:DescribeSecret' }),
      passes,
    ],
    'passes everyone under a condition, with a remark': [
      withPolicy(
        readable(),
        readable({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      ),
      passes,
    ],
    'passes a denial for everyone under a condition': [
      withPolicy(readable(), readable({ Effect: 'Deny', Principal: '*' })),
      passes,
    ],
    'fails without a policy': [
      { lines: [joined(), { type: 'SecretResourcePolicy', resource: { ARN: secretArn } }] },
      medium,
    ],
    'fails another service': [withPolicy(readable({ Principal: { Service: 'ec2.amazonaws.com' } })), medium],
    'fails another action': [withPolicy(readable({ Action: 'secretsmanager:DescribeSecret' })), medium],
    'fails a denial': [withPolicy(readable(), readable({ Effect: 'Deny', Condition: undefined })), medium],
    'fails everyone': [withPolicy(readable(), open), medium],
    'fails everyone with an AWS account': [withPolicy(readable(), { ...open, Principal: { AWS: '*' } }), medium],
    'fails everyone alone': [withPolicy(open), medium],
    'cannot tell from a policy that cannot be read': [
      { lines: [joined(), { type: 'SecretResourcePolicy', resource: { ARN: secretArn, ResourcePolicy: '{}' } }] },
      unknown,
    ],
    'cannot tell when policies were denied': [
      { lines: [joined()], coverage: { [getResourcePolicy]: 'denied' } },
      denied(getResourcePolicy),
    ],
    'needs nothing but the policy': [
      { ...withPolicy(readable()), coverage: { [describeSecret]: 'denied', [describeKey]: 'denied' } },
      passes,
    ],
    ...leftOut,
  });

  it('names the statement, and remarks on the others', async () => {
    const lines = [
      joined(),
      secretPolicy(
        readable({ Sid: 'WorkSpaces', Condition: undefined }),
        { ...open, Sid: 'Open' },
        { ...open, Sid: 'Organization', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      ),
    ];
    expect(await onlyResult(rule, { lines })).toMatchObject({
      severity: 'MEDIUM',
      reason: 'The policy of the secret lets every principal read it in Open.',
      evidence: {
        'entraSecret.arn': secretArn,
        'entraSecret.policy.services': ['workspaces.amazonaws.com'],
        'entraSecret.policy.statementsForEveryone': ['Open'],
        notes: [
          'WorkSpaces does not name the account that the service reads it for (aws:SourceAccount).',
          'Organization lets every principal that meets its conditions read the secret; look at them.',
        ],
      },
      controls: ['AC-3', 'AC-6', 'SC-28'],
    });
  });
});
