import { isUnknown, Unknown } from '../../model/unknown.ts';
import { covers, toCidr } from '../arithmetic/addresses.ts';
import { combined, type FactTable, present, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { resolveAddresses } from '../joins/account-addresses.ts';
import * as op from '../operations.ts';
import type { IpGroupContext } from './context.ts';

interface Outside {
  /** A rule with its description. */
  readonly text: string;
  readonly cidr: string;
  readonly isDescribed: boolean;
}

/** Rules in which no public address of the account lies, and why there may be more. */
function outsideOf({ estate, group }: IpGroupContext): { list: Outside[]; unknown: Unknown | undefined } {
  const rules = isUnknown(group) ? group : present(group.userRules, `Result[${group.groupId}].userRules`);
  if (isUnknown(rules)) return { list: [], unknown: rules };
  const list: Outside[] = [];
  const unknowns: Unknown[] = [];
  for (const { ipRule, ruleDesc } of rules) {
    const cidr = toCidr(ipRule ?? '');
    if (cidr === undefined) {
      unknowns.push(new Unknown(`rule ${JSON.stringify(ipRule)} is not an IP address or network`));
      continue;
    }
    const { resolved, unknown } = resolveAddresses(estate, [cidr]);
    if (resolved.length > 0) continue;
    if (unknown !== undefined) unknowns.push(unknown);
    else list.push({ text: `${ipRule}${ruleDesc ? ` (${ruleDesc})` : ''}`, cidr, isDescribed: Boolean(ruleDesc) });
  }
  return { list, unknown: combined(unknowns) };
}

/** Ranges that their owner attests on the day of the snapshot. */
const attestedRanges = ({ parameters, snapshot }: Estate): string[] =>
  parameters.attestedRanges
    .filter(({ expires }) => expires >= snapshot.header.capturedAt.slice(0, 10))
    .flatMap(({ cidr }) => toCidr(cidr) ?? []);

/** Rules for addresses that are not the account's, and whether somebody answers for them. */
export const attestedFacts: FactTable<IpGroupContext> = {
  'rules.outsideAccount': {
    type: 'list',
    about: 'Rules in which no public address of the account, in this Region, lies; with their descriptions.',
    from: [op.ipGroups, op.addresses, op.interfaces],
    read: (context) => {
      const { list, unknown } = outsideOf(context);
      return seen(
        list.map(({ text }) => text),
        unknown,
      );
    },
  },
  'rules.unattested': {
    type: 'list',
    about:
      'Those that the parameter attestedRanges does not cover on the day of the snapshot; unknown while it names no range at all.',
    from: [op.ipGroups, op.addresses, op.interfaces],
    read: (context) => {
      const { list, unknown } = outsideOf(context);
      if (context.estate.parameters.attestedRanges.length === 0 && list.length > 0) {
        const texts = list.map(({ text }) => text).join(', ');
        return new Unknown(`the parameter attestedRanges names no range: ask whether ${texts} is a static address`);
      }
      const ranges = attestedRanges(context.estate);
      return seen(
        list.filter(({ cidr }) => !covers(ranges, cidr)).map(({ text }) => text),
        unknown,
      );
    },
  },
  'rules.undescribed': {
    type: 'list',
    about: 'Rules for addresses outside the account that have no description.',
    from: [op.ipGroups, op.addresses, op.interfaces],
    read: (context) => {
      const { list, unknown } = outsideOf(context);
      return seen(
        list.filter(({ isDescribed }) => !isDescribed).map(({ text }) => text),
        unknown,
      );
    },
  },
};
