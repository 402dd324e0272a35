import ports from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { beyond, formatRule, passesSomewhere, type SecurityRule } from '../arithmetic/security-rules.ts';
import { type FactTable, sorted } from '../define.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import * as op from '../operations.ts';
import { rulesIn, type SecurityGroupContext } from './context.ts';
import { formatPort, portOf } from './ports.ts';

/** Ports that directory traffic uses, of either protocol; ICMP passes too. */
function isDirectoryTraffic(rule: SecurityRule, ownId: string): boolean {
  if (rule.protocol === 'icmp' || rule.protocol === 'icmpv6') return true;
  if (rule.peer === ownId) return true;
  if (rule.protocol !== 'tcp' && rule.protocol !== 'udp') return false;
  const tolerated = ports.toleratedIngress.map(([from = 0, to = 0]) => ({ protocol: 'any', from, to, peer: 'any' }));
  return beyond([{ protocol: 'any', from: rule.from, to: rule.to, peer: 'any' }], tolerated).length === 0;
}

/** What the controllers group has other than a new one of the directory's type. */
export const controllersDefaultsFacts: FactTable<SecurityGroupContext> = {
  directoryServiceType: {
    type: 'string',
    about: 'AWS Directory Service type of the directory; null for a group that is not managed.',
    from: [op.descriptions],
    values: ['SimpleAD', 'ADConnector', 'MicrosoftAD', 'SharedMicrosoftAD'],
    nullable: true,
    read: ({ estate, use }) => (use === undefined ? null : directoryServiceTypeOf(estate, use.directory)),
  },
  'defaults.controllerPortsMissing': {
    type: 'list',
    about:
      "Default ingress ports of the directory's type that no source may reach; a rule for the group itself is none.",
    from: [op.descriptions, op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      const type = context.use === undefined ? null : directoryServiceTypeOf(context.estate, context.use.directory);
      if (isUnknown(type)) return type;
      const wanted = Object.entries(ports.defaultIngress).find(([name]) => name === type)?.[1];
      if (wanted === undefined) return new Unknown(`the default rules of a directory of type ${type} are not known`);
      const others = rules.filter((rule) => rule.peer !== context.id);
      const missing = wanted
        .map(portOf)
        .filter(({ protocol, from, to }) => !passesSomewhere(others, protocol, from, to));
      return sorted(missing.map(formatPort));
    },
  },
  'defaults.ingressBeyondDirectoryPorts': {
    type: 'list',
    about: 'Ingress rules that reach beyond directory traffic: other ports, or all of them from others than the group.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return sorted(rules.filter((rule) => !isDirectoryTraffic(rule, context.id)).map(formatRule));
    },
  },
  'defaults.unusualEgress': {
    type: 'list',
    about: 'Egress rules that are neither all traffic nor to the group itself.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'egress');
      if (isUnknown(rules)) return rules;
      const usual = (rule: SecurityRule) =>
        rule.peer === context.id || (rule.protocol === '-1' && rule.peer.endsWith('/0'));
      return sorted(rules.filter((rule) => !usual(rule)).map(formatRule));
    },
  },
  'baseline.recordsGroup': {
    type: 'boolean',
    about:
      'Whether a baseline that somebody accepted recorded the group; false without one, unknown when it was not read there.',
    from: [op.securityGroups],
    read: ({ estate, id }) => {
      if (estate.baseline === undefined || !estate.isAccepted('securityGroup', id)) return false;
      if (estate.baseline.index.securityGroups.has(id)) return true;
      const unread = estate.baseline.unread('SecurityGroup');
      return unread === undefined ? false : new Unknown(`in the baseline, ${unread.reason}`);
    },
  },
};
