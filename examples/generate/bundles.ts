import type { Compute } from '@aws-sdk/client-workspaces';
import type { Place } from './place.ts';
import { alphanumeric } from './seeds.ts';
import type { Team } from './workspaces.ts';

/** Windows for desktops comes with the customer's own licence, and so from the customer's own image. */
const ownLicence = (os: string): boolean => ['WINDOWS_7', 'WINDOWS_10', 'WINDOWS_11'].includes(os);

/** The bundle of a team's desktops: one of Amazon's, or one of the account around an imported image. @returns its id */
export function bundleOf(place: Place, { compute, os, protocol }: Team): string {
  const label = `${compute} ${os} ${protocol}`;
  const own = ownLicence(os);
  const BundleId = own ? place.workspacesId('wsb', label) : `wsb-${alphanumeric(`bundle ${label}`, 9)}`;
  const bundles = place.further.of('WorkspaceBundle');
  if (bundles.some((bundle) => bundle.BundleId === BundleId)) return BundleId;
  bundles.push({
    BundleId,
    Name: `${nameOf(compute)} with ${os.replaceAll('_', ' ')} (${protocol})`,
    Owner: own ? place.origin.accountId : 'AMAZON',
    BundleType: 'REGULAR',
    ComputeType: { Name: compute },
    RootStorage: { Capacity: '80' },
    UserStorage: { Capacity: '50' },
    State: 'AVAILABLE',
    ...(own && { ImageId: addImportedImage(place, os) }),
  });
  return BundleId;
}

const nameOf = (compute: Compute): string => `${compute.charAt(0)}${compute.slice(1).toLowerCase()}`;

function addImportedImage(place: Place, os: string): string {
  const ImageId = place.workspacesId('wsi', os);
  const images = place.further.of('WorkspaceImage');
  if (images.some((image) => image.ImageId === ImageId)) return ImageId;
  images.push({
    ImageId,
    Name: `corporate ${os.replaceAll('_', ' ').toLowerCase()}`,
    Description: 'Imported with our own licence',
    OperatingSystem: { Type: 'WINDOWS' },
    State: 'AVAILABLE',
    RequiredTenancy: 'DEDICATED',
    Created: place.launchOf(`image ${os}`),
    OwnerAccountId: place.origin.accountId,
  });
  return ImageId;
}
