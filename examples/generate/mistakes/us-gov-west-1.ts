import { identifiers } from '../interfaces.ts';
import type { Mistake } from './mistake.ts';

export const usGovWest1Mistakes: readonly Mistake[] = [
  {
    what: 'field-office was switched back from FIPS mode, and its IP groups opened, to rule out a fault',
    recent: true,
    make(place) {
      place.directory('field-office').EndpointEncryptionMode = 'STANDARD_TLS';
      place.ipGroup('field-egress').userRules = [{ ipRule: '0.0.0.0/1', ruleDesc: 'temporary' }];
      place.ipGroup('field-annex').userRules = [{ ipRule: '128.0.0.0/1', ruleDesc: 'temporary' }];
    },
  },
  {
    what: 'a field desktop has an unencrypted user volume',
    make: (place) => void delete place.workspace('field-inspector-004').UserVolumeEncryptionEnabled,
  },
  {
    what: 'the accelerator was switched on in records, in a Region that has none',
    recent: true,
    make(place) {
      place.directory('records').StreamingProperties = {
        GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'NONE' },
      };
    },
  },
  {
    what: 'secure LDAP was closed at the controllers of program-alpha',
    recent: true,
    make(place) {
      const controllers = place.controllers('program-alpha');
      controllers.IpPermissions = controllers.IpPermissions.filter(({ FromPort }) => FromPort !== 636);
    },
  },
  {
    what: 'a program desktop wears the group of the controllers',
    make: (place) =>
      void place.interfaceOf('program-analyst-009').Groups.push(...identifiers([place.controllers('program-alpha')])),
  },
  {
    what: 'mission-support has an IP group, which a VPC endpoint ignores',
    recent: true,
    make(place) {
      place.directory('mission-support').ipGroupIds = [place.ipGroup('agency-egress').groupId];
    },
  },
];
