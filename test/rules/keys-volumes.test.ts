import { describe, expect, it } from 'vitest';
import { workspace } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'fips-volume-key-usable';
const read = 'kms:DescribeKey';
const arn = 'arn:aws:kms:us-east-1:111122223333:key/1';
const says = (status: string) => ({ 'ws-1': status });
const encrypted = (VolumeEncryptionKey: string | undefined, members: object = {}) =>
  workspace('ws-1', { RootVolumeEncryptionEnabled: true, VolumeEncryptionKey, ...members });
const key = (KeyId: string, KeyMetadata: object | undefined): Line => ({
  type: 'KeyMetadata',
  resource: { KeyId, KeyMetadata },
});
const state = (KeyState: string | undefined, KeyManager = 'CUSTOMER'): Case => ({
  lines: [encrypted(arn), key(arn, { KeyId: '1', Arn: arn, KeyState, KeyManager })],
});
const required = (scene: Case): Case => ({ ...scene, parameters: { requireCmk: true } });
const denied = (...lines: readonly Line[]): Case => ({ lines, coverage: { [read]: 'denied' } });

describe(rule, () => {
  itJudges(rule, {
    'passes an enabled key': [state('Enabled'), says('COMPLIANT')],
    ...Object.fromEntries(
      ['Creating', 'Disabled', 'PendingDeletion', 'PendingImport', 'Unavailable', 'Updating'].map((name) => [
        `fails a key that is ${name}`,
        [state(name), says('NON_COMPLIANT LOW')],
      ]),
    ),
    'fails a key that KMS does not know': [{ lines: [encrypted(arn)] }, says('NON_COMPLIANT LOW')],
    'passes a key that the WorkSpace names by alias': [
      {
        lines: [
          encrypted('alias/aws/workspaces'),
          key('alias/aws/workspaces', { KeyState: 'Enabled', KeyManager: 'AWS' }),
        ],
      },
      says('COMPLIANT'),
    ],
    'passes a key of AWS': [state('Enabled', 'AWS'), says('COMPLIANT')],
    'fails it where one of the customer is required': [required(state('Enabled', 'AWS')), says('NON_COMPLIANT LOW')],
    'passes one of the customer then': [required(state('Enabled')), says('COMPLIANT')],
    'cannot tell whose a key is that KMS does not say': [
      required(state('Enabled', 'SOMEBODY')),
      says('INSUFFICIENT_DATA'),
    ],
    'cannot tell of a state that nobody knows yet': [state('Frozen'), says('INSUFFICIENT_DATA')],
    'cannot tell of a state that is absent': [state(undefined), says('INSUFFICIENT_DATA')],
    'cannot tell of an answer without metadata': [
      { lines: [encrypted(arn), key(arn, undefined)] },
      says('INSUFFICIENT_DATA'),
    ],
    'cannot tell when KMS refuses': [denied(encrypted(arn)), says(`INSUFFICIENT_DATA ${read}`)],
    'does not blame KMS for a key of another account': [
      denied(encrypted('arn:aws:kms:us-east-1:444455556666:key/1')),
      says('INSUFFICIENT_DATA'),
    ],
    'judges a key of another account that may be looked at': [
      {
        lines: [
          encrypted('arn:aws:kms:us-east-1:444455556666:key/1'),
          key('arn:aws:kms:us-east-1:444455556666:key/1', { KeyState: 'Disabled', KeyManager: 'CUSTOMER' }),
        ],
      },
      says('NON_COMPLIANT LOW'),
    ],
    'cannot tell which key it is': [{ lines: [encrypted(undefined)] }, says('INSUFFICIENT_DATA')],
    'looks at the key of the user volume, too': [
      {
        lines: [
          workspace('ws-1', { UserVolumeEncryptionEnabled: true, VolumeEncryptionKey: arn }),
          key(arn, { KeyState: 'Disabled' }),
        ],
      },
      says('NON_COMPLIANT LOW'),
    ],
    'leaves out one without encrypted volumes': [{ lines: [workspace('ws-1')] }, says('NOT_APPLICABLE')],
    'leaves out a terminated one': [{ lines: [encrypted(arn, { State: 'TERMINATED' })] }, says('NOT_APPLICABLE')],
  });

  it('says which key, in which state, and who manages it', async () => {
    expect(await onlyResult(rule, state('PendingDeletion'))).toMatchObject({
      reason: `The key ${arn} of the volumes is not usable; its state is PendingDeletion.`,
      evidence: { 'volumes.keyManager': 'CUSTOMER', notes: ['The key is managed by: CUSTOMER.'] },
    });
  });
});
