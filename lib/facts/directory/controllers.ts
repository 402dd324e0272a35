import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { DomainController } from '../../snapshot/index.ts';
import { combined, counted, type FactTable, known, partition, present, sorted } from '../define.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const serving = ['Active', 'Updating'];
const coming = ['Creating', 'Restoring'];
const statuses = [...serving, ...coming, 'Impaired', 'Deleting', 'Deleted', 'Failed'];

/** Controllers of an AWS Managed Microsoft AD, the only type that has them listed, and why there may be more. */
function controllersOf({ estate, directory }: DirectoryContext) {
  const type = directoryServiceTypeOf(estate, directory);
  if (isUnknown(type)) return type;
  const id = directory.DirectoryId;
  if (type === 'SharedMicrosoftAD') return new Unknown(`the controllers of ${id} belong to the account that shares it`);
  if (type !== 'MicrosoftAD') return new Unknown(`AWS Directory Service does not list the servers of ${id}`);
  const list = estate.snapshot.resources.DomainController.items.filter(({ DirectoryId }) => DirectoryId === id);
  const unread = estate.unreadOf('DomainController', id);
  if (list.length > 0) return { list, unread };
  return unread ?? new Unknown(`${op.domainControllers} returned no controller of ${id}`);
}

const statusOf = ({ DomainControllerId, Status }: DomainController) =>
  known(Status, statuses, `DomainControllers[${DomainControllerId}].Status`);

/** What `look` says of each controller in one of some statuses, and why there may be more. */
function inStatus<T>(
  context: DirectoryContext,
  wanted: readonly string[],
  look: (one: DomainController) => T | Unknown,
) {
  const controllers = controllersOf(context);
  if (isUnknown(controllers)) return controllers;
  const found = controllers.list.flatMap((controller) => {
    const status = statusOf(controller);
    if (isUnknown(status)) return [status];
    return wanted.includes(status) ? [look(controller)] : [];
  });
  const values = partition(found);
  return { known: values.known, unknown: combined([values.unknown, controllers.unread].filter(isUnknown)) };
}

/** Those on their way to serve, as a reason to wait; none when nothing more is to be expected. */
function awaited(context: DirectoryContext): Unknown | undefined {
  const found = inStatus(context, coming, ({ DomainControllerId, Status }) => `${DomainControllerId} is ${Status}`);
  if (isUnknown(found) || found.known.length === 0) return undefined;
  return new Unknown(`in progress: ${sorted(found.known).join(', ')}`);
}

const zoneOf = ({ DomainControllerId, AvailabilityZone }: DomainController) =>
  present(AvailabilityZone, `DomainControllers[${DomainControllerId}].AvailabilityZone`);
const idOf = ({ DomainControllerId }: DomainController) => DomainControllerId;

/** How many different values controllers in some statuses have; more are open while others are on their way. */
function count(
  context: DirectoryContext,
  wanted: readonly string[],
  look: (one: DomainController) => string | Unknown,
) {
  const found = inStatus(context, wanted, look);
  if (isUnknown(found)) return found;
  const waiting = wanted.includes('Creating') ? undefined : awaited(context);
  return counted(sorted(found.known).length, combined([found.unknown, waiting].filter(isUnknown)));
}

const from = [op.directories, op.descriptions, op.domainControllers];

/** The servers of a directory, as far as AWS Directory Service tells of them. */
export const controllerFacts: FactTable<DirectoryContext> = {
  'controllers.servingCount': {
    type: 'number',
    about: 'Domain controllers that are Active or Updating; more are open while one is Creating or Restoring.',
    from,
    read: (context) => count(context, serving, idOf),
  },
  'controllers.servingZoneCount': {
    type: 'number',
    about: 'Availability Zones of these.',
    from,
    read: (context) => count(context, serving, zoneOf),
  },
  'controllers.expectedCount': {
    type: 'number',
    about: 'Domain controllers that are Active, Updating, Creating or Restoring.',
    from,
    read: (context) => count(context, [...serving, ...coming], idOf),
  },
  'controllers.expectedZoneCount': {
    type: 'number',
    about: 'Availability Zones of these.',
    from,
    read: (context) => count(context, [...serving, ...coming], zoneOf),
  },
  'directoryService.zones': {
    type: 'list',
    about:
      "Availability Zones of the directory's servers, or of an AD Connector's, as AWS Directory Service names them.",
    from: [op.directories, op.descriptions],
    read: serviceZones,
  },
  'directoryService.zoneCount': {
    type: 'number',
    about: 'How many these are.',
    from: [op.directories, op.descriptions],
    read: (context) => {
      const zones = serviceZones(context);
      return isUnknown(zones) ? zones : zones.length;
    },
  },
};

function serviceZones({ estate, directory }: DirectoryContext): string[] | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const member = description.Type === 'ADConnector' ? 'ConnectSettings' : 'VpcSettings';
  const path = `DirectoryDescriptions[${directory.DirectoryId}].${member}.AvailabilityZones`;
  const zones = present(description[member]?.AvailabilityZones, path);
  return isUnknown(zones) ? zones : sorted(zones);
}
