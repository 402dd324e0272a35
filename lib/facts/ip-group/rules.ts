import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { isDocumentation, isReserved, touchesReserved } from '../arithmetic/addresses.ts';
import { both, counted, type FactTable, seen, sorted } from '../define.ts';
import { directoriesOfGroup, findIpGroup, type IpRule, rangesOfGroup, rulesOfGroup } from '../joins/ip-rules.ts';
import { redundantRanges } from '../joins/redundant-ranges.ts';
import { ipGroupIdsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { IpGroupContext } from './context.ts';

const rulesOf = ({ group }: IpGroupContext): readonly IpRule[] | Unknown =>
  isUnknown(group) ? group : rulesOfGroup(group);

const associated = ({ estate, id }: IpGroupContext): readonly string[] | Unknown =>
  seen(
    directoriesOfGroup(estate, id).map((directory) => directory.DirectoryId),
    estate.unread('WorkspaceDirectory') ?? estate.limited,
  );

/** Rules of a kind, as written; unknown when none is seen and one cannot be read as an address. */
function rulesWhere(context: IpGroupContext, test: (cidr: string) => boolean): readonly string[] | Unknown {
  const rules = rulesOf(context);
  if (isUnknown(rules)) return rules;
  const found = rules.filter(({ cidr }) => cidr !== undefined && test(cidr)).map(({ text }) => text);
  return seen(found, rangesOfGroup(context.group).unknown);
}

/** Directories of the group of which every group satisfies `test`, so that a sibling does not help. */
function directoriesWhereAll(context: IpGroupContext, test: (rules: readonly IpRule[]) => boolean): string[] | Unknown {
  const { estate, id } = context;
  const found: string[] = [];
  let unknown: Unknown | undefined = estate.unread('WorkspaceDirectory') ?? estate.limited;
  for (const directory of directoriesOfGroup(estate, id)) {
    const siblings = ipGroupIdsOf(estate, directory).map((groupId) => findIpGroup(estate, groupId));
    const rules = siblings.map((group) => (isUnknown(group) ? group : rulesOfGroup(group)));
    const unread = rules.find(isUnknown);
    if (rules.some((list) => !isUnknown(list) && !test(list))) continue;
    if (unread === undefined) found.push(directory.DirectoryId);
    else unknown = both(unknown, unread);
  }
  return found.length > 0 || unknown === undefined ? sorted(found) : unknown;
}

/** The rules of a group, and the directories that they serve. */
export const ruleFacts: FactTable<IpGroupContext> = {
  id: { type: 'string', about: 'Group id.', from: [op.ipGroups], read: ({ id }) => id },
  directoryIds: {
    type: 'list',
    about: 'Registered directories that the group is associated with.',
    from: [op.directories],
    read: associated,
  },
  referencedBy: {
    type: 'list',
    about: 'All directories that the group is associated with, also those on their way out.',
    from: [op.directories],
    read: ({ estate, id }) =>
      seen(
        estate.snapshot.resources.WorkspaceDirectory.items
          .filter((directory) => (directory.ipGroupIds ?? []).includes(id))
          .map((directory) => directory.DirectoryId),
        estate.unread('WorkspaceDirectory') ?? estate.limited,
      ),
  },
  registeredDirectoryCount: {
    type: 'number',
    about: 'Registered directories of the Region.',
    from: [op.directories],
    read: ({ estate }) =>
      counted(estate.registeredDirectories.length, estate.unread('WorkspaceDirectory') ?? estate.limited),
  },
  ruleCount: {
    type: 'number',
    about: 'Rules of the group; unknown when the answer has no list of rules.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : rules.length;
    },
  },
  rules: {
    type: 'list',
    about: 'The rules as they are written.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : sorted(rules.map(({ text }) => text));
    },
  },
  'rules.redundant': {
    type: 'list',
    about: 'Rules that another rule of the group contains.',
    from: [op.ipGroups],
    read: (context) => {
      const rules = rulesOf(context);
      return isUnknown(rules) ? rules : redundantRanges(rules);
    },
  },
  'rules.reserved': {
    type: 'list',
    about: 'Rules that lie wholly in ranges that are never the source of a client (RFC 6890).',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, isReserved),
  },
  'rules.partlyReserved': {
    type: 'list',
    about: 'Rules that hold such ranges beside public ones.',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, (cidr) => touchesReserved(cidr) && !isReserved(cidr)),
  },
  'rules.documentation': {
    type: 'list',
    about: 'Rules in ranges set aside for documentation (RFC 5737).',
    from: [op.ipGroups],
    read: (context) => rulesWhere(context, isDocumentation),
  },
  'directories.withOnlyEmptyGroups': {
    type: 'list',
    about: 'Directories of the group all of whose groups are without rules.',
    from: [op.directories, op.ipGroups],
    read: (context) => directoriesWhereAll(context, (rules) => rules.length === 0),
  },
  'directories.withOnlyReservedRules': {
    type: 'list',
    about: 'Directories of the group all of whose rules lie in reserved ranges.',
    from: [op.directories, op.ipGroups],
    read: (context) =>
      directoriesWhereAll(context, (rules) => rules.every(({ cidr }) => cidr !== undefined && isReserved(cidr))),
  },
  'directories.preferringUdp': {
    type: 'list',
    about: 'Directories of the group that prefer UDP for streaming.',
    from: [op.directories],
    read: ({ estate, id }) =>
      sorted(
        directoriesOfGroup(estate, id)
          .filter((d) => d.StreamingProperties?.StreamingExperiencePreferredProtocol === 'UDP')
          .map((d) => d.DirectoryId),
      ),
  },
};
