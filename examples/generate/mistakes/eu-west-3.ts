import { identifiers } from '../interfaces.ts';
import type { Mistake } from './mistake.ts';

export const euWest3Mistakes: readonly Mistake[] = [
  {
    what: 'both managed groups of the pilot were deleted as unused, its controllers put into the default group',
    make(place) {
      const { DirectoryId } = place.directory('pilot');
      const managed = [place.members('pilot'), place.controllers('pilot')];
      for (const eni of place.interfaces.filter(({ Description }) => Description?.endsWith(DirectoryId))) {
        eni.Groups = identifiers([place.securityGroup('default')]);
      }
      place.securityGroups = place.securityGroups.filter((group) => !managed.includes(group));
    },
  },
  {
    what: 'the internet gateway was taken out of the routes, so that the NAT gateway leads nowhere',
    make(place) {
      for (const table of place.routeTables) {
        table.Routes = table.Routes.filter(({ GatewayId }) => !GatewayId?.startsWith('igw-'));
      }
    },
  },
  {
    what: 'the password of the trial connector ran out, and one of its subnets was deleted',
    make(place) {
      const description = place.description('card-trial');
      description.Stage = 'Inoperable';
      description.StageReason = 'The service account could not sign in: its password has expired.';
      const gone = place.subnet('card-trial-b');
      place.subnets.splice(place.subnets.indexOf(gone), 1);
    },
  },
  {
    what: 'browsers may reach the trial, whose desktops no browser can show',
    make(place) {
      place.directory('card-trial').WorkspaceAccessProperties.DeviceTypeWeb = 'ALLOW';
    },
  },
];
