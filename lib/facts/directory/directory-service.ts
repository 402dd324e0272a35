import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { DirectoryDescription } from '../../snapshot/index.ts';
import { type FactTable, sorted } from '../define.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { settled } from '../settled.ts';
import type { DirectoryContext } from './context.ts';

const lasting = ['Active', 'Inoperable', 'Impaired', 'Failed', 'RestoreFailed'];
const passing = ['Requested', 'Creating', 'Created', 'Updating', 'Restoring', 'Deleting', 'Deleted'];

/** Reads a fact of the directory as AWS Directory Service describes it, or says why it is not known. */
const ofDescription =
  <T>(read: (description: DirectoryDescription, context: DirectoryContext) => T | Unknown) =>
  (context: DirectoryContext): T | Unknown => {
    const description = findDescription(context.estate, context.directory.DirectoryId);
    return isUnknown(description) ? description : read(description, context);
  };

const pathOf = ({ DirectoryId }: DirectoryDescription, member: string) =>
  `DirectoryDescriptions[${DirectoryId}].${member}`;

/** Only a directory with more Regions has a primary one; AWS leaves RegionsInfo out of the others. */
function primaryRegionOf(description: DirectoryDescription): string | null | Unknown {
  const { PrimaryRegion, AdditionalRegions } = description.RegionsInfo ?? {};
  if (PrimaryRegion) return PrimaryRegion;
  return (AdditionalRegions ?? []).length === 0
    ? null
    : new Unknown(`${pathOf(description, 'RegionsInfo.PrimaryRegion')} is absent`);
}

function ownerOf(description: DirectoryDescription, { estate }: DirectoryContext): string | Unknown {
  const owner = description.OwnerDirectoryDescription?.AccountId;
  if (owner) return owner;
  const isShared = description.Type === 'SharedMicrosoftAD' || description.OwnerDirectoryDescription;
  return isShared
    ? new Unknown(`${pathOf(description, 'OwnerDirectoryDescription.AccountId')} is absent`)
    : estate.accountId;
}

/** What AWS Directory Service says of the directory. */
export const directoryServiceFacts: FactTable<DirectoryContext> = {
  accountId: {
    type: 'string',
    about: 'Account that registered the directory with WorkSpaces.',
    from: [],
    read: ({ estate }) => estate.accountId,
  },
  'directoryService.settledStage': {
    type: 'string',
    about: 'Stage of the directory; unknown on the way to another stage, such as Creating or Updating.',
    from: [op.descriptions],
    values: lasting,
    read: ofDescription((description) => settled(description.Stage, lasting, passing, pathOf(description, 'Stage'))),
  },
  'directoryService.stageReason': {
    type: 'string',
    about: 'What AWS Directory Service says of the stage; null when it says nothing.',
    from: [op.descriptions],
    nullable: true,
    read: ofDescription(({ StageReason }) => StageReason || null),
  },
  'directoryService.ownerAccountId': {
    type: 'string',
    about: 'Account that the directory belongs to: another one when it is shared with this account.',
    from: [op.descriptions],
    read: ofDescription(ownerOf),
  },
  'directoryService.primaryRegion': {
    type: 'string',
    about: 'Region in which a directory with several Regions was made; null when it has only one Region.',
    from: [op.descriptions],
    nullable: true,
    read: ofDescription(primaryRegionOf),
  },
  'directoryService.additionalRegions': {
    type: 'list',
    about: 'Regions that the directory is replicated to.',
    from: [op.descriptions],
    read: ofDescription(({ RegionsInfo }) => sorted(RegionsInfo?.AdditionalRegions ?? [])),
  },
};
