import type { Place } from '../place.ts';
import { alphanumeric } from '../seeds.ts';
import { documentOf, type Statement } from './documents.ts';
import { addKey, ownKey } from './keys.ts';

/** Lets WorkSpaces do things on behalf of the account, and of no other. */
const forWorkSpaces = (place: Place, ...Action: readonly string[]): Statement => ({
  Effect: 'Allow',
  Principal: { Service: 'workspaces.amazonaws.com' },
  Action,
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': place.origin.accountId } },
});

/** Adds the secret of a directory's Entra ID application, under a key of its own that WorkSpaces may use. */
export function addEntraSecret(place: Place, alias: string): void {
  const key = ownKey(place, `${alias} secret`);
  addSecret(place, alias, key, forWorkSpaces(place, 'secretsmanager:GetSecretValue'));
  addKey(place, key, { manager: 'CUSTOMER', state: 'Enabled' });
  const administration: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:${place.origin.partition}:iam::${place.origin.accountId}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const Policy = documentOf(administration, forWorkSpaces(place, 'kms:Decrypt', 'kms:DescribeKey'));
  place.further.of('KeyPolicy').push({ KeyId: key, Policy });
}

/** Adds one under the key that all secrets of the account have unless told otherwise, and that everybody may read. */
export function addCarelessEntraSecret(place: Place, alias: string): void {
  addSecret(place, alias, undefined, {
    Effect: 'Allow',
    Principal: '*',
    Action: 'secretsmanager:GetSecretValue',
    Resource: '*',
  });
}

function addSecret(place: Place, alias: string, KmsKeyId: string | undefined, policy: Statement): void {
  const named = place.directory(alias).MicrosoftEntraConfig?.ApplicationConfigSecretArn;
  if (named === undefined) throw new Error(`${alias} is not joined to Entra ID`);
  const ARN = `${named}-${alphanumeric(`secret ${alias}`, 6)}`;
  const Name = `${alias}-entra-application`;
  place.further.of('Secret').push({
    ARN,
    Name,
    ...(KmsKeyId !== undefined && { KmsKeyId }),
    LastChangedDate: place.launchOf(`secret ${alias}`),
    CreatedDate: place.launchOf(`secret ${alias}`),
  });
  place.further.of('SecretResourcePolicy').push({ ARN, Name, ResourcePolicy: documentOf(policy) });
}
