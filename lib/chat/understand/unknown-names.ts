import type { Section } from '../reply.ts';
import type { Understanding } from '../understanding.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Kind, severityNames } from './grammar.ts';
import { type Form, nameFor, takes } from './heard.ts';
import { isAwsId, kindOf, looksLikeId, type Named } from './names.ts';
import { type Likeness, type NameOf, nearestNames } from './nearest-names.ts';
import { directoryLine, echo, intentsAmong, mostOffers, offersOf, question, refused } from './replies.ts';
import type { Name } from './sentence.ts';

/** More unknown words than this are no typing errors. */
const mostUnknown = 3;

/** All known names that a command takes. */
export function knownNames(kinds: readonly Kind[], vocabulary: Vocabulary): readonly NameOf<Named>[] {
  const { rules, packs, directories, places } = vocabulary;
  const regions = new Set(places.map(({ region }) => region));
  const accounts = new Set(places.map(({ accountId }) => accountId));
  const all: NameOf<Named>[] = [
    ...[...Map.groupBy(directories, ({ id }) => id)].flatMap(([id, same]): NameOf<Named>[] =>
      [id, ...new Set(same.flatMap(({ alias, name }) => [alias, name]))].flatMap((name) =>
        name === undefined || (name !== id && looksLikeId(name))
          ? []
          : [{ name, of: { kind: 'directory', directories: same } }],
      ),
    ),
    ...rules.map(({ id }): NameOf<Named> => ({ name: id, of: { kind: 'rule', rule: id } })),
    ...packs.map(({ id }): NameOf<Named> => ({ name: id, of: { kind: 'pack', pack: id } })),
    ...severityNames.map(([name, severity]): NameOf<Named> => ({ name, of: { kind: 'severity', severity } })),
    ...[...regions].map((region): NameOf<Named> => ({ name: region, of: { kind: 'region', region, known: true } })),
    ...[...accounts].map(
      (account): NameOf<Named> => ({ name: account, of: { kind: 'account', account, known: true } }),
    ),
  ];
  return all.filter(({ of }) => kinds.includes(kindOf(of)));
}

function hintFor({ word }: Name): string {
  if (isAwsId(word.toLowerCase())) return ' is no directory; why <rule> <subject> asks about other resources.';
  if (/^\d[\d-]{5,}$/.test(word)) return ' is no account: an account id has twelve digits.';
  if (/^(ws)?d-/i.test(word)) return ' is no id of a directory: those have eight or more digits and letters up to f.';
  return ' is no name that I know here.';
}

interface Likely {
  readonly likeness: Likeness;
  readonly named: readonly Named[];
}

function likelyFor(name: Name, { command, vocabulary }: Form): Likely | undefined {
  const kinds = name.as === undefined ? takes[command] : [name.as];
  const found = nearestNames(name.word, knownNames(kinds, vocabulary));
  return found && { likeness: found.likeness, named: found.likely.map(({ of }) => of) };
}

/** Ways to mend all unknown words: every likely name for the first that has some, the likeliest for the others. */
function mended(form: Form, unknown: readonly Name[], likely: ReadonlyMap<Name, Likely>): readonly Understanding[] {
  const first = unknown.find((name) => likely.has(name));
  if (first === undefined) return [];
  return (likely.get(first)?.named ?? []).slice(0, 3 * mostOffers).flatMap((choice) =>
    form.again(
      form.names.flatMap((name) => {
        if (name === first) return [nameFor(choice)];
        if (!unknown.includes(name)) return [name];
        const other = likely.get(name)?.named[0];
        return other === undefined ? [] : [nameFor(other)];
      }),
    ),
  );
}

function directoriesAmong(likely: ReadonlyMap<Name, Likely>): Section[] {
  const directories = new Set(
    [...likely.values()].flatMap(({ named }) =>
      named.flatMap((each) => (each.kind === 'directory' ? each.directories : [])),
    ),
  );
  if (directories.size < 2) return [];
  const omitted = directories.size - mostOffers;
  const lines = [...directories].slice(0, mostOffers).map(directoryLine);
  return [{ lines, isList: true, ...(omitted > 0 && { omitted }) }];
}

/**
 * Names that are not known. What begins like known names is asked back; a typing error is refused with the nearest ones,
 * and never mended by itself.
 */
export function unknownNames(form: Form, unknown: readonly Name[]): Understanding {
  const few = unknown.length <= mostUnknown;
  const likely = new Map<Name, Likely>();
  for (const name of few ? unknown : []) {
    const found = likelyFor(name, form);
    if (found !== undefined) likely.set(name, found);
  }
  const lines = unknown.slice(0, mostOffers).map((name) => [echo(name.word), hintFor(name)]);
  const offers = offersOf(intentsAmong(mended(form, unknown, likely)));
  const isBeginning =
    likely.size === unknown.length && [...likely.values()].every(({ likeness }) => likeness !== 'typing error');
  if (isBeginning && offers.length > 0) {
    const title = offers.length === 1 ? 'Do you mean this one?' : 'Which one do you mean?';
    const begun = unknown.map(({ word }) => [echo(word), ' is only a part of a name.']);
    return question(title, [...begun, ...directoriesAmong(likely)], offers);
  }
  const rest = intentsAmong(form.again(form.names.filter((name) => !unknown.includes(name))));
  return refused(
    unknown.length === 1 ? 'I do not know this word.' : 'I do not know these words.',
    [...lines, ...directoriesAmong(likely)],
    [offers, offersOf(rest), [`help ${form.command}`]].find((some) => some.length > 0) ?? [],
  );
}
