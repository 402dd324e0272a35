import type { Place } from './place.ts';
import type { IpGroup } from './shapes.ts';

/** Adds an IP access control group. @param rules address ranges by what they are */
export function addIpGroup(
  place: Place,
  name: string,
  description: string,
  rules: Readonly<Record<string, string>>,
): IpGroup {
  const group: IpGroup = {
    groupId: place.workspacesId('wsipg', name),
    groupName: name,
    groupDesc: description,
    userRules: Object.entries(rules).map(([ipRule, ruleDesc]) => ({ ipRule, ruleDesc })),
  };
  place.ipGroups.push(group);
  return group;
}

/**
 * Adds one group per site, each with the one fixed address that the site's carrier assigned.
 *
 * @param firstHost last octet of the first site's address in 198.51.100.0/24
 * @returns the groups' names
 */
export function addSiteGroups(place: Place, site: string, first: number, count: number, firstHost: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${site}-${String(first + index).padStart(3, '0')}`;
    addIpGroup(place, name, `Carrier line of ${name}`, {
      [`198.51.100.${firstHost + index}/32`]: 'fixed carrier address',
    });
    return name;
  });
}
