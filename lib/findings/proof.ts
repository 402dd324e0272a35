import { sorted } from '../facts/index.ts';
import type { Result } from '../model/report.ts';
import type { SubjectType } from '../model/subject.ts';

/** Why a finding cannot be said to be gone. */
export type Doubt =
  /** Only some directories of the account and Region were read, on purpose. */
  | { readonly kind: 'limited' }
  /** The configuration leaves the subject out. */
  | { readonly kind: 'excluded' }
  /** The rule is turned off, narrowed away, or not known any more. */
  | { readonly kind: 'notInForce' }
  /** What the rule reads, or what lists its subjects, was not completely read. */
  | { readonly kind: 'unread'; readonly operations: readonly string[] }
  /** The rule could not decide: INSUFFICIENT_DATA, with what it misses. */
  | { readonly kind: 'unjudged'; readonly operations: readonly string[] };

/** How much one run saw of one account and Region. */
export interface Sight {
  readonly limited: boolean;
  readonly isComplete: (operation: string) => boolean;
  /** What a rule reads; undefined when nothing is known of the rule. */
  readonly reads: (ruleId: string) => readonly string[] | undefined;
}

const directories = 'workspaces:DescribeWorkspaceDirectories';

/**
 * The operations without which a subject may exist and yet have no result: those that `populationOf` gathers the
 * subjects of a type from. A rule does not name them, for its facts need not read them.
 */
export const listedBy: { readonly [T in SubjectType]: readonly string[] } = {
  account: [],
  directory: [directories],
  workspace: ['workspaces:DescribeWorkspaces'],
  ipGroup: [directories, 'workspaces:DescribeIpGroups'],
  securityGroup: [
    ...[directories, 'workspaces:DescribeWorkspaces', 'ds:DescribeDirectories'],
    ...['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups'],
  ],
  subnet: [directories, 'ec2:DescribeSubnets'],
  vpc: [directories, 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
  connectionAlias: ['workspaces:DescribeConnectionAliases'],
  image: ['workspaces:DescribeWorkspaceImages'],
  iamRole: [directories, 'iam:ListRoles'],
};

/**
 * Whether a run proves by silence that a finding is gone: everything that its rule reads, and everything that lists
 * its subject, was completely read, and yet there is no result.
 *
 * @returns why it does not, or undefined when it does
 */
export function doubtOfSilence({ ruleId, subject }: Result, sight: Sight): Doubt | undefined {
  if (sight.limited) return { kind: 'limited' };
  const reads = sight.reads(ruleId);
  return reads === undefined ? { kind: 'notInForce' } : unread([...reads, ...listedBy[subject.type]], sight);
}

/**
 * What several directories may use is judged for each use, and the worst verdict stands: a sound one of some directories
 * says nothing of the others'. Groups of addresses and roles say themselves what takes the whole Region.
 */
const judgedByUse: ReadonlySet<SubjectType> = new Set(['securityGroup', 'subnet', 'vpc']);

/**
 * Whether a run proves by its verdict that a finding is gone: it is sound, and everything that its rule reads was
 * completely read.
 *
 * @returns why it does not, or undefined when it does
 */
export function doubtOfVerdict({ ruleId, status, missing, subject }: Result, sight: Sight): Doubt | undefined {
  if (status === 'INSUFFICIENT_DATA') return { kind: 'unjudged', operations: missing };
  if (sight.limited && judgedByUse.has(subject.type)) return { kind: 'limited' };
  const reads = sight.reads(ruleId);
  return reads === undefined ? { kind: 'notInForce' } : unread(reads, sight);
}

function unread(needed: readonly string[], { isComplete }: Sight): Doubt | undefined {
  const operations = sorted(needed).filter((operation) => !isComplete(operation));
  return operations.length > 0 ? { kind: 'unread', operations } : undefined;
}

/**
 * What a reader is told of a result; two results that tell the same are no change. Evidence is left out: it counts
 * WorkSpaces and the like, and would make every finding of a living fleet a changed one.
 */
export const told = ({ severity, reason, missing, exception }: Result): string =>
  JSON.stringify([severity, reason, missing, exception]);
