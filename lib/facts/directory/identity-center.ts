import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, present } from '../define.ts';
import type { Estate } from '../estate.ts';
import { identityCenterOf } from '../joins/identity-center.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const kinds = ['ORGANIZATION', 'ACCOUNT'];

const instancesOf = ({ snapshot }: Estate) => snapshot.resources.InstanceMetadata.items;

/** Organization instances live in the management account, and only there. */
function kindOfInstance({ estate, directory }: DirectoryContext): string | Unknown {
  const arn = identityCenterOf(directory);
  if (arn === null) return new Unknown('the directory names no instance of IAM Identity Center');
  const found = [estate, ...estate.others].flatMap(instancesOf).find(({ InstanceArn }) => InstanceArn === arn);
  if (found === undefined) {
    return (
      estate.unread('InstanceMetadata') ??
      new Unknown(`no Region of this audit lists ${arn}, so that its owner is not known`)
    );
  }
  const owner = present(found.OwnerAccountId, `Instances[${arn}].OwnerAccountId`);
  if (isUnknown(owner)) return owner;
  const unread = estate.unread('Organization');
  const [organization] = estate.snapshot.resources.Organization.items;
  if (organization === undefined) return unread ?? 'ACCOUNT';
  const management = present(organization.MasterAccountId, 'Organization.MasterAccountId');
  if (isUnknown(management)) return management;
  return owner === management ? 'ORGANIZATION' : 'ACCOUNT';
}

/** The IAM Identity Center that a directory's users come from. */
export const identityCenterFacts: FactTable<DirectoryContext> = {
  'identityCenter.isInRegion': {
    type: 'boolean',
    about: "Whether the directory's instance of IAM Identity Center is in the directory's Region.",
    from: [op.directories, op.identityCenterInstances],
    read: ({ estate, directory }) => {
      const arn = identityCenterOf(directory);
      if (arn === null) return new Unknown('the directory names no instance of IAM Identity Center');
      const isListed = instancesOf(estate).some(({ InstanceArn }) => InstanceArn === arn);
      return isListed || (estate.unread('InstanceMetadata') ?? false);
    },
  },
  'identityCenter.instanceKind': {
    type: 'string',
    about: 'Whether the instance belongs to the organization or to one account; unknown where no Region lists it.',
    from: [op.directories, op.identityCenterInstances, op.organization],
    values: kinds,
    read: kindOfInstance,
  },
  'identityCenter.applicationArn': {
    type: 'string',
    about: "The directory's application in IAM Identity Center; null when it names none.",
    from: [op.directories],
    nullable: true,
    read: ({ directory }) => directory.IDCConfig?.ApplicationArn || null,
  },
  'identityCenter.assignmentRequired': {
    type: 'boolean',
    about: 'Whether users must be assigned to that application to use it.',
    from: [op.directories, op.applicationAssignments],
    read: ({ estate, directory }) => {
      const arn = directory.IDCConfig?.ApplicationArn;
      if (!arn) return new Unknown('the directory names no application of IAM Identity Center');
      const found = estate.snapshot.resources.ApplicationAssignmentConfiguration.items.find(
        ({ ApplicationArn }) => ApplicationArn === arn,
      );
      if (found === undefined) return estate.notReturned('ApplicationAssignmentConfiguration', arn);
      return present(found.AssignmentRequired, `ApplicationAssignmentConfigurations[${arn}].AssignmentRequired`);
    },
  },
};
