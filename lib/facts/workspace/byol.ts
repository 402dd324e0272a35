import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { type FactTable, known, present } from '../define.ts';
import { tenancies, tenancyOf, windowsClientOf, windowsClients } from '../joins/byol.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';

/** Tenancies that an image may ask for. */
const imageTenancies = ['DEFAULT', 'DEDICATED'];

function tenancyOfImage(context: WorkspaceContext): string | Unknown {
  const { estate, workspace } = context;
  const bundleId = present(workspace.BundleId, pathOf(context, 'BundleId'));
  if (isUnknown(bundleId)) return bundleId;
  const bundle = estate.index.bundles.get(bundleId);
  if (bundle === undefined) return estate.notReturned('WorkspaceBundle', bundleId);
  // Amazon's images are not listed, and Amazon brings nobody's licence.
  if (bundle.Owner === 'AMAZON') return 'DEFAULT';
  const imageId = present(bundle.ImageId, `Bundles[${bundleId}].ImageId`);
  if (isUnknown(imageId)) return imageId;
  const image = estate.index.images.get(imageId);
  if (image === undefined) return estate.notReturned('WorkspaceImage', imageId);
  return known(image.RequiredTenancy, imageTenancies, `Images[${imageId}].RequiredTenancy`);
}

/** What tells whether a WorkSpace runs on a Windows desktop licence of the customer. */
export const byolFacts: FactTable<WorkspaceContext> = {
  'directory.tenancy': {
    type: 'string',
    about: 'Whether WorkSpaces of the directory run on hardware of their own.',
    from: [op.directories],
    values: tenancies,
    read: ({ directory }) => (isUnknown(directory) ? directory : tenancyOf(directory)),
  },
  windowsClient: {
    type: 'string',
    about:
      'Windows version for desktops, such as WINDOWS_11; null for Windows Server and all else. Unknown for any other ' +
      'name that begins with WINDOWS.',
    from: [op.workspaces],
    values: windowsClients,
    nullable: true,
    read: ({ workspace }) => windowsClientOf(workspace),
  },
  'image.requiredTenancy': {
    type: 'string',
    about:
      'Hardware that the image of the WorkSpace asks for. DEFAULT for bundles of Amazon; and, where bundle or image ' +
      'could not be read, for an operating system that nobody brings a licence of.',
    from: [op.workspaces, op.bundles, op.images],
    values: imageTenancies,
    read: (context) => {
      const tenancy = tenancyOfImage(context);
      return isUnknown(tenancy) && windowsClientOf(context.workspace) === null ? 'DEFAULT' : tenancy;
    },
  },
};
