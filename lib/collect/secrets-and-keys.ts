import { collectKeys } from './kms.ts';
import type { CollectWanted } from './optional-collection.ts';
import { unreadOf } from './outcome.ts';

/** Secrets first, because they name keys. */
export const collectSecretsAndKeys: CollectWanted = async (from, wanted) => {
  const wants = (prefix: string) => [...wanted].some((operation) => operation.startsWith(prefix));
  const secrets = wants('secretsmanager:')
    ? await (await import('./secrets-manager.ts')).collectSecrets(from, wanted)
    : [];
  const unread: typeof from.unread = (...operations) => [
    ...from.unread(...operations),
    ...unreadOf(...secrets.filter(({ operation }) => operation === 'secretsmanager:DescribeSecret')),
  ];
  return [...secrets, ...(wants('kms:') ? await collectKeys({ ...from, unread }, wanted) : [])];
};
