import { identifiers } from '../interfaces.ts';
import type { Mistake } from './mistake.ts';

export const usEast2Mistakes: readonly Mistake[] = [
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
];
