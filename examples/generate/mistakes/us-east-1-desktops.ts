import { addKey, ownKey } from '../account/keys.ts';
import type { Place } from '../place.ts';
import { assignIpv6OnCreation } from '../vpcs.ts';
import type { Mistake } from './mistake.ts';

/** How directories and single desktops are set. */
export const desktopMistakes: readonly Mistake[] = [
  {
    what: 'a few desktops were launched without encrypting both volumes',
    make(place) {
      delete place.workspace('developer-014').UserVolumeEncryptionEnabled;
      delete place.workspace('developer-015').RootVolumeEncryptionEnabled;
      for (const name of ['test-engineer-006', 'trainee-003']) {
        const workspace = place.workspace(name);
        delete workspace.RootVolumeEncryptionEnabled;
        delete workspace.UserVolumeEncryptionEnabled;
        delete workspace.VolumeEncryptionKey;
      }
    },
  },
  {
    what: 'the key of a desktop is about to be deleted',
    recent: true,
    make(place) {
      const key = ownKey(place, 'developer-016');
      place.workspace('developer-016').VolumeEncryptionKey = key;
      addKey(place, key, { manager: 'CUSTOMER', state: 'PendingDeletion' });
    },
  },
  {
    what: 'the accelerator was switched on in call-centre, where FIPS mode and IP groups are on already',
    recent: true,
    make(place) {
      place.directory('call-centre').StreamingProperties = {
        GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'TCP' },
      };
    },
  },
  {
    what: 'the accelerator is on in training, where every desktop uses PCoIP',
    make(place) {
      place.directory('training').StreamingProperties = {
        GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'TCP' },
      };
      accelerate(place, 'trainee-006', 'ENABLED_AUTO');
    },
  },
  {
    what: 'two finance desktops have the accelerator although their directory does not',
    make(place) {
      accelerate(place, 'finance-analyst-005', 'ENABLED_AUTO');
      accelerate(place, 'finance-analyst-011', 'ENABLED_AUTO');
    },
  },
  {
    what: 'three engineering desktops differ from their directory; a fourth only repeats it',
    make(place) {
      accelerate(place, 'developer-003', 'DISABLED');
      accelerate(place, 'developer-004', 'DISABLED');
      accelerate(place, 'developer-007', 'ENABLED_AUTO');
      accelerate(place, 'test-engineer-002', 'ENABLED_AUTO', 'NONE');
    },
  },
  {
    what: 'subnets began to assign IPv6 addresses where Graphics desktops live or may land',
    recent: true,
    make(place) {
      assignIpv6OnCreation(place, place.subnet('engineering-b'));
      assignIpv6OnCreation(place, place.subnet('training-b'));
    },
  },
];

function accelerate(
  place: Place,
  userName: string,
  Mode: 'ENABLED_AUTO' | 'DISABLED',
  PreferredProtocol?: 'NONE' | 'INHERITED',
): void {
  place.workspace(userName).WorkspaceProperties.GlobalAccelerator = {
    Mode,
    ...(Mode === 'ENABLED_AUTO' && { PreferredProtocol: PreferredProtocol ?? 'INHERITED' }),
  };
}
