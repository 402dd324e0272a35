import type { Json } from '../../model/report.ts';
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { KeyMetadata } from '../../snapshot/index.ts';
import { type FactTable, known, present, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { entraSecretArn, findSecret } from '../joins/secrets.ts';
import * as op from '../operations.ts';
import { policyOf } from '../policies/document.ts';
import { isAbout } from '../policies/statement.ts';
import type { DirectoryContext } from './context.ts';
import { servicesAllowed } from './entra-secret-policy.ts';

const managers = ['AWS', 'CUSTOMER'];
const states = [
  ...['Creating', 'Enabled', 'Disabled', 'PendingDeletion', 'PendingImport', 'PendingReplicaDeletion'],
  ...['Unavailable', 'Updating'],
];
const usages = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT', 'ENCAPSULATE_DECAPSULATE'];
const uses = ['kms:Decrypt', 'kms:DescribeKey'];
const from = [op.directories, op.secrets, op.kmsKeys];

/** The key that the secret names; null when it names none, which means the key that AWS manages for Secrets Manager. */
function keyIdOf({ estate, directory }: DirectoryContext): string | null | Unknown {
  const arn = entraSecretArn(directory);
  if (arn === null) return new Unknown('the directory is not joined to Microsoft Entra ID');
  if (isUnknown(arn)) return arn;
  const secret = findSecret(estate, arn);
  return isUnknown(secret) ? secret : secret.KmsKeyId || null;
}

type Metadata = NonNullable<KeyMetadata['KeyMetadata']>;

function metadataOf(estate: Estate, keyId: string): Metadata | Unknown {
  const found = estate.snapshot.resources.KeyMetadata.items.find(({ KeyId }) => KeyId === keyId);
  if (found === undefined) return estate.notReturned('KeyMetadata', keyId);
  return present(found.KeyMetadata, `Keys[${keyId}].KeyMetadata`);
}

/** Something of the secret's key; `none` when the secret names no key. */
const ofKey =
  <T extends Json>(none: T | Unknown, read: (metadata: Metadata, path: string, estate: Estate) => T | Unknown) =>
  (context: DirectoryContext): T | Unknown => {
    const id = keyIdOf(context);
    if (isUnknown(id)) return id;
    if (id === null) return none;
    const metadata = metadataOf(context.estate, id);
    return isUnknown(metadata) ? metadata : read(metadata, `Keys[${id}].KeyMetadata`, context.estate);
  };

const unnamed = new Unknown('the secret names no key');

function actionsOfWorkSpaces({ Arn }: Metadata, path: string, estate: Estate): readonly string[] | Unknown {
  const arn = present(Arn, `${path}.Arn`);
  if (isUnknown(arn)) return arn;
  const found = estate.snapshot.resources.KeyPolicy.items.find(({ KeyId }) => KeyId === arn);
  if (found === undefined) return estate.notReturned('KeyPolicy', arn);
  const policy = policyOf(found.Policy, `KeyPolicies[${arn}].Policy`);
  if (isUnknown(policy)) return policy;
  return sorted(
    uses.filter((action) =>
      servicesAllowed(policy.statements.filter((statement) => isAbout(statement, action))).includes(
        'workspaces.amazonaws.com',
      ),
    ),
  );
}

/** The key that encrypts the secret of a directory's Microsoft Entra ID application. */
export const entraSecretKeyFacts: FactTable<DirectoryContext> = {
  'entraSecret.key.id': {
    type: 'string',
    about: 'Key that the secret names; null when it names none, and is encrypted with the one that AWS manages.',
    from: [op.directories, op.secrets],
    nullable: true,
    read: keyIdOf,
  },
  'entraSecret.key.manager': {
    type: 'string',
    about: 'Whether AWS or the customer manages the key of the secret.',
    from,
    values: managers,
    read: ofKey<string>('AWS', ({ KeyManager }, path) => known(KeyManager, managers, `${path}.KeyManager`)),
  },
  'entraSecret.key.spec': {
    type: 'string',
    about: 'Type of that key: SYMMETRIC_DEFAULT, or the name of another algorithm.',
    from,
    read: ofKey<string>(unnamed, ({ KeySpec }, path) => present(KeySpec, `${path}.KeySpec`)),
  },
  'entraSecret.key.usage': {
    type: 'string',
    about: 'What that key is for.',
    from,
    values: usages,
    read: ofKey<string>(unnamed, ({ KeyUsage }, path) => known(KeyUsage, usages, `${path}.KeyUsage`)),
  },
  'entraSecret.key.state': {
    type: 'string',
    about: 'State of that key.',
    from,
    values: states,
    read: ofKey<string>(unnamed, ({ KeyState }, path) => known(KeyState, states, `${path}.KeyState`)),
  },
  'entraSecret.key.actionsOfWorkSpaces': {
    type: 'list',
    about: "Which of kms:Decrypt and kms:DescribeKey the key's policy allows to the service WorkSpaces by name.",
    from: [...from, op.keyPolicies],
    read: ofKey<readonly string[]>(unnamed, actionsOfWorkSpaces),
  },
};
