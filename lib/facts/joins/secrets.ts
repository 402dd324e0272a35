import { Unknown } from '../../model/unknown.ts';
import type { Secret, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
import { type PolicyDocument, policyOf } from '../policies/document.ts';

/** The secret that holds a directory's Microsoft Entra ID application; null when it is not joined to Entra ID. */
export function entraSecretArn({ DirectoryId, MicrosoftEntraConfig: config }: WorkspaceDirectory) {
  if (!config) return null;
  return (
    config.ApplicationConfigSecretArn ||
    new Unknown(`Directories[${DirectoryId}].MicrosoftEntraConfig.ApplicationConfigSecretArn is absent`)
  );
}

/** Secrets Manager ends an ARN with six characters of its own, which callers may leave out. */
const isOf =
  (named: string) =>
  ({ ARN }: { readonly ARN: string }) =>
    ARN === named || (ARN.startsWith(`${named}-`) && ARN.length === named.length + 7);

export function findSecret(estate: Estate, arn: string): Secret | Unknown {
  const found = estate.snapshot.resources.Secret.items.find(isOf(arn));
  return found ?? estate.unreadOf('Secret', arn) ?? estate.notReturned('Secret', arn);
}

/** The policy of a secret; null when it has none. */
export function secretPolicyOf(estate: Estate, arn: string): PolicyDocument | null | Unknown {
  const found = estate.snapshot.resources.SecretResourcePolicy.items.find(isOf(arn));
  if (found === undefined) return estate.notReturned('SecretResourcePolicy', arn);
  if (!found.ResourcePolicy) return null;
  return policyOf(found.ResourcePolicy, `SecretResourcePolicies[${arn}].ResourcePolicy`);
}
