import type { Line } from '../reply.ts';
import type { Understanding } from '../understanding.ts';
import type { KnownDirectory, Vocabulary } from '../vocabulary.ts';
import type { Kind } from './grammar.ts';
import { type Form, type Heard, type HeardNames, nameFor } from './heard.ts';
import { kindOf } from './names.ts';
import { directoryLine, echo, echoes, intentsAmong, mostOffers, offersOf, question, refused } from './replies.ts';
import type { Name } from './sentence.ts';

/** The directories that are meant, or what to say instead. */
export type Narrowed = { readonly directories: readonly KnownDirectory[] } | { readonly instead: Understanding };

const isIn =
  (accounts: readonly string[], regions: readonly string[]) => (place: { accountId: string; region: string }) =>
    (accounts.length === 0 || accounts.includes(place.accountId)) &&
    (regions.length === 0 || regions.includes(place.region));

/** Names of other kinds than these. */
const without = (heard: readonly Heard[], ...kinds: readonly Kind[]): readonly Name[] =>
  heard.filter(({ named }) => !kinds.includes(kindOf(named))).map(({ name }) => name);

/** Names that leave nothing when they narrow together; answered as nothing, they would read as clean. */
function apart(form: Form, said: readonly Line[], ...ways: readonly (readonly Name[])[]): Understanding {
  const lines = [...said.slice(0, mostOffers), ['Names narrow together. Ask for each on its own.']];
  return refused(
    'These names do not go together.',
    lines,
    offersOf(intentsAmong(ways.flatMap((names) => form.again(names)))),
  );
}

/** Which directories are meant by ids, aliases and names; accounts and Regions narrow them. */
export function narrowed(form: Form, heard: readonly Heard[], names: HeardNames): Narrowed {
  const fits = isIn(names.accounts, names.regions);
  const chosen = new Set<KnownDirectory>();
  for (const { name, named } of heard) {
    if (named.kind !== 'directory') continue;
    const fitting = named.directories.filter(fits);
    const ids = Map.groupBy(fitting, ({ id }) => id);
    if (ids.size > 1) {
      const ways = [...ids.values()].map((directories) =>
        form.names.map((each) => (each === name ? nameFor({ kind: 'directory', directories }, name.word) : each)),
      );
      const omitted = fitting.length - mostOffers;
      const list = { lines: fitting.slice(0, mostOffers).map(directoryLine), isList: true };
      const offers = offersOf(intentsAmong(ways.flatMap((way) => form.again(way))));
      const said = [[echo(name.word), ' is the name of several.'], { ...list, ...(omitted > 0 && { omitted }) }];
      return { instead: question('Which directory do you mean?', said, offers) };
    }
    for (const directory of fitting) chosen.add(directory);
    if (ids.size === 0) return { instead: astray(form, heard, named.directories) };
  }
  const directories = [...chosen];
  const isMissed =
    names.accounts.some((account) => !directories.some(({ accountId }) => accountId === account)) ||
    names.regions.some((each) => !directories.some(({ region }) => region === each));
  if (directories.length > 0 && isMissed) return { instead: astray(form, heard, directories) };
  return { directories };
}

const astray = (form: Form, heard: readonly Heard[], directories: readonly KnownDirectory[]): Understanding =>
  apart(form, directories.map(directoryLine), without(heard, 'account', 'region'), without(heard, 'directory'));

/** Accounts and Regions, packs and rules that have nothing in common. */
export function inCommon(form: Form, heard: readonly Heard[], names: HeardNames): Understanding | undefined {
  const { accounts, regions, packs, rules } = names;
  const { places, rules: known }: Vocabulary = form.vocabulary;
  const seen = places.filter(isIn(accounts, regions));
  const isUnseen =
    accounts.some((account) => !seen.some(({ accountId }) => accountId === account)) ||
    regions.some((each) => !seen.some(({ region }) => region === each));
  if (accounts.length > 0 && regions.length > 0 && isUnseen) {
    const lines = accounts.map((account): Line => {
      const audited = places.filter(({ accountId }) => accountId === account).map(({ region }) => region);
      return ['Runs have seen account ', echo(account), ' in ', ...echoes(audited), '.'];
    });
    return apart(form, lines, without(heard, 'region'), without(heard, 'account'));
  }
  const meant = known.filter(({ id, packId }) => rules.includes(id) && packs.includes(packId));
  const isApart =
    rules.some((rule) => !meant.some(({ id }) => id === rule)) ||
    packs.some((pack) => !meant.some(({ packId }) => packId === pack));
  if (rules.length > 0 && packs.length > 0 && isApart) {
    const lines = known
      .filter(({ id }) => rules.includes(id))
      .map(({ id, packId }): Line => [echo(id), ' is a rule of pack ', echo(packId), '.']);
    return apart(form, lines, without(heard, 'pack'), without(heard, 'rule'));
  }
  return undefined;
}
