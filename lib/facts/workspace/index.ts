import type { FactTable } from '../define.ts';
import { baselineFacts } from './baseline.ts';
import { byolFacts } from './byol.ts';
import { changeFacts } from './changes.ts';
import type { WorkspaceContext } from './context.ts';
import { directoryFacts } from './directory.ts';
import { directorySignInFacts } from './directory-sign-in.ts';
import { errorFacts } from './errors.ts';
import { fipsHistoryFacts } from './fips-history.ts';
import { interfaceFacts } from './interface.ts';
import { operatingSystemFacts } from './operating-system.ts';
import { ownFacts } from './own.ts';
import { subnetFacts } from './subnet.ts';
import { useFacts } from './use.ts';
import { userFacts } from './user.ts';
import { volumeKeyFacts } from './volume-key.ts';

/** Everything a rule can read of a WorkSpace. */
export const workspaceFacts: FactTable<WorkspaceContext> = {
  ...ownFacts,
  ...operatingSystemFacts,
  ...directoryFacts,
  ...subnetFacts,
  ...interfaceFacts,
  ...baselineFacts,
  ...errorFacts,
  ...useFacts,
  ...directorySignInFacts,
  ...userFacts,
  ...byolFacts,
  ...changeFacts,
  ...fipsHistoryFacts,
  ...volumeKeyFacts,
};

export type { WorkspaceContext } from './context.ts';
