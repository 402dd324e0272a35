import { placeKey } from '../../model/place.ts';
import type { Understanding } from '../understanding.ts';
import { type Form, type Heard, type HeardNames, nameFor, placeNames } from './heard.ts';
import { usageLine } from './misfits.ts';
import { kindOf } from './names.ts';
import { narrowed } from './narrow.ts';
import { nearestNames } from './nearest-names.ts';
import { directoryLine, echoes, intentsAmong, mostOffers, offersOf, question, understood } from './replies.ts';
import { knownNames } from './unknown-names.ts';

/** What to audit now. Nothing is guessed: an audit is work for the accounts and takes a while. */
export function auditIntent(form: Form, heard: readonly Heard[], names: HeardNames): Understanding {
  const { accounts, regions, newDirectories } = names;
  const found = narrowed(
    form,
    heard.filter(({ named }) => named.kind !== 'new directory'),
    names,
  );
  if ('instead' in found) return found.instead;
  const { directories } = found;
  if (newDirectories.length > 0 && (accounts.length !== 1 || regions.length !== 1))
    return whereIsIt(form, heard, names);
  if (directories.length + newDirectories.length === 0) {
    if (accounts.length + regions.length === 0) return ofWhat(form);
    return understood({
      kind: 'audit',
      request: { ...(accounts.length > 0 && { accounts }), ...(regions.length > 0 && { regions }) },
    });
  }
  const places = Map.groupBy(directories, placeKey);
  const [first] = directories;
  if (places.size > 1) {
    const ways = [...places.values()].flatMap((there) =>
      form.again([
        ...there.map((directory) => nameFor({ kind: 'directory', directories: [directory] })),
        ...there.slice(0, 1).flatMap(placeNames),
      ]),
    );
    const list = { lines: directories.slice(0, mostOffers).map(directoryLine), isList: true };
    const omitted = directories.length - mostOffers;
    return question(
      'One account and Region at a time, please.',
      [
        ['These directories are in different places. Audit each on its own.'],
        { ...list, ...(omitted > 0 && { omitted }) },
      ],
      offersOf(intentsAmong(ways)),
    );
  }
  return understood({
    kind: 'audit',
    request: {
      accounts: first === undefined ? accounts : [first.accountId],
      regions: first === undefined ? regions : [first.region],
      directories: [...new Set([...directories.map(({ id }) => id), ...newDirectories])],
    },
  });
}

function ofWhat({ vocabulary, again }: Form): Understanding {
  const regions = [...new Set(vocabulary.places.map(({ region }) => region))].slice(0, 2);
  const ids = [...new Set(vocabulary.directories.map(({ id }) => id))].slice(0, mostOffers - regions.length);
  const ways = [
    ...ids.map((id) =>
      nameFor({ kind: 'directory', directories: vocabulary.directories.filter((each) => each.id === id) }),
    ),
    ...regions.map((region) => nameFor({ kind: 'region', region, known: true })),
  ];
  return question(
    'What should be audited?',
    [usageLine('audit')],
    offersOf(intentsAmong(ways.flatMap((name) => again([name])))),
  );
}

/** Where to look for directories that no run has seen; account and Region have to be said. */
function whereIsIt(
  form: Form,
  heard: readonly Heard[],
  { accounts, regions, newDirectories }: HeardNames,
): Understanding {
  const directories = heard.filter(({ named }) => kindOf(named) === 'directory').map(({ name }) => name);
  const { places } = form.vocabulary;
  const said = accounts.flatMap((accountId) => regions.map((region) => ({ accountId, region })));
  const possible = places.filter(
    ({ accountId, region }) =>
      (accounts.length === 0 || accounts.includes(accountId)) && (regions.length === 0 || regions.includes(region)),
  );
  const ways = (said.length > 0 ? said : possible).slice(0, 3 * mostOffers);
  const known = knownNames(['directory'], form.vocabulary);
  const [strange, ...others] = heard.filter(({ named }) => named.kind === 'new directory');
  // Several ids that no run has seen are no typing errors.
  const likely = others.length === 0 ? nearestNames(strange?.name.word ?? '', known)?.likely : undefined;
  const mistyped = (likely ?? [])
    .slice(0, mostOffers)
    .flatMap(({ of }) => form.again(form.names.map((each) => (each === strange?.name ? nameFor(of) : each))));
  return question(
    'In which account and Region is it?',
    [['No run has seen ', ...echoes(newDirectories), '. Name one account and one Region with it.'], usageLine('audit')],
    offersOf(
      intentsAmong([...mistyped, ...ways.flatMap((place) => form.again([...directories, ...placeNames(place)]))]),
    ),
  );
}
