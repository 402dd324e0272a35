import type { KeyState } from '@aws-sdk/client-kms';
import type { Place } from '../place.ts';
import { hex } from '../seeds.ts';

interface Key {
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly state: KeyState;
}

/** Adds what KMS says of a key. @param named as WorkSpaces or a secret names it, by alias or by ARN */
export function addKey(place: Place, named: string, { manager, state }: Key): void {
  const KeyId = named.includes(':key/') ? named.replace(/^.*:key\//, '') : keyId(named);
  place.further.of('KeyMetadata').push({
    KeyId: named,
    KeyMetadata: {
      AWSAccountId: place.origin.accountId,
      KeyId,
      Arn: place.arn('kms', `key/${KeyId}`),
      CreationDate: new Date('2024-06-03T08:00:00.000Z'),
      Enabled: state === 'Enabled',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: state,
      ...(state === 'PendingDeletion' && { DeletionDate: new Date('2026-12-04T00:00:00.000Z') }),
      Origin: 'AWS_KMS',
      KeyManager: manager,
      KeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false,
    },
  });
}

/** The ARN of a key of the account's own. */
export const ownKey = (place: Place, label: string): string => place.arn('kms', `key/${keyId(label)}`);

const keyId = (label: string): string =>
  hex(`key ${label}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
