import { isUnknown, type Unknown } from '../../model/unknown.ts';
import {
  expandPrefixLists,
  formatRule,
  isOpenToAnywhere,
  type SecurityRule,
  touches,
} from '../arithmetic/security-rules.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import { entriesOf } from '../joins/streaming-endpoints.ts';
import * as op from '../operations.ts';
import { rulesIn, type SecurityGroupContext } from './context.ts';

const formatted = (rules: readonly SecurityRule[] | Unknown): readonly string[] | Unknown =>
  isUnknown(rules) ? rules : sorted(rules.map(formatRule));

/** Rules that are there for people to sign in: SSH, and RDP as its Windows counterpart. */
const remoteAccessPorts = [22, 3389];

/** What the group admits. */
export const ruleFacts: FactTable<SecurityGroupContext> = {
  ingress: {
    type: 'list',
    about: 'Ingress rules, as "protocol ports peer".',
    from: [op.securityGroups],
    read: (context) => formatted(rulesIn(context, 'ingress')),
  },
  egress: {
    type: 'list',
    about: 'Egress rules, as "protocol ports peer".',
    from: [op.securityGroups],
    read: (context) => formatted(rulesIn(context, 'egress')),
  },
  'ingress.remoteAccess': {
    type: 'list',
    about: 'Ingress rules that admit SSH (TCP 22) or RDP (TCP 3389).',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return formatted(rules.filter((rule) => remoteAccessPorts.some((port) => touches(rule, 'tcp', port, port))));
    },
  },
  'ingress.remoteAccessFromAnywhere': {
    type: 'list',
    about: 'Which of these ports the rules together open to every IPv4 or every IPv6 address, prefix lists expanded.',
    from: [op.securityGroups, op.prefixLists],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      const relevant = rules.filter((rule) => remoteAccessPorts.some((port) => touches(rule, 'tcp', port, port)));
      const expanded = expandPrefixLists(relevant, (id) => entriesOf(context.estate, id));
      const open = remoteAccessPorts.filter((port) => isOpenToAnywhere(expanded.rules, 'tcp', port));
      const [unread] = sorted(expanded.unread);
      const unknown = unread === undefined ? undefined : context.estate.notReturned('ManagedPrefixListEntries', unread);
      return seen(open.map(String), unknown);
    },
  },
  'ingress.ssh': {
    type: 'list',
    about: 'Ingress rules that admit SSH (TCP 22) from anything but the group itself.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return formatted(rules.filter((rule) => touches(rule, 'tcp', 22, 22) && rule.peer !== context.id));
    },
  },
  'ingress.sshOnly': {
    type: 'boolean',
    about: 'Whether TCP 22 is all that the group admits.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return (
        rules.length > 0 && rules.every(({ protocol, from, to }) => protocol === 'tcp' && from === 22 && to === 22)
      );
    },
  },
};
