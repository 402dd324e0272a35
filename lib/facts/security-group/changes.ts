import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import { attachmentsOfDirectory } from '../joins/attachments.ts';
import { controllerInterfaces } from '../joins/managed-groups.ts';
import { attempts, byOthers, type Changes, changesOf } from '../joins/trail-changes.ts';
import { type ReadEvent, tell, textsIn } from '../joins/trail-events.ts';
import { readSince } from '../joins/trail-reach.ts';
import * as op from '../operations.ts';
import type { SecurityGroupContext } from './context.ts';

/** Tags are no change of a group. */
const names = [
  'AuthorizeSecurityGroupEgress',
  'AuthorizeSecurityGroupIngress',
  'DeleteSecurityGroup',
  'ModifySecurityGroupRules',
  'RevokeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
  'UpdateSecurityGroupRuleDescriptionsEgress',
  'UpdateSecurityGroupRuleDescriptionsIngress',
];
const detaching = 'ModifyNetworkInterfaceAttribute';

/** Interfaces that should carry the managed group: those of WorkSpaces, or of the directory's controllers. */
function carriers({ estate, use }: SecurityGroupContext): ReadonlySet<string> {
  if (use === undefined) return new Set();
  if (use.role === 'members') {
    const { list } = attachmentsOfDirectory(estate, use.directory.DirectoryId);
    return new Set(list.map(({ eni }) => eni.NetworkInterfaceId));
  }
  const found = controllerInterfaces(estate, use.directory);
  return new Set(isUnknown(found) ? [] : found.map((eni) => eni.NetworkInterfaceId));
}

function changes(context: SecurityGroupContext): Changes {
  const { estate, id } = context;
  const own = carriers(context);
  /** A list of groups without this one, for an interface that should carry it. */
  const takesOff = (event: ReadEvent): boolean => {
    if ('unknown' in event) return false;
    const groups = textsIn(event.body.requestParameters, ['groupid']);
    return groups.length > 0 && !groups.includes(id) && [...event.ids].some((one) => own.has(one));
  };
  const test = (event: ReadEvent): boolean => (event.name === detaching ? takesOff(event) : event.ids.has(id));
  return changesOf(estate, { names: [...names, detaching], test });
}

/** What CloudTrail tells of the group. */
export const changeFacts: FactTable<SecurityGroupContext> = {
  'changes.byOthers': {
    type: 'list',
    about:
      'Changes of its rules, deletions, and removals from an interface that somebody other than WorkSpaces or Directory Service made, with who, from where and when.',
    from: [op.cloudTrail, op.interfaces],
    read: (context) => {
      const found = changes(context);
      return seen(byOthers(found), found.unknown);
    },
  },
  'changes.attempts': {
    type: 'list',
    about: 'The same, as far as they were tried and refused.',
    from: [op.cloudTrail, op.interfaces],
    read: (context) => {
      const found = changes(context);
      return seen(attempts(found), found.unknown);
    },
  },
  'changes.readSince': {
    type: 'string',
    about: 'Time after which all such events were read: 90 days back at most.',
    from: [op.cloudTrail],
    read: ({ estate }) => readSince(estate, [...names, detaching]),
  },
  'changes.seen': {
    type: 'list',
    about: 'All changes that CloudTrail shows, whoever made them; none where it was not asked.',
    from: [],
    helpedBy: [op.cloudTrail],
    read: (context) => sorted(changes(context).events.map(tell)),
  },
};
