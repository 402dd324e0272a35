import { type FactTable, known } from '../define.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const settings = ['ENABLED', 'DISABLED'];

const property = (member: 'ReconnectEnabled' | 'LogUploadEnabled', about: string) => ({
  type: 'string' as const,
  about,
  from: [op.clientProperties],
  values: settings,
  read: ({ estate, directory: { DirectoryId: id } }: DirectoryContext) => {
    const found = estate.snapshot.resources.ClientProperties.items.find(({ ResourceId }) => ResourceId === id);
    if (found === undefined) return estate.notReturned('ClientProperties', id);
    return known(found.ClientProperties?.[member], settings, `ClientProperties[${id}].${member}`);
  },
});

/** What the clients of a directory offer their users. */
export const clientPropertyFacts: FactTable<DirectoryContext> = {
  'clients.reconnect': property(
    'ReconnectEnabled',
    'Whether users may have their credentials remembered (Remember me).',
  ),
  'clients.logUpload': property('LogUploadEnabled', 'Whether clients may send their diagnostic logs to AWS.'),
};
