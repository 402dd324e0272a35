import type { KnownDirectory, Vocabulary } from '../../../chat/index.ts';
import { namedBy } from '../../../chat/understand/names.ts';
import type { Problem } from '../../../model/errors.ts';
import { suggestion } from '../../../model/nearest.ts';

/** Where a directory is looked for; absent: everywhere. */
export interface Within {
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
}

/** What became of the names of a request. */
export interface Looked<Found> {
  readonly found: readonly Found[];
  readonly problems: readonly Problem[];
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** The directories that a name may mean, as in chat: an id first of all, else a name or alias. Several may share one. */
export function directoriesNamed(
  name: string,
  vocabulary: Vocabulary,
  { accounts, regions }: Within,
): readonly KnownDirectory[] {
  const directories = vocabulary.directories.filter(
    ({ accountId, region }) => (accounts?.includes(accountId) ?? true) && (regions?.includes(region) ?? true),
  );
  return namedBy(name, { ...vocabulary, directories }, 'directory').flatMap((named) =>
    named.kind === 'directory' ? named.directories : [],
  );
}

/** Directories of which something is remembered. */
export function lookUpDirectories(
  names: readonly string[],
  vocabulary: Vocabulary,
  within: Within,
): Looked<KnownDirectory> {
  const looked = names.map((name) => directoriesNamed(name, vocabulary, within));
  return {
    found: [...new Set(looked.flat())],
    problems: names.flatMap((name, index) => {
      if (looked[index]?.length !== 0) return [];
      const elsewhere = directoriesNamed(name, vocabulary, {});
      return [elsewhere.length > 0 ? misplaced(index, name, elsewhere) : unseen(index, name, vocabulary)];
    }),
  };
}

const unseen = (index: number, name: string, { directories }: Vocabulary): Problem =>
  unknown(
    'directories',
    index,
    `no run has seen the directory "${name}"`,
    name,
    directories.flatMap(({ id, name: full = id, alias = id }) => [id, full, alias]),
  );

const misplaced = (index: number, name: string, elsewhere: readonly KnownDirectory[]): Problem => ({
  place: `the request: $.directories[${index}]`,
  found: `runs have seen "${name}" in ${elsewhere.map(({ accountId, region }) => `${accountId} ${region}`).join(', ')} only`,
  mend: 'Name that account and Region, or leave "accounts" and "regions" out.',
});

/** Ids of rules or packs in force; typed in any case. */
export function lookUpIds(
  member: 'rules' | 'packs' | 'rule',
  names: readonly string[],
  known: readonly { readonly id: string }[],
): Looked<string> {
  const ids = known.map(({ id }) => id);
  const looked = names.map((name) => ids.find((id) => same(id, name)));
  return {
    found: [...new Set(looked.filter((id) => id !== undefined))],
    problems: names.flatMap((name, index) =>
      looked[index] === undefined
        ? [unknown(member, index, `no ${member.replace(/s$/, '')} in force is named "${name}"`, name, ids)]
        : [],
    ),
  };
}

/** Accounts and Regions of which something is remembered. */
export function lookUpPlaces({ places }: Vocabulary, { accounts = [], regions = [] }: Within): Looked<never> {
  const account = new Set(places.map(({ accountId }) => accountId));
  const region = new Set(places.map((place) => place.region));
  const unaudited = (member: string, names: readonly string[], known: ReadonlySet<string>): Problem[] =>
    names.flatMap((name, index) =>
      known.has(name) ? [] : [unknown(member, index, `no run has audited ${name}`, name, [...known])],
    );
  return {
    found: [],
    problems: [...unaudited('accounts', accounts, account), ...unaudited('regions', regions, region)],
  };
}

const mends: { readonly [member: string]: string } = {
  rules: 'The command "explain" tells of a rule; {"command":"findings"} names those that found something.',
  packs: 'The names of packs are those of the files under rules/, without ".json".',
};
const auditFirst = 'Name one that was audited, or audit it first with {"command":"audit"}.';

const unknown = (member: string, index: number, found: string, name: string, known: readonly string[]): Problem => ({
  place: `the request: $.${member}[${index}]`,
  found: `${found}${suggestion(name, known)}`,
  mend: mends[member] ?? auditFirst,
});
