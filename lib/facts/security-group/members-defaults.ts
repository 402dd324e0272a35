import ports from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { anywhere, covers as coversCidr } from '../arithmetic/addresses.ts';
import {
  beyond,
  covers,
  formatRule,
  isNetwork,
  isOpenToAnywhere,
  parseRule,
  passesSomewhere,
  type SecurityRule,
} from '../arithmetic/security-rules.ts';
import { type FactTable, present, sorted } from '../define.ts';
import { networksOfVpc } from '../joins/vpc-networks.ts';
import * as op from '../operations.ts';
import { rulesIn, type SecurityGroupContext } from './context.ts';
import { formatPort, portOf } from './ports.ts';

const allIpv6: SecurityRule = { protocol: '-1', from: 0, to: 65_535, peer: '::/0' };

const defaults = ({ estate }: SecurityGroupContext, direction: 'ingress' | 'egress'): SecurityRule[] =>
  estate.parameters.defaultMembersRules[direction].flatMap((text) => parseRule(text) ?? []);

/** Ingress that a new members group does not have. */
function addedIngress(context: SecurityGroupContext): SecurityRule[] | Unknown {
  const rules = rulesIn(context, 'ingress');
  return isUnknown(rules) ? rules : beyond(rules, defaults(context, 'ingress'));
}

/** Networks of the group's VPC. */
function vpcCidrs({ estate, group }: SecurityGroupContext): string[] | Unknown {
  if (isUnknown(group)) return group;
  const vpcId = present(group.VpcId, `SecurityGroups[${group.GroupId}].VpcId`);
  return isUnknown(vpcId) ? vpcId : networksOfVpc(estate, vpcId);
}

const isWebFrom = (cidrs: readonly string[], rule: SecurityRule): boolean =>
  rule.protocol === 'tcp' &&
  rule.from === rule.to &&
  (rule.from === 80 || rule.from === 443) &&
  isNetwork(rule.peer) &&
  coversCidr(cidrs, rule.peer);

/** What the members group has other than a new one. */
export const membersDefaultsFacts: FactTable<SecurityGroupContext> = {
  'defaults.ingressAdded': {
    type: 'list',
    about: 'Ingress rules beyond the parameter defaultMembersRules.',
    from: [op.securityGroups],
    read: (context) => {
      const added = addedIngress(context);
      return isUnknown(added) ? added : sorted(added.map(formatRule));
    },
  },
  'defaults.ingressAddedFromAnywhere': {
    type: 'list',
    about: 'Those that, together, admit every IPv4 or every IPv6 address.',
    from: [op.securityGroups],
    read: (context) => {
      const added = addedIngress(context);
      if (isUnknown(added)) return added;
      return sorted(added.filter(({ protocol, from }) => isOpenToAnywhere(added, protocol, from)).map(formatRule));
    },
  },
  'defaults.ingressAddedBesidesVpcWeb': {
    type: 'list',
    about: 'Those that are more than TCP 80 or 443 from the VPC, which the guide asks to add.',
    from: [op.securityGroups, op.vpcs],
    read: (context) => {
      const added = addedIngress(context);
      if (isUnknown(added) || added.length === 0) return isUnknown(added) ? added : [];
      const cidrs = vpcCidrs(context);
      return isUnknown(cidrs) ? cidrs : sorted(added.filter((rule) => !isWebFrom(cidrs, rule)).map(formatRule));
    },
  },
  'defaults.egressAdded': {
    type: 'list',
    about: 'Egress rules beyond the parameter defaultMembersRules, without those that together admit all IPv6.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'egress');
      if (isUnknown(rules)) return rules;
      const tolerated = covers(rules, allIpv6) ? [allIpv6] : [];
      return sorted(beyond(rules, [...defaults(context, 'egress'), ...tolerated]).map(formatRule));
    },
  },
  'defaults.egressAllIpv6Added': {
    type: 'boolean',
    about: 'Whether egress for all of IPv6 was added.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'egress');
      if (isUnknown(rules)) return rules;
      const isDefault = beyond([allIpv6], defaults(context, 'egress')).length === 0;
      return !isDefault && covers(rules, allIpv6);
    },
  },
  'defaults.egressRemoved': {
    type: 'list',
    about: 'Default egress that the group no longer admits in full.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'egress');
      return isUnknown(rules) ? rules : sorted(beyond(defaults(context, 'egress'), rules).map(formatRule));
    },
  },
  'defaults.egressPortsLost': {
    type: 'list',
    about:
      'Directory ports that pass to no destination any more, and TCP 80 and 443 where they do not pass to all of IPv4.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'egress');
      if (isUnknown(rules)) return rules;
      const toDirectory = ports.controllerPorts.map(portOf);
      const toAll = [80, 443].map((port) => ({ protocol: 'tcp', from: port, to: port, peer: anywhere.IPv4 }));
      const lost = [
        ...toDirectory.filter(({ protocol, from, to }) => !passesSomewhere(rules, protocol, from, to)),
        ...beyond(toAll, rules),
      ];
      return sorted(lost.map(formatPort));
    },
  },
};
