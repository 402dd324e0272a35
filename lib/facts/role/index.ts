import type { FactTable } from '../define.ts';
import type { RoleContext } from './context.ts';
import { defaultRoleFacts } from './default-role.ts';
import { roleDirectoryFacts } from './directories.ts';
import { streamFacts } from './stream.ts';
import { trustFacts } from './trust.ts';

/** Everything a rule can read of an IAM role. */
export const roleFacts: FactTable<RoleContext> = {
  ...defaultRoleFacts,
  ...trustFacts,
  ...streamFacts,
  ...roleDirectoryFacts,
};

export type { RoleContext } from './context.ts';
