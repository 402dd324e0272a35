import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { PolicyDocumentText, ResourceType } from '../../snapshot/index.ts';
import { both, partition, present } from '../define.ts';
import type { Estate } from '../estate.ts';
import { type PolicyDocument, policyOf } from '../policies/document.ts';

/** A permissions policy of a role. */
export interface RolePolicy {
  /** An inline policy's name, a managed policy's ARN. */
  readonly name: string;
  readonly isManaged: boolean;
  readonly document: PolicyDocument;
}

/** The policies that could be read, and why there may be more. */
export interface RolePolicies {
  readonly list: readonly RolePolicy[];
  readonly unknown: Unknown | undefined;
}

const cache = new WeakMap<Estate, Map<string, RolePolicies>>();

/** The inline and attached policies of a role; a permissions boundary is not among them. */
export function policiesOf(estate: Estate, roleName: string): RolePolicies {
  const read = cache.get(estate) ?? new Map<string, RolePolicies>();
  cache.set(estate, read);
  const policies = read.get(roleName) ?? readPolicies(estate, roleName);
  read.set(roleName, policies);
  return policies;
}

function readPolicies(estate: Estate, roleName: string): RolePolicies {
  const { known: list, unknown } = partition([...inlineOf(estate, roleName), ...attachedTo(estate, roleName)]);
  return { list, unknown };
}

function inlineOf(estate: Estate, roleName: string): (RolePolicy | Unknown)[] {
  const names = estate.snapshot.resources.RolePolicyNames.items.find((line) => line.RoleName === roleName);
  if (names === undefined) return [estate.notReturned('RolePolicyNames', roleName)];
  return (names.PolicyNames ?? []).map((name) => {
    const found = estate.snapshot.resources.RolePolicy.items.find(
      (line) => line.RoleName === roleName && line.PolicyName === name,
    );
    return found === undefined
      ? estate.notReturned('RolePolicy', `${roleName}/${name}`)
      : policy(name, false, found.PolicyDocument, `RolePolicies[${roleName}/${name}].PolicyDocument`);
  });
}

function attachedTo(estate: Estate, roleName: string): (RolePolicy | Unknown)[] {
  const attached = estate.snapshot.resources.AttachedRolePolicies.items.find((line) => line.RoleName === roleName);
  if (attached === undefined) return [estate.notReturned('AttachedRolePolicies', roleName)];
  return (attached.AttachedPolicies ?? []).map(({ PolicyArn }) => managed(estate, PolicyArn, roleName));
}

function managed(estate: Estate, arn: string | null | undefined, roleName: string): RolePolicy | Unknown {
  const named = present(arn, `AttachedPolicies[${roleName}].PolicyArn`);
  if (isUnknown(named)) return named;
  const found = estate.snapshot.resources.Policy.items.find((line) => line.Arn === named);
  if (found === undefined) return unread(estate, ['Policy', 'PolicyVersion'], named);
  const version = present(found.DefaultVersionId, `Policies[${named}].DefaultVersionId`);
  if (isUnknown(version)) return version;
  const text = estate.snapshot.resources.PolicyVersion.items.find(
    (line) => line.PolicyArn === named && line.VersionId === version,
  );
  return text === undefined
    ? estate.notReturned('PolicyVersion', `${named} ${version}`)
    : policy(named, true, text.Document, `PolicyVersions[${named}].Document`);
}

/** What is read of a thing in several steps is missing them all. */
const unread = (estate: Estate, types: readonly [ResourceType, ...ResourceType[]], id: string): Unknown =>
  types.slice(1).reduce(
    (so, type) => {
      const more = estate.unread(type);
      return more === undefined ? so : both(so, more);
    },
    estate.notReturned(types[0], id),
  );

function policy(name: string, isManaged: boolean, source: PolicyDocumentText, path: string): RolePolicy | Unknown {
  const document = policyOf(source, path);
  return isUnknown(document) ? document : { name, isManaged, document };
}
