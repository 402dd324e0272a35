import type { ResourceType } from '../../../lib/snapshot/index.ts';
import type { Call, Operation } from '../call.ts';
import { AwsError } from '../errors.ts';
import { filterResources } from '../filters.ts';
import { pageOf } from '../paging.ts';
import { type Fields, textsAt, valuesAt } from '../values.ts';
import { type OperationModel, type ServiceModel, serviceModels } from '../wire/shapes.ts';

/** How an operation that lists resources of one type finds them and answers. */
export interface Listing {
  readonly type: ResourceType;
  /** Output member that holds the items. */
  readonly output: string;
  /** Input members that name ids, and where a resource has them. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Error for an id that does not exist; without it such an id just finds nothing. */
  readonly missing?: (id: string) => AwsError;
  /** How many of the ids a call may name; any number when absent. */
  readonly mostIds?: number;
  /** Other input members that narrow, and where a resource has their value. */
  readonly narrowedBy?: Readonly<Record<string, string>>;
  /** EC2 filters, and where each looks. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Items a page when the caller does not say; undefined is all. */
  readonly pageSize?: number;
  /** Members that the snapshot adds and the answer lacks. */
  readonly without?: readonly string[];
}

/** Makes the operation that a listing describes. */
export function listingOperation(listing: Listing): Operation {
  return (call, surroundings) => {
    const { model, operation } = modelOf(call);
    const all = surroundings.estate.list(call.accountId, call.region, listing.type);
    const found = select(all, listing, call, operation);
    const { items, ...rest } = pageOf(found, call, model, operation, listing.pageSize, surroundings);
    return { [listing.output]: items.map((item) => wireItem(listing, item)), ...rest };
  };
}

/** A resource as the operation answers with it. */
export function wireItem(listing: Pick<Listing, 'without'>, resource: Fields): Fields {
  const { without = [] } = listing;
  return Object.fromEntries(Object.entries(resource).filter(([member]) => !without.includes(member)));
}

function select(all: readonly Fields[], listing: Listing, call: Call, operation: OperationModel): Fields[] {
  const { ids = {}, narrowedBy = {}, filters = {}, missing, mostIds = Number.POSITIVE_INFINITY } = listing;
  let found = [...all];
  for (const [member, path] of Object.entries({ ...ids, ...narrowedBy })) {
    const wanted = textsAt(call.input, member);
    if (wanted.length === 0) continue;
    if (member in ids) {
      if (wanted.length > mostIds) throw tooManyIds(member, mostIds);
      refuseIdsWithPages(call, member);
      refuseMissing(all, wanted, path, missing);
    }
    found = found.filter((resource) => valuesAt(resource, path).some((value) => wanted.includes(String(value))));
  }
  if (operation.filters === undefined) return found;
  const asked = [...valuesAt(call.input, 'Filters'), ...valuesAt(call.input, 'Filter')];
  return filterResources(found, asked, filters, operation.filters);
}

const tooManyIds = (member: string, most: number) =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
  );

/** EC2 does not page through resources that are asked for by id. */
function refuseIdsWithPages({ service, input }: Call, member: string): void {
  if (service === 'ec2' && input.MaxResults !== undefined) {
    throw new AwsError('InvalidParameterCombination', `The parameter ${member} cannot be used with MaxResults`);
  }
}

/** One id that does not exist fails the whole call, however many others do. */
function refuseMissing(
  all: readonly Fields[],
  wanted: readonly string[],
  path: string,
  missing: Listing['missing'],
): void {
  if (missing === undefined) return;
  const existing = new Set(all.flatMap((resource) => valuesAt(resource, path)));
  const lost = wanted.find((id) => !existing.has(id));
  if (lost !== undefined) throw missing(lost);
}

/** What AWS's model says about the operation of a call that is known to be served. */
export function modelOf({ service, operation: name }: Pick<Call, 'service' | 'operation'>): {
  readonly model: ServiceModel;
  readonly operation: OperationModel;
} {
  const model = serviceModels[service];
  const operation = model?.operations[name];
  if (model === undefined || operation === undefined) throw new Error(`AWS double: no model of ${service}:${name}`);
  return { model, operation };
}
