import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { KeyMetadata } from '../../snapshot/index.ts';
import { type FactTable, known, present } from '../define.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';

const states = [
  'Creating',
  'Disabled',
  'Enabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
];

/** What KMS says of the key; null when it knows no such key. */
function metadataOf(context: WorkspaceContext): NonNullable<KeyMetadata['KeyMetadata']> | null | Unknown {
  const { estate, workspace } = context;
  const key = present(workspace.VolumeEncryptionKey || undefined, pathOf(context, 'VolumeEncryptionKey'));
  if (isUnknown(key)) return key;
  const line = estate.snapshot.resources.KeyMetadata.items.find(({ KeyId }) => KeyId === key);
  if (line !== undefined) return line.KeyMetadata ?? new Unknown(`KeyMetadata of ${key} is absent`);
  // Whether another account lets this one look at its key is not this account's to say.
  const owner = key.split(':')[4];
  if (owner !== undefined && owner !== estate.accountId) return new Unknown(`${key} belongs to account ${owner}`);
  return estate.unreadOf('KeyMetadata', key) ?? null;
}

const ofKey =
  (read: (metadata: NonNullable<KeyMetadata['KeyMetadata']>, path: string) => string | Unknown) =>
  (context: WorkspaceContext): string | null | Unknown => {
    const metadata = metadataOf(context);
    if (isUnknown(metadata) || metadata === null) return metadata;
    return read(metadata, `KeyMetadata[${context.workspace.VolumeEncryptionKey}]`);
  };

/** The key that encrypts the volumes. */
export const volumeKeyFacts: FactTable<WorkspaceContext> = {
  'volumes.key': {
    type: 'string',
    about: 'Key that encrypts the volumes: ARN, id or alias; null when the answer names none.',
    from: [op.workspaces],
    nullable: true,
    read: ({ workspace }) => workspace.VolumeEncryptionKey || null,
  },
  'volumes.keyState': {
    type: 'string',
    about:
      'State of that key; null when KMS knows no such key. Unknown for a key of another account that may not be looked at.',
    from: [op.workspaces, op.kmsKeys],
    values: states,
    nullable: true,
    read: ofKey(({ KeyState }, path) => known(KeyState, states, `${path}.KeyState`)),
  },
  'volumes.keyManager': {
    type: 'string',
    about: 'Who manages that key: AWS, or the customer; null when KMS knows no such key.',
    from: [op.workspaces, op.kmsKeys],
    values: ['AWS', 'CUSTOMER'],
    nullable: true,
    read: ofKey(({ KeyManager }, path) => known(KeyManager, ['AWS', 'CUSTOMER'], `${path}.KeyManager`)),
  },
};
