import { DescribeKeyCommand, GetKeyPolicyCommand, type KeyMetadata, type KMSClient } from '@aws-sdk/client-kms';
import type { OperationCoverage } from '../model/coverage.ts';
import type { ReadPort } from './operation-reader.ts';
import type { CollectWanted } from './optional-collection.ts';
import { unreadOf } from './outcome.ts';
import { asked } from './page.ts';
import { readEach } from './read-each.ts';

const getKeyPolicy = 'kms:GetKeyPolicy';

/** The keys that encrypt volumes of WorkSpaces, and secrets; and who may use those of secrets. */
export const collectKeys: CollectWanted = async ({ clients, named, port, unread }, wanted) => {
  const client = await clients.kms();
  const shared = port();
  const { secretKeyIds } = named.identity;
  const ofSecrets = new Set<string>();
  const coverage: OperationCoverage[] = [];
  const describeKey = {
    name: 'kms:DescribeKey' as const,
    type: 'KeyMetadata' as const,
    // A key that was deleted, or never was.
    none: ['NotFoundException'],
    idOf: ({ KeyId }: { readonly KeyId: string }) => KeyId,
    request: (KeyId: string) =>
      asked(
        { KeyId },
        (input) => client.send(new DescribeKeyCommand(input)),
        ({ KeyMetadata }) => (KeyMetadata === undefined ? [] : [KeyMetadata]),
      ),
    // A key is named by alias, too, which the answer does not repeat.
    join: (KeyId: string, parts: readonly KeyMetadata[]) => {
      for (const { Arn, KeyManager } of parts) {
        // Only the policies of keys that customers manage can be other than AWS made them.
        if (Arn !== undefined && KeyManager === 'CUSTOMER' && secretKeyIds.has(KeyId)) ofSecrets.add(Arn);
      }
      return parts.map((part) => ({ KeyId, KeyMetadata: part }));
    },
  };
  if (wanted.has(describeKey.name)) {
    const ids = [...named.volumeKeyIds, ...secretKeyIds];
    coverage.push(await readEach(describeKey, shared, ids, unread('workspaces:DescribeWorkspaces')));
  }
  if (wanted.has(getKeyPolicy)) {
    const open = coverage.length === 0 ? [describeKey.name] : unreadOf(...coverage);
    coverage.push(await readPolicies(client, shared, ofSecrets, open));
  }
  return coverage;
};

/** Asked by ARN: KMS takes no alias for this. */
const readPolicies = (client: KMSClient, port: ReadPort, arns: Iterable<string>, open: readonly string[]) =>
  readEach(
    {
      ...({ name: getKeyPolicy, type: 'KeyPolicy' } as const),
      idOf: ({ KeyId }: { readonly KeyId: string }) => KeyId,
      request: (KeyId: string) =>
        asked(
          // The only name that a policy of a key can have.
          { KeyId, PolicyName: 'default' },
          (input) => client.send(new GetKeyPolicyCommand(input)),
          ({ Policy }) => [Policy],
        ),
      join: (KeyId: string, policies: readonly (string | undefined)[]) => policies.map((Policy) => ({ KeyId, Policy })),
    },
    port,
    arns,
    open,
  );
