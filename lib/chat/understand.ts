import type { Command } from './intent.ts';
import { understandForm } from './understand/form.ts';
import { commandNames } from './understand/grammar.ts';
import { usageLine } from './understand/misfits.ts';
import { type Likeness, nearestNames } from './understand/nearest-names.ts';
import { echo, echoes, mostOffers, offersOf, question, refused, understood } from './understand/replies.ts';
import { type Name, type Sentence, sentenceOf } from './understand/sentence.ts';
import { textLimit, wordsOf } from './understand/words.ts';
import type { Understanding } from './understanding.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a name alone can be asked for, the likeliest first. */
const forNames: readonly Command[] = ['status', 'explain', 'findings', 'why', 'audit', 'coverage', 'exceptions'];

/**
 * What somebody wants to know who typed a text. Words may come in any order, and filler words mean nothing; but a word that
 * is not understood is never passed over, a typing error is never mended by itself, and nothing that can be said changes
 * anything in AWS or the exceptions.
 *
 * @param text as it was typed, with or without the mention or the slash command before it; longer ones than
 *   {@link textLimit} are refused
 * @returns an intent, or a reply with whole commands to choose from. Never throws.
 */
export function understand(text: string, vocabulary: Vocabulary): Understanding {
  if (text.length > textLimit) {
    return refused(
      'That is too long for a question.',
      [
        [
          `It has ${text.length.toLocaleString('en-US')} characters; up to ${textLimit.toLocaleString('en-US')} are read.`,
        ],
      ],
      ['help'],
    );
  }
  const sentence = sentenceOf(wordsOf(text), vocabulary);
  if (sentence.changes.length > 0) return onlyLooks(sentence.changes);
  const { commands, names } = sentence;
  const asked = commands.filter((command) => command !== 'help');
  if (commands.length > asked.length) return help(asked, sentence, vocabulary);
  const [command, ...more] = asked.length > 0 ? asked : sentence.signs;
  if (command === undefined) return ofNames(names, vocabulary);
  if (more.length > 0) return oneQuestion([command, ...more], names, vocabulary);
  return understandForm(command, names, vocabulary);
}

function onlyLooks(changes: readonly string[]): Understanding {
  return refused(
    'From chat, I only look.',
    [
      [
        'I cannot ',
        ...echoes(changes),
        ': nothing that is said here changes AWS, the configuration or the exceptions.',
      ],
      ['Exceptions are made in ', { code: 'wsaudit.yaml' }, ', as ', { code: 'docs/configuration.md' }, ' says.'],
    ],
    ['findings', 'exceptions', 'help'],
  );
}

function oneQuestion(commands: readonly Command[], names: readonly Name[], vocabulary: Vocabulary): Understanding {
  const ways = commands.flatMap((command) => {
    const way = understandForm(command, names, vocabulary);
    return way.kind === 'intent' || names.length > 0 ? [way] : [understood({ kind: 'help', about: command })];
  });
  const words = commands.map((command) => ({ code: command }));
  const list = words.flatMap((word, index) => (index === 0 ? [word] : [' or ', word]));
  return question('One question at a time, please.', [['Do you want ', ...list, '?']], offersOf(ways));
}

/** `help audit` is about a command; "help me explain ip-group-not-empty" is polite. Work is not started on a guess. */
function help(asked: readonly Command[], { names, signs }: Sentence, vocabulary: Vocabulary): Understanding {
  const [about, ...more] = asked;
  if (names.length === 0 && more.length === 0) return understood({ kind: 'help', about: about ?? null });
  if (about === undefined) {
    const [sign, ...others] = signs;
    return sign === undefined || others.length > 0
      ? ofNames(names, vocabulary)
      : understandForm(sign, names, vocabulary);
  }
  if (more.length === 0 && about !== 'audit') return understandForm(about, names, vocabulary);
  const ways = asked.map((command) => understandForm(command, names, vocabulary));
  const helps = asked.map((command) => understood({ kind: 'help', about: command }));
  return question('Do you want to ask, or to read about it?', [usageLine(about)], offersOf([...ways, ...helps]));
}

/** No command at all: what could be asked of these names, or which word was mistyped. */
function ofNames(names: readonly Name[], vocabulary: Vocabulary): Understanding {
  if (names.length === 0) return understood({ kind: 'help', about: null });
  const ways = forNames.map((command) => ({ command, way: understandForm(command, names, vocabulary) }));
  // Which rule is meant by `why` is no question that a name raises.
  const asks = ways
    .filter(({ command, way }) => way.kind === 'intent' || (way.reply.mood === 'question' && command !== 'why'))
    .map(({ way }) => way);
  const unknown = names.filter(({ means }) => means.length === 0);
  if (unknown.length > 0 && asks.length === 0) return ofUnknown(unknown, names, vocabulary);
  const isSeen = ways.some(({ command, way }) => command !== 'audit' && asks.includes(way));
  const [first] = ways;
  if (!isSeen && first !== undefined) return first.way;
  const said = echoes(names.map(({ word }) => word));
  const begun = mistyped(unknown, names, vocabulary, ['beginning']);
  return question('What do you want to know?', [['You named ', ...said, '.']], offersOf([...begun, ...asks]));
}

/** What is asked if an unknown word is a command. */
const mistyped = (
  unknown: readonly Name[],
  names: readonly Name[],
  vocabulary: Vocabulary,
  likenesses: readonly Likeness[],
): readonly Understanding[] =>
  unknown.slice(0, mostOffers).flatMap((name) => {
    const found = nearestNames(name.word, commandNames);
    if (found === undefined || !likenesses.includes(found.likeness)) return [];
    const others = names.filter((other) => other !== name);
    return [...new Set(found.likely.map(({ of }) => of))].map((command) => understandForm(command, others, vocabulary));
  });

/** A word that is neither a command nor a name. */
function ofUnknown(unknown: readonly Name[], names: readonly Name[], vocabulary: Vocabulary): Understanding {
  const lines = unknown.slice(0, mostOffers).map(({ word }) => [echo(word), ' is no command and no name that I know.']);
  const offers = offersOf(mistyped(unknown, names, vocabulary, ['beginning', 'part', 'typing error']));
  if (offers.length > 0) return refused('I do not know this command.', lines, offers);
  const ways = forNames
    .filter((command) => command !== 'why')
    .map((command) => understandForm(command, names, vocabulary));
  // With nothing left but the command, nothing of what was typed would be in it.
  const alone = new Set<string>(forNames);
  const likely = offersOf(ways).filter((command) => !alone.has(command) && !command.startsWith('help'));
  return refused('I do not understand this.', lines, likely.length > 0 ? likely : ['help']);
}
