import type { Command } from '../intent.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { grammarOf, type Kind, kinds } from './grammar.ts';
import { kindOf, type Named, namedBy, subjectOf } from './names.ts';
import { unquoted } from './words.ts';

/** A word that names something, with all that it can be the name of; nothing for a typing error. */
export interface Name {
  readonly word: string;
  readonly means: readonly Named[];
  /** Said by the person: "pack network". */
  readonly as?: Kind | undefined;
  /** Said to be left out: "not critical". */
  readonly leftOut: boolean;
}

/** A text, taken apart. */
export interface Sentence {
  /** Commands that are named, each once. */
  readonly commands: readonly Command[];
  /** Commands of which there are signs only. */
  readonly signs: readonly Command[];
  readonly names: readonly Name[];
  /** Words that ask to change something. */
  readonly changes: readonly string[];
}

/** `region=us-east-1`, as in `--region=us-east-1` of a command line. */
const labelled = new RegExp(`^(${kinds.join('|')})[:=](.+)$`, 'i');

type Unplaced = Omit<Name, 'leftOut'>;

/** What a word is called, where it was said of what kind it is; a kind that does not fit was said of something else. */
function nameOf(word: string, kind: Kind | undefined, vocabulary: Vocabulary): Unplaced {
  const subject = kind === 'subject' ? subjectOf(word) : undefined;
  if (subject !== undefined) return { word, means: [{ kind: 'subject', subject }], as: kind };
  const fitting = kind === undefined ? [] : namedBy(word, vocabulary, kind);
  if (fitting.length > 0) return { word, means: fitting, as: kind };
  const grammar = grammarOf(word);
  if (grammar?.is === 'severity') return { word, means: [{ kind: 'severity', severity: grammar.severity }] };
  const means = namedBy(word, vocabulary);
  return means.length === 0 ? { word, means, as: kind } : { word, means };
}

/** Takes words apart. What is no word of the grammar is a name. */
export function sentenceOf(words: readonly string[], vocabulary: Vocabulary): Sentence {
  const commands = new Set<Command>();
  const signs = new Set<Command>();
  const names: Name[] = [];
  const changes: string[] = [];
  let leftOut = false;
  /** What the word before was. */
  let before: 'name' | Kind | undefined;

  for (const whole of words) {
    const [, label, rest = ''] = labelled.exec(whole) ?? [];
    const word = label === undefined ? whole : unquoted(rest);
    const said = before === 'name' ? undefined : before;
    const kind = label === undefined ? said : kinds.find((each) => each === label.toLowerCase());
    const grammar = label === undefined ? grammarOf(word) : undefined;
    // Packs and rules are named by whoever writes them, so that one may be called like a word of the grammar.
    const claimed = (kind === 'pack' || kind === 'rule') && namedBy(word, vocabulary, kind).length > 0;
    if (grammar === undefined || grammar.is === 'severity' || claimed) {
      names.push({ ...nameOf(word, kind, vocabulary), leftOut });
      leftOut = false;
      before = 'name';
    } else if (grammar.is === 'kind') {
      const last = names.at(-1);
      const means = last?.means.filter((named) => kindOf(named) === grammar.kind) ?? [];
      // "the ip-access pack", or else "the pack ip-access"
      const describes = before === 'name' && last !== undefined && last.as === undefined && means.length > 0;
      if (describes) names.splice(-1, 1, { ...last, means, as: grammar.kind });
      before = describes ? undefined : grammar.kind;
    } else {
      if (grammar.is === 'command') commands.add(grammar.command);
      if (grammar.is === 'sign') signs.add(grammar.command);
      if (grammar.is === 'change') changes.push(word);
      if (grammar.is !== 'filler') leftOut = grammar.is === 'leaving out';
      before = undefined;
    }
  }
  return { commands: [...commands], signs: [...signs], names, changes };
}
