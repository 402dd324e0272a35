import type { FactTable } from '../define.ts';
import { addressFacts } from './addresses.ts';
import { attestedFacts } from './attested.ts';
import type { IpGroupContext } from './context.ts';
import { elasticIpFacts } from './elastic-ips.ts';
import { natFacts } from './nat.ts';
import { ruleFacts } from './rules.ts';

/** Everything a rule can read of an IP access control group. */
export const ipGroupFacts: FactTable<IpGroupContext> = {
  ...ruleFacts,
  ...addressFacts,
  ...natFacts,
  ...elasticIpFacts,
  ...attestedFacts,
};

export type { IpGroupContext } from './context.ts';
