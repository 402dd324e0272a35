import { type FactTable, sorted } from '../define.ts';
import { changesOf } from '../joins/trail-changes.ts';
import { tell } from '../joins/trail-events.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Who changed the encryption mode. */
export const encryptionChangeFacts: FactTable<DirectoryContext> = {
  'endpointEncryptionMode.changesSeen': {
    type: 'list',
    about: 'Changes of the endpoint encryption mode that CloudTrail shows; none where it was not asked.',
    from: [],
    helpedBy: [op.cloudTrail],
    read: ({ estate, directory }) => {
      const test = ({ ids }: { readonly ids: ReadonlySet<string> }) => ids.has(directory.DirectoryId);
      return sorted(changesOf(estate, { names: ['ModifyEndpointEncryptionMode'], test }).events.map(tell));
    },
  },
};
