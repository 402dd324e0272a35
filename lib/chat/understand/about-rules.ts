import { noFilter } from '../intent.ts';
import type { Understanding } from '../understanding.ts';
import { type Form, type Heard, type HeardNames, nameFor } from './heard.ts';
import { usageLine } from './misfits.ts';
import { kindOf } from './names.ts';
import { nearestNames } from './nearest-names.ts';
import { echo, echoes, intentsAmong, mostOffers, offersOf, question, refused, understood } from './replies.ts';
import type { Name } from './sentence.ts';
import { knownNames } from './unknown-names.ts';

/** Each of several names of a kind on its own, with all that is not of this kind. */
const oneByOne = (form: Form, some: readonly Name[]): readonly string[] =>
  offersOf(
    intentsAmong(
      some.flatMap((kept) => form.again(form.names.filter((name) => name === kept || !some.includes(name)))),
    ),
  );

const namesOf = (heard: readonly Heard[], ...kinds: readonly string[]): readonly Name[] =>
  heard.filter(({ named }) => kinds.includes(kindOf(named))).map(({ name }) => name);

const oneRule = (form: Form, heard: readonly Heard[]): Understanding =>
  question('One rule at a time, please.', [usageLine(form.command)], oneByOne(form, namesOf(heard, 'rule')));

/** What a rule asks for. */
export function explainIntent(form: Form, heard: readonly Heard[], { rules }: HeardNames): Understanding {
  const [rule, ...more] = rules;
  if (rule === undefined) {
    return question('Which rule should be explained?', [usageLine('explain')], ['findings', 'help explain']);
  }
  return more.length > 0 ? oneRule(form, heard) : understood({ kind: 'explain', rule });
}

/** Why one subject is judged as it is. */
export function whyIntent(form: Form, heard: readonly Heard[], names: HeardNames): Understanding {
  const { accounts, regions } = names;
  const [rule, ...more] = names.rules;
  if (rule === undefined) return ofWhichRule(form, heard);
  if (more.length > 0) return oneRule(form, heard);
  const about = namesOf(heard, 'subject', 'directory');
  const subjects = new Set(
    heard.flatMap(({ named }) => {
      if (named.kind === 'directory') return named.directories.map(({ id }) => id);
      if (named.kind === 'new directory') return [named.id];
      return named.kind === 'subject' ? [named.subject] : [];
    }),
  );
  if (subjects.size > 1) {
    const ways = [...subjects].flatMap((subject) =>
      form.again([...form.names.filter((name) => !about.includes(name)), nameFor({ kind: 'subject', subject })]),
    );
    const said = ['A verdict is about one of ', ...echoes([...subjects]), '.'];
    return question('One subject at a time, please.', [said, usageLine('why')], offersOf(intentsAmong(ways)));
  }
  const [subject] = subjects;
  // The account itself is what some rules are about.
  const account = accounts.length === 1 ? accounts[0] : undefined;
  return understood({ kind: 'why', rule, subject: subject ?? account ?? null, of: { ...noFilter, accounts, regions } });
}

/** `why` without a rule: perhaps it is mistyped, and taken for what the verdict is about. */
function ofWhichRule(form: Form, heard: readonly Heard[]): Understanding {
  const rules = knownNames(['rule'], form.vocabulary);
  const left = namesOf(heard, 'subject');
  for (const name of left.filter(({ as }) => as === undefined)) {
    const found = nearestNames(name.word, rules);
    const likely = found?.likely.slice(0, mostOffers) ?? [];
    const ways = likely.flatMap(({ of }) => form.again(form.names.map((each) => (each === name ? nameFor(of) : each))));
    const offers = offersOf(intentsAmong(ways));
    if (offers.length === 0) continue;
    return found?.likeness === 'typing error'
      ? refused('I do not know this rule.', [[echo(name.word), ' is no rule that I know.']], offers)
      : question('Which rule do you mean?', [[echo(name.word), ' is only a part of a name.']], offers);
  }
  const places = form.names.filter((name) => !left.includes(name));
  const offers = offersOf(intentsAmong(form.again(places, 'findings')));
  return question('Which rule do you mean?', [usageLine('why')], [...new Set([...offers, 'findings', 'help why'])]);
}
