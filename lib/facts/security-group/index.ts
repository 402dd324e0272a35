import type { FactTable } from '../define.ts';
import { attachmentFacts } from './attachments.ts';
import { baselineFacts } from './baseline.ts';
import { changeFacts } from './changes.ts';
import type { SecurityGroupContext } from './context.ts';
import { controllersDefaultsFacts } from './controllers-defaults.ts';
import { directoryPortFacts } from './directory-ports.ts';
import { identityFacts } from './identity.ts';
import { membersDefaultsFacts } from './members-defaults.ts';
import { ruleFacts } from './rules.ts';

/** Everything a rule can read of a security group. */
export const securityGroupFacts: FactTable<SecurityGroupContext> = {
  ...identityFacts,
  ...ruleFacts,
  ...attachmentFacts,
  ...membersDefaultsFacts,
  ...controllersDefaultsFacts,
  ...baselineFacts,
  ...changeFacts,
  ...directoryPortFacts,
};

export type { ManagedUse, SecurityGroupContext } from './context.ts';
