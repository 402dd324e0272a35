import type { Unknown } from '../../model/unknown.ts';
import type { Estate } from '../estate.ts';
import { withoutVariables } from '../policies/arn.ts';
import { canHold } from '../policies/statement.ts';
import { anyDirectory, type Grant } from './stream-grants.ts';

/** A directory as a policy names it; a part may be `*`, but not the id. */
export interface NamedDirectory {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly id: string;
}

const shape = /^arn:(?<partition>[^:]*):workspaces:(?<region>[^:]*):(?<account>[^:]*):directory\/(?<id>[^*?]+)$/;

/** The one directory that a pattern names; undefined when it may name several. */
export function namedDirectory(pattern: string): NamedDirectory | undefined {
  const parts = shape.exec(withoutVariables(pattern))?.groups ?? {};
  const { partition = '', region = '', account = '', id } = parts;
  return id === undefined ? undefined : { arn: pattern, partition, region, account, id };
}

/** The patterns by which a statement about streaming names directories. */
export const resourcePatterns = ({ statement: { resources } }: Grant): string[] =>
  resources.isInverted
    ? resources.patterns.map((pattern) => `all but ${pattern}`)
    : resources.patterns.filter((pattern) => canHold({ patterns: [pattern], isInverted: false }, anyDirectory));

/** Where a directory that a policy names is: there, nowhere, or somewhere that was not scanned. */
export function whereabouts(estate: Estate, named: NamedDirectory): 'there' | 'nowhere' | 'elsewhere' | Unknown {
  const { header } = estate.snapshot;
  const isFree = (part: string) => /[*?]/.test(part);
  // An ARN of another partition fits nothing, wherever the directory is.
  if (!isFree(named.partition) && named.partition !== header.partition) return 'nowhere';
  if (!isFree(named.account) && named.account !== header.accountId) return 'elsewhere';
  const own = [estate, ...estate.others].filter(({ accountId }) => accountId === estate.accountId);
  if (own.some(({ index }) => index.directories.has(named.id))) return 'there';
  if (isFree(named.region)) return 'elsewhere';
  const scanned = own.find(({ region }) => region === named.region);
  if (scanned === undefined) return 'elsewhere';
  return scanned.unread('WorkspaceDirectory') ?? scanned.limited ?? 'nowhere';
}

/** A directory's ARN. */
export const arnOf = ({ snapshot: { header } }: Estate, directoryId: string): string =>
  `arn:${header.partition}:workspaces:${header.region}:${header.accountId}:directory/${directoryId}`;

/** Whether some of these grants are about a directory. */
export const serves = (grants: readonly Grant[], arn: string): boolean =>
  grants.some(({ statement }) => canHold(statement.resources, arn));
