import { cut } from '../../model/text.ts';
import type { Intent } from '../intent.ts';
import { code, type Line, type Section, type Span } from '../reply.ts';
import type { Understanding } from '../understanding.ts';
import type { KnownDirectory } from '../vocabulary.ts';
import { commandOf } from './command-of.ts';

/** As many as a reply may offer. */
export const mostOffers = 5;

const mostEcho = 80;

/** A word of the person, or a name of a resource: shown as code, short, and in one line. */
export const echo = (word: string): Span => code(cut(word, mostEcho));

/** Words one after another, as `a`, `b` and `c`. */
export function echoes(words: readonly string[], most = mostOffers): Line {
  const shown = [...new Set(words)];
  const spans = shown.slice(0, most).map(echo);
  const rest = shown.length - spans.length;
  const items = rest > 0 ? [...spans, `${rest} more`] : spans;
  return items.flatMap((span, index) => (index === 0 ? [span] : [index === items.length - 1 ? ' and ' : ', ', span]));
}

/** One directory of a list to choose from. */
export const directoryLine = ({ id, alias, name, accountId, region }: KnownDirectory): Line => [
  echo(id),
  // AWS gives a directory its id for an alias until somebody chooses one.
  ...[alias, name].flatMap((text) => (text === undefined || text === id ? [] : [', ', echo(text)])),
  ' in account ',
  echo(accountId),
  ', ',
  echo(region),
];

export const understood = (intent: Intent): Understanding => ({ kind: 'intent', intent });

/** Commands that were understood, or are offered by replies; each once. */
export const offersOf = (understandings: readonly Understanding[]): readonly string[] => [
  ...new Set(
    understandings.flatMap((each) => (each.kind === 'intent' ? [commandOf(each.intent)] : [...each.reply.next])),
  ),
];

/** Of several ways to understand a text, those that are questions in full. */
export const intentsAmong = (understandings: readonly Understanding[]): readonly Understanding[] =>
  understandings.filter(({ kind }) => kind === 'intent');

type Said = Line | Section;

const reply = (mood: 'question' | 'refused', title: string, said: readonly Said[], next: readonly string[]) => {
  const lines = said.filter((each): each is Line => !('lines' in each));
  const sections = said.filter((each): each is Section => 'lines' in each);
  return {
    kind: 'reply' as const,
    reply: {
      mood,
      title,
      sections: [...(lines.length > 0 ? [{ lines }] : []), ...sections],
      next: next.slice(0, mostOffers),
    },
  };
};

/** Asks back. `next` are commands to choose from; more than five are cut. */
export const question = (title: string, said: readonly Said[], next: readonly string[]): Understanding =>
  reply('question', title, said, next);

/** Says why not, and what to ask instead. */
export const refused = (title: string, said: readonly Said[], next: readonly string[]): Understanding =>
  reply('refused', title, said, next);
