import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import { primaryInterface, primaryInterfaces } from '../joins/interfaces.ts';
import { membersGroupId } from '../joins/managed-groups.ts';
import { attempts, byOthers, type Changes, changesOf } from '../joins/trail-changes.ts';
import { type TrailEvent, tell, textsIn } from '../joins/trail-events.ts';
import { readSince } from '../joins/trail-reach.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

const modifying = 'ModifyNetworkInterfaceAttribute';
const names = [
  'AssignPrivateIpAddresses',
  'AssociateAddress',
  'DeleteNetworkInterface',
  'DetachNetworkInterface',
  'DisassociateAddress',
  modifying,
  'UnassignPrivateIpAddresses',
];

/** The primary interface, and the one that the baseline recorded, which may be gone. */
function interfaceIds({ estate, workspace, eni }: WorkspaceContext): string[] {
  const { baseline } = estate;
  const earlier = baseline?.index.workspaces.get(workspace.WorkspaceId);
  const then =
    baseline === undefined || earlier === undefined
      ? undefined
      : primaryInterface(earlier, primaryInterfaces(baseline, earlier));
  return [eni, then].flatMap((one) => (one === undefined || isUnknown(one) ? [] : one.NetworkInterfaceId));
}

/** Another list of groups that still has the members group: the guide lets one add groups so. */
function keepsMembersGroup(event: TrailEvent, { directory }: WorkspaceContext): boolean {
  if (event.name !== modifying || isUnknown(directory)) return false;
  const members = membersGroupId(directory);
  return !isUnknown(members) && textsIn(event.body.requestParameters, ['groupid']).includes(members);
}

function changes(context: WorkspaceContext, isGroups: boolean): Changes {
  const ids = interfaceIds(context);
  const { events, unknown } = changesOf(context.estate, {
    names,
    test: (event) => ids.some((id) => event.ids.has(id)),
  });
  const unnamed = ids.length === 0 && isUnknown(context.eni) ? context.eni : undefined;
  return {
    events: events.filter((event) => keepsMembersGroup(event, context) === isGroups),
    unknown: unnamed ?? unknown,
  };
}

const list = (about: string, pick: (changes: Changes) => string[], isGroups = false) => ({
  type: 'list' as const,
  about,
  from: [op.cloudTrail, op.interfaces],
  read: (context: WorkspaceContext): readonly string[] | Unknown => {
    const found = changes(context, isGroups);
    return seen(pick(found), found.unknown);
  },
});

/** What CloudTrail tells of the primary interface, and of the one that the baseline recorded. */
export const changeFacts: FactTable<WorkspaceContext> = {
  'eni.changesByOthers': list(
    'Changes, detachments and deletions of the interface that somebody other than the service made, with who, from where and when; without new lists of groups that keep the members group.',
    byOthers,
  ),
  'eni.groupChangesByOthers': list('New lists of groups that keep the members group.', byOthers, true),
  'eni.changeAttempts': list('Changes that were tried and refused.', attempts),
  'eni.changesReadSince': {
    type: 'string',
    about: 'Time after which all such events were read: 90 days back at most.',
    from: [op.cloudTrail],
    read: ({ estate }) => readSince(estate, names),
  },
  'eni.changesSeen': {
    type: 'list',
    about: 'All changes of the interface that CloudTrail shows, whoever made them; none where it was not asked.',
    from: [],
    helpedBy: [op.cloudTrail],
    read: (context) => sorted([true, false].flatMap((isGroups) => changes(context, isGroups).events.map(tell))),
  },
};
