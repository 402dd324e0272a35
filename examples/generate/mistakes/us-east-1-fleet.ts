import type { OperatingSystemName, Protocol } from '@aws-sdk/client-workspaces';
import { bundleOf } from '../bundles.ts';
import type { Place } from '../place.ts';
import { leaveIdle } from '../sessions.ts';
import { addWorkspace, windowsTeam } from '../workspaces.ts';
import type { Mistake } from './mistake.ts';

/** Which desktops there are, what they run, and whether anybody uses them. */
export const fleetMistakes: readonly Mistake[] = [
  {
    what: 'two analysts left, and their desktops stayed',
    make(place) {
      leaveIdle(place, 'finance-analyst-027', 150);
      leaveIdle(place, 'finance-analyst-028', 200);
    },
  },
  {
    what: 'a test engineer has a second desktop to compare the protocols',
    make(place) {
      const directory = place.directory('engineering');
      const team = { ...windowsTeam('test-engineer', 1), protocol: 'PCOIP' as const };
      const groups = [place.members('engineering')];
      addWorkspace(place, { directory, subnet: place.subnet('engineering-a'), team, number: 9, groups, another: true });
    },
  },
  {
    what: 'Windows 10 of the call centre was started in engineering, on hardware shared with other customers',
    make: (place) => reinstall(place, 'test-engineer-010', 'WINDOWS_10', 'WSP'),
  },
  {
    what: 'one agent still works on Windows 7, another streams with PCoIP, which takes no certificates',
    make(place) {
      reinstall(place, 'call-agent-030', 'WINDOWS_7', 'PCOIP');
      reinstall(place, 'call-agent-031', 'WINDOWS_10', 'PCOIP');
    },
  },
  {
    what: 'a contractor streams Windows 11 with PCoIP',
    make: (place) => reinstall(place, 'contractor-023', 'WINDOWS_11', 'PCOIP'),
  },
  {
    what: 'an image was imported with Office in it',
    recent: true,
    make(place) {
      place.further.of('WorkspaceImage').push({
        ImageId: place.workspacesId('wsi', 'with Office'),
        Name: 'corporate windows 11 with office',
        Description: 'Imported with our own licence',
        OperatingSystem: { Type: 'WINDOWS' },
        State: 'ERROR',
        RequiredTenancy: 'DEDICATED',
        ErrorCode: 'OfficeInstalled',
        ErrorMessage: 'Office is installed on the image.',
        ErrorDetails: [{ ErrorCode: 'OfficeInstalled', ErrorMessage: 'Office is installed on the image.' }],
        Created: new Date('2026-11-03T10:12:00.000Z'),
        OwnerAccountId: place.origin.accountId,
      });
    },
  },
];

function reinstall(place: Place, userName: string, os: OperatingSystemName, protocol: Protocol): void {
  const workspace = place.workspace(userName);
  workspace.WorkspaceProperties.OperatingSystemName = os;
  workspace.WorkspaceProperties.Protocols = [protocol];
  workspace.BundleId = bundleOf(place, { ...windowsTeam(userName, 1), os, protocol });
}
