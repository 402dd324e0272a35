import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { type FactTable, present } from '../define.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

type Properties = NonNullable<WorkspaceDirectory['WorkspaceCreationProperties']>;

const ofProperties =
  <T>(read: (properties: Properties, context: DirectoryContext) => T | Unknown) =>
  (context: DirectoryContext): T | Unknown => {
    const properties = present(
      context.directory.WorkspaceCreationProperties,
      pathOf(context, 'WorkspaceCreationProperties'),
    );
    return isUnknown(properties) ? properties : read(properties, context);
  };

/** The parts of a distinguished name, lower case and without space around them; a comma after a backslash is text. */
const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/(?<!\\),/)
    .map((part) => part.trim().replace(/\s*=\s*/, '='));

/** The name without the domain that it ends in. */
const pathIn = (name: string): string =>
  partsOf(name)
    .filter((part) => !part.startsWith('dc='))
    .join();

/**
 * Where computers of the domain are put unless somebody says otherwise. AWS Managed Microsoft AD keeps what customers
 * may change in an OU that has the directory's short name.
 */
function computersPathOf({ estate, directory }: DirectoryContext): string | Unknown {
  const type = directoryServiceTypeOf(estate, directory);
  if (isUnknown(type)) return type;
  if (type !== 'MicrosoftAD' && type !== 'SharedMicrosoftAD') return 'cn=computers';
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const shortName = present(description.ShortName, `DirectoryDescriptions[${directory.DirectoryId}].ShortName`);
  return isUnknown(shortName) ? shortName : `ou=computers,ou=${shortName.toLowerCase()}`;
}

/** How WorkSpaces are created in the directory. */
export const creationFacts: FactTable<DirectoryContext> = {
  defaultOu: {
    type: 'string',
    about: 'Organizational unit that machine accounts are put in; null when none was chosen.',
    from: [op.directories],
    nullable: true,
    read: ofProperties(({ DefaultOu }) => DefaultOu?.trim() || null),
  },
  'defaultOu.path': {
    type: 'string',
    about: 'Its distinguished name in lower case, without the domain: ou=desktops,ou=corp. Null when none was chosen.',
    from: [op.directories],
    nullable: true,
    read: ofProperties(({ DefaultOu }) => (DefaultOu?.trim() ? pathIn(DefaultOu) : null)),
  },
  'defaultOu.name': {
    type: 'string',
    about: 'The first part of that path: ou=desktops. Null when none was chosen.',
    from: [op.directories],
    nullable: true,
    read: ofProperties(({ DefaultOu }) => (DefaultOu?.trim() ? (partsOf(DefaultOu)[0] ?? null) : null)),
  },
  computersPath: {
    type: 'string',
    about: 'Path, in the same form, of the container in which the domain puts computers by default.',
    from: [op.descriptions],
    read: computersPathOf,
  },
  maintenanceMode: {
    type: 'boolean',
    about: 'Whether WorkSpaces of the directory are updated in maintenance windows; unknown when the answer is silent.',
    from: [op.directories],
    read: ofProperties((properties, context) =>
      present(properties.EnableMaintenanceMode, pathOf(context, 'WorkspaceCreationProperties.EnableMaintenanceMode')),
    ),
  },
};
