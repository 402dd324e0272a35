import { type Command, commands } from '../intent.ts';
import type { Line } from '../reply.ts';
import type { Understanding } from '../understanding.ts';
import { usage } from '../usage.ts';
import { type Kind, kinds } from './grammar.ts';
import { type Form, type Heard, meansFor, nameFor, placeNames } from './heard.ts';
import { kindOf, type Named } from './names.ts';
import { nearestNames } from './nearest-names.ts';
import { echo, echoes, intentsAmong, mostOffers, offersOf, question, refused } from './replies.ts';
import type { Name } from './sentence.ts';
import { knownNames } from './unknown-names.ts';

export const usageLine = (command: Command): Line => [{ code: usage[command].form }, ` – ${usage[command].does}.`];

/** Commands that start no work. */
const looking = commands.filter((command) => command !== 'audit' && command !== 'help');

/** "all but critical" must not be answered as "critical". */
export function leftOut({ command, names, again }: Form, out: readonly Name[]): Understanding {
  const kept = names.filter((name) => !out.includes(name));
  return refused(
    'I cannot leave anything out.',
    [
      ['You asked without ', ...echoes(out.map(({ word }) => word)), '. Name what to show instead.'],
      usageLine(command),
    ],
    offersOf(intentsAmong(again(kept))),
  );
}

const kindsOf = (names: readonly Name[]): readonly Kind[] => {
  const all = new Set(names.flatMap(({ means }) => means.map(kindOf)));
  return kinds.filter((kind) => all.has(kind));
};

const called: Readonly<Record<Kind, string>> = {
  directory: 'directory',
  account: 'account',
  region: 'Region',
  pack: 'pack',
  rule: 'rule',
  severity: 'severity',
  subject: 'subject',
};

const article = (kind: Kind): string => `${kind === 'account' ? 'an' : 'a'} ${called[kind]}`;

/** A directory as the account and the Region that it is in. */
const placesOf = (name: Name): readonly Name[] =>
  name.means.flatMap((named) => (named.kind === 'directory' ? named.directories.flatMap(placeNames) : []));

/** Names that are known, but that this command is not asked by. */
export function misplaced({ command, names, again }: Form, wrong: readonly Name[]): Understanding {
  const what = kindsOf(wrong).map((kind) => called[kind]);
  const title = `No ${what.join(' or ')} goes with ${command}.`;
  const ways = [
    ...again(names.flatMap((name) => (wrong.includes(name) ? placesOf(name) : [name]))),
    ...looking.filter((other) => other !== command).flatMap((other) => again(names, other)),
  ];
  return refused(
    title,
    [['Out of place: ', ...echoes(wrong.map(({ word }) => word)), '.'], usageLine(command)],
    offersOf(intentsAmong(ways)),
  );
}

/** One word that names several kinds of thing. */
export function ambiguous({ command, names, again }: Form, name: Name): Understanding {
  const means = meansFor(command, name).length > 1 ? meansFor(command, name) : name.means;
  const ways = means.flatMap((named) => again(names.map((each) => (each === name ? nameFor(named, name.word) : each))));
  return question(
    'Which one do you mean?',
    [[echo(name.word), ` is the name of ${means.map((named) => article(kindOf(named))).join(' and of ')}.`]],
    offersOf(intentsAmong(ways)),
  );
}

export const isUnseen = (named: Named): boolean =>
  named.kind === 'new directory' || ((named.kind === 'account' || named.kind === 'region') && !named.known);

const unseenLine = ({ name, named }: Heard): Line => [
  echo(name.word),
  ` names ${article(kindOf(named))} that no run has seen.`,
  ...(named.kind === 'new directory' ? [' To audit it, name its account and its Region too.'] : []),
];

/** Accounts, Regions and directories that look right but of which nothing is known: an empty answer would read as clean. */
export function unseen({ names, vocabulary, again }: Form, heard: readonly Heard[]): Understanding {
  const isNew = heard.some(({ named }) => named.kind === 'new directory');
  const ways = heard.slice(0, 1).flatMap(({ name, named }) => {
    const known = knownNames([kindOf(named)], vocabulary);
    const likely = nearestNames(name.word, known)?.likely ?? (isNew ? [] : known);
    return likely
      .slice(0, mostOffers - 1)
      .flatMap(({ of }) => again(names.map((each) => (each === name ? nameFor(of) : each))));
  });
  const audits = isNew
    ? vocabulary.places.slice(0, mostOffers).flatMap((place) => again([...names, ...placeNames(place)], 'audit'))
    : again(names, 'audit');
  return refused(
    'No run has seen this yet.',
    heard.slice(0, mostOffers).map(unseenLine),
    offersOf(intentsAmong([...ways, ...audits])),
  );
}
