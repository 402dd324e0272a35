import { DescribeKeyCommand, type KeyMetadata } from '@aws-sdk/client-kms';
import type { CollectWanted } from './optional.ts';
import { asked } from './page.ts';
import { readEach } from './read-each.ts';

/** The keys that encrypt volumes of WorkSpaces. */
export const collectKeys: CollectWanted = async ({ clients, named, port, unread }) => {
  const client = await clients.kms();
  const describeKey = {
    name: 'kms:DescribeKey' as const,
    type: 'KeyMetadata' as const,
    idOf: ({ KeyId }: { readonly KeyId: string }) => KeyId,
    request: (KeyId: string) =>
      asked(
        { KeyId },
        (input) => client.send(new DescribeKeyCommand(input)),
        ({ KeyMetadata }) => (KeyMetadata === undefined ? [] : [KeyMetadata]),
      ),
    // A key is named by alias, too, which the answer does not repeat.
    join: (KeyId: string, parts: readonly KeyMetadata[]) => parts.map((part) => ({ KeyId, KeyMetadata: part })),
  };
  return [await readEach(describeKey, port(), named.volumeKeyIds, unread('workspaces:DescribeWorkspaces'))];
};
