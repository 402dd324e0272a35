import type { Operation } from '../call.ts';
import { AwsError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { isFields, textAt, valuesAt } from '../values.ts';
import { directoryServiceListings } from './directory-service.ts';
import { ec2Listings } from './ec2.ts';
import { type Listing, listingOperation, modelOf } from './listing.ts';
import { refuse } from './refusals.ts';
import { bundleListing, workspacesListings } from './workspaces.ts';

/** Every listing by IAM action; what they list is checked against AWS's model when the double starts. */
export const listings: Readonly<Record<string, Listing>> = {
  ...byAction('ec2', ec2Listings),
  ...byAction('workspaces', workspacesListings),
  ...byAction('ds', directoryServiceListings),
  'workspaces:DescribeWorkspaceBundles': bundleListing,
};

const answers: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.entries(listings).map(([action, listing]) => [action, listingOperation(listing)])),
  // Unasked, AWS answers with the account's own bundles; with Amazon's only when asked for them; never with both.
  'workspaces:DescribeWorkspaceBundles': (call, surroundings) => {
    const byId = textAt(call.input, 'BundleIds') !== undefined;
    const input = byId ? call.input : { Owner: call.accountId, ...call.input };
    return listingOperation(bundleListing)({ ...call, input }, surroundings);
  },
  'workspaces:DescribeAccount': ({ accountId, region }, { estate }) =>
    estate.list(accountId, region, 'WorkspacesAccount')[0] ?? { DedicatedTenancySupport: 'DISABLED' },
  'ds:DescribeCertificate': ({ accountId, region, input }, { estate }) => {
    const found = estate
      .list(accountId, region, 'DirectoryCertificate')
      .find((each) => each.DirectoryId === input.DirectoryId && each.CertificateId === input.CertificateId);
    if (found === undefined) {
      throw new AwsError('CertificateDoesNotExistException', `Certificate ${input.CertificateId} does not exist.`);
    }
    const { DirectoryId: _, ...certificate } = found;
    return { Certificate: certificate };
  },
  'ec2:GetManagedPrefixListEntries': (call, surroundings) => {
    const id = textAt(call.input, 'PrefixListId');
    const list = surroundings.estate
      .list(call.accountId, call.region, 'ManagedPrefixListEntries')
      .find((each) => each.PrefixListId === id);
    if (list === undefined) {
      throw new AwsError('InvalidPrefixListID.NotFound', `The prefix list ID '${id}' does not exist`);
    }
    const { model, operation } = modelOf(call);
    const entries = valuesAt(list, 'Entries').filter(isFields);
    const { items, ...rest } = pageOf(entries, call, model, operation, 100, surroundings);
    return { Entries: items, ...rest };
  },
};

/** The operations that the double answers, by IAM action, except those of STS. */
export const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(answers).map(([action, answer]): [string, Operation] => [
    action,
    (call, surroundings) => {
      refuse(call, surroundings.estate);
      return answer(call, surroundings);
    },
  ]),
);

function byAction(service: string, listingsOfService: Readonly<Record<string, Listing>>): Record<string, Listing> {
  return Object.fromEntries(
    Object.entries(listingsOfService).map(([operation, listing]) => [`${service}:${operation}`, listing]),
  );
}
