import { DescribeSecretCommand, GetResourcePolicyCommand } from '@aws-sdk/client-secrets-manager';
import type { OperationCoverage } from '../model/coverage.ts';
import type { CollectWanted } from './optional-collection.ts';
import { asked } from './page.ts';
import { readEach } from './read-each.ts';

const describe = 'secretsmanager:DescribeSecret';
const getPolicy = 'secretsmanager:GetResourcePolicy';

interface Described {
  readonly ARN: string | undefined;
  readonly KmsKeyId: string | undefined;
}

interface WithPolicy {
  readonly ARN: string | undefined;
  readonly ResourcePolicy: string | undefined;
}

const idOf = ({ ARN }: { readonly ARN: string | undefined }) => ARN;

/**
 * How the secrets with applications of Microsoft Entra ID are kept, and who may read them. Their values are not asked for,
 * and of what describes them only what facts read is kept.
 */
export const collectSecrets: CollectWanted = async ({ clients, named: { identity }, port, unread }, wanted) => {
  const client = await clients.secretsManager();
  const shared = port();
  const open = unread('workspaces:DescribeWorkspaceDirectories');
  const coverage: OperationCoverage[] = [];
  if (wanted.has(describe)) {
    const operation = {
      ...({ name: describe, type: 'Secret' } as const),
      idOf,
      request: (SecretId: string) =>
        asked(
          { SecretId },
          (input) => client.send(new DescribeSecretCommand(input)),
          ({ ARN, KmsKeyId }): Described[] => [{ ARN, KmsKeyId }],
        ),
      join: (_: string, found: readonly Described[]) => {
        for (const { KmsKeyId } of found) if (KmsKeyId) identity.secretKeyIds.add(KmsKeyId);
        return found;
      },
    };
    coverage.push(await readEach(operation, shared, identity.secretArns, open));
  }
  if (wanted.has(getPolicy)) {
    const operation = {
      ...({ name: getPolicy, type: 'SecretResourcePolicy' } as const),
      idOf,
      request: (SecretId: string) =>
        asked(
          { SecretId },
          (input) => client.send(new GetResourcePolicyCommand(input)),
          ({ ARN, ResourcePolicy }): WithPolicy[] => [{ ARN, ResourcePolicy }],
        ),
      join: (_: string, found: readonly WithPolicy[]) => found,
    };
    coverage.push(await readEach(operation, shared, identity.secretArns, open));
  }
  return coverage;
};
