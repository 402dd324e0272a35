import type { FactTable } from '../define.ts';
import { baselineFacts } from './baseline.ts';
import { byolFacts } from './byol.ts';
import type { WorkspaceContext } from './context.ts';
import { directoryFacts } from './directory.ts';
import { directorySignInFacts } from './directory-sign-in.ts';
import { errorFacts } from './errors.ts';
import { interfaceFacts } from './interface.ts';
import { operatingSystemFacts } from './operating-system.ts';
import { ownFacts } from './own.ts';
import { subnetFacts } from './subnet.ts';
import { useFacts } from './use.ts';
import { userFacts } from './user.ts';

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
  ...byolFacts,
  ...directorySignInFacts,
  ...userFacts,
};

export type { WorkspaceContext } from './context.ts';
