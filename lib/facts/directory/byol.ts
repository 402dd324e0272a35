import { isUnknown, Unknown } from '../../model/unknown.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import { admits, admitsSomewhere, known, mapRules, type RuleSet, widest } from '../arithmetic/rule-sets.ts';
import { combined, counted, type FactTable, present, seen, sorted } from '../define.ts';
import { attachmentsOfDirectory } from '../joins/attachments.ts';
import { isByol, tally, tenancies, tenancyOf } from '../joins/byol.ts';
import { effectiveRules } from '../joins/effective-rules.ts';
import { labelOf } from '../joins/group-sets.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Windows activation (guide: IP address and port requirements - Management interface ports). */
const activation = { protocol: 'tcp', from: 1688, to: 1688 };

/** Security groups that BYOL WorkSpaces of the directory carry together, and why there may be more. */
function byolGroupSets({ estate, directory }: DirectoryContext) {
  const attached = attachmentsOfDirectory(estate, directory.DirectoryId);
  const looked = attached.list.map((one) => ({ one, byol: isByol(estate, one.workspace) }));
  const sets = Map.groupBy(
    looked.flatMap(({ one, byol }) => (byol === true ? one : [])),
    ({ groupIds }) => groupIds.join(' '),
  );
  const list = [...sets.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const vpcId = present(first.eni.VpcId, `NetworkInterfaces[${first.eni.NetworkInterfaceId}].VpcId`);
    const workspaceIds = sorted([first, ...others].map(({ workspace }) => workspace.WorkspaceId));
    return [{ groupIds: first.groupIds, vpcId, workspaceIds }];
  });
  const unknown = combined([attached.unknown, ...looked.map(({ byol }) => byol)].filter(isUnknown));
  const none = new Unknown(`no primary interface of a BYOL WorkSpace of ${directory.DirectoryId} was found`);
  return { list, unknown: list.length === 0 ? (unknown ?? none) : unknown };
}

/** Which addresses carry a security group that a rule names is not known of servers outside the directory. */
const withMembers = (set: RuleSet): RuleSet =>
  mapRules(set, (rule) => {
    if (!rule.peer.startsWith('sg-')) return known([rule]);
    const unknown = new Unknown(`which addresses ${rule.peer} stands for is not known`);
    return { certain: [rule], possible: [rule, ...widest(rule)], unknown };
  });

/** Whether the rules let activation out to all the servers; without any named, to anybody. */
function letsOut(set: RuleSet, servers: readonly string[]): boolean | Unknown {
  if (servers.length === 0) return admitsSomewhere(set, activation);
  const verdicts = servers.map((text) => {
    const peer = toCidr(text);
    return peer === undefined
      ? new Unknown(`kmsServerCidrs names "${text}", which is no network`)
      : admits(withMembers(set), { ...activation, peer });
  });
  return !verdicts.includes(false) && (verdicts.find(isUnknown) ?? true);
}

/** What the directory has of BYOL: Windows desktop licences of the customer, on dedicated hardware. */
export const byolFacts: FactTable<DirectoryContext> = {
  tenancy: {
    type: 'string',
    about: 'Whether WorkSpaces of the directory run on hardware of their own.',
    from: [op.directories],
    values: tenancies,
    read: ({ directory }) => tenancyOf(directory),
  },
  'byol.workspaceCount': {
    type: 'number',
    about: 'Live WorkSpaces with a Windows version for desktops, where the directory is on dedicated hardware.',
    from: [op.directories, op.workspaces],
    read: ({ estate, directory }) => {
      const workspaces = estate.liveWorkspaces(directory.DirectoryId);
      const { certain, unknown } = tally(workspaces.map((workspace) => isByol(estate, workspace)));
      // None of a directory on shared hardware is, whatever was not read.
      return counted(certain, tenancyOf(directory) === 'SHARED' ? undefined : (estate.unread('Workspace') ?? unknown));
    },
  },
  'byol.groupsClosedToKms': {
    type: 'list',
    about:
      'Sets of security groups on primary interfaces of these WorkSpaces, with a WorkSpace that has them, that do not ' +
      'let TCP 1688 out to all of the parameter kmsServerCidrs; to nobody at all, when it is empty. Unknown while no ' +
      'such interface is found.',
    from: [op.workspaces, op.interfaces, op.securityGroups, op.prefixLists],
    read: (context) => {
      const { estate } = context;
      const sets = byolGroupSets(context);
      const looked = sets.list.map((set) => {
        const rules = effectiveRules(estate, set.groupIds, 'egress');
        return { label: labelOf(set), open: letsOut(rules, estate.parameters.kmsServerCidrs) };
      });
      return seen(
        looked.filter(({ open }) => open === false).map(({ label }) => label),
        combined([sets.unknown, ...looked.map(({ open }) => open)].filter(isUnknown)),
      );
    },
  },
};
