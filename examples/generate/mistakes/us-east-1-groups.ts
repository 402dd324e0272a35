import { addElasticIp } from '../egress.ts';
import { attachElasticIpToSecondary, identifiers } from '../interfaces.ts';
import type { Place } from '../place.ts';
import { addSecurityGroup, allOut, tcp } from '../security-groups.ts';
import type { SecurityGroup } from '../shapes.ts';
import type { Mistake } from './mistake.ts';

/** Security groups: what they admit, and which interface wears which. */
export const groupMistakes: readonly Mistake[] = [
  {
    what: 'file sharing was opened in the group that WorkSpaces manages for retail-west',
    recent: true,
    make: (place) => void place.members('retail-west').IpPermissions.push(tcp(445, '10.20.0.0/16')),
  },
  {
    what: 'the egress of retail-east was written as two halves, which is no change',
    recent: true,
    make(place) {
      const halves = [{ CidrIp: '0.0.0.0/1' }, { CidrIp: '128.0.0.0/1' }];
      place.members('retail-east').IpPermissionsEgress = [{ ...allOut, IpRanges: halves }];
    },
  },
  {
    what: 'both managed groups of claims were opened for remote administration',
    recent: true,
    make(place) {
      place.members('claims').IpPermissions.push(tcp(3389, '10.0.0.0/8'));
      place.controllers('claims').IpPermissions.push(tcp(22, '0.0.0.0/0'));
    },
  },
  {
    what: 'the managed group of auditors was replaced by one of another name',
    recent: true,
    make(place) {
      const auditors = place.directory('auditors');
      const members = place.members('auditors');
      const vpc = place.vpc('desktops');
      const own = addSecurityGroup(place, vpc, { name: 'auditors-desktops', description: 'Auditors desktops' });
      auditors.WorkspaceSecurityGroupId = own.GroupId;
      for (const { UserName } of place.workspaces.filter((one) => one.DirectoryId === auditors.DirectoryId)) {
        wear(place, UserName, own);
      }
      place.securityGroups = place.securityGroups.filter((one) => one !== members);
    },
  },
  {
    what: 'SSH was opened to everywhere, in two halves, and put on a Windows desktop as well',
    make(place) {
      const open = addSecurityGroup(place, place.vpc('desktops'), {
        name: 'ssh-temporary',
        description: 'Temporary, remove after migration',
        ingress: [tcp(22, '0.0.0.0/1', '128.0.0.0/1')],
      });
      for (const name of ['developer-011', 'developer-012', 'developer-013', 'test-engineer-004']) {
        place.interfaceOf(name).Groups.push(...identifiers([open]));
      }
    },
  },
  {
    what: 'one of those desktops got an Elastic IP on a secondary address',
    recent: true,
    make(place) {
      const address = addElasticIp(place, '203.0.113.45', 'developer-012');
      attachElasticIpToSecondary(place, place.interfaceOf('developer-012'), address, '10.20.5.200');
    },
  },
  {
    what: 'one desktop collected a group for every tool it ever ran',
    make(place) {
      for (const [name, port] of [
        ['build-agents', 8443],
        ['profiler', 9229],
        ['package-mirror', 8081],
      ] as const) {
        const group = addSecurityGroup(place, place.vpc('desktops'), {
          name,
          description: `Access for ${name}`,
          ingress: [tcp(port, '10.20.250.0/24')],
        });
        place.interfaceOf('developer-020').Groups.push(...identifiers([group]));
      }
    },
  },
  {
    what: 'an interface of the engineering connector lost its group',
    recent: true,
    make(place) {
      const { DirectoryId } = place.directory('engineering');
      const eni = place.interfaces.find(({ Description }) => Description?.endsWith(DirectoryId));
      if (eni === undefined) throw new Error('the connector has no interface');
      eni.Groups = identifiers([place.securityGroup('default')]);
    },
  },
  {
    what: 'two finance desktops are older than the custom group; a third lost it',
    make(place) {
      wear(place, 'finance-analyst-001', place.members('finance'));
      wear(place, 'finance-analyst-002', place.members('finance'));
      if (place.era === 'now') wear(place, 'finance-controller-002', place.members('finance'));
    },
  },
  {
    what: 'two desktops wear the default group in place of the managed one',
    recent: true,
    make(place) {
      wear(place, 'store-manager-003', place.securityGroup('default'));
      wear(place, 'call-agent-015', place.securityGroup('default'));
    },
  },
];

function wear(place: Place, userName: string, ...groups: readonly SecurityGroup[]): void {
  place.interfaceOf(userName).Groups = identifiers(groups);
}
