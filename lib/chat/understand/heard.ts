import type { Severity } from '../../model/outcome.ts';
import type { Command } from '../intent.ts';
import type { Understanding } from '../understanding.ts';
import type { KnownDirectory, Vocabulary } from '../vocabulary.ts';
import type { Kind } from './grammar.ts';
import { kindOf, type Named, subjectOf } from './names.ts';
import type { Name } from './sentence.ts';

/** What each command can be asked of. */
export const takes: Readonly<Record<Command, readonly Kind[]>> = {
  status: ['directory', 'account', 'region', 'pack'],
  findings: ['severity', 'pack', 'directory', 'account', 'region', 'rule'],
  audit: ['directory', 'account', 'region'],
  explain: ['rule'],
  why: ['rule', 'subject', 'directory', 'account', 'region'],
  exceptions: ['account', 'region', 'rule', 'pack'],
  coverage: ['account', 'region'],
  help: [],
};

/** What a name is the name of, where that is one thing only. */
export interface Heard {
  readonly name: Name;
  readonly named: Named;
}

/**
 * A command with names, and how it would be understood with other names or as another command: for what is offered.
 * Nothing comes of asking again while that is being found out.
 */
export interface Form {
  readonly command: Command;
  readonly names: readonly Name[];
  readonly vocabulary: Vocabulary;
  readonly again: (names: readonly Name[], command?: Command) => readonly Understanding[];
}

/** The names as one thing. */
export const nameFor = (named: Named, word = ''): Name => ({ word, means: [named], as: kindOf(named), leftOut: false });

/** An account and a Region as names. */
export const placeNames = (place: { readonly accountId: string; readonly region: string }): readonly Name[] => [
  nameFor({ kind: 'account', account: place.accountId, known: true }),
  nameFor({ kind: 'region', region: place.region, known: true }),
];

/** All that a name can mean behind a command. Whatever is left behind `why` is what the verdict is about. */
export function meansFor(command: Command, { word, means, as }: Name): readonly Named[] {
  const fitting = means.filter((named) => takes[command].includes(kindOf(named)));
  if (command !== 'why') return fitting;
  // An alias may be equal to a rule; its directory has an id.
  const rules = fitting.filter(({ kind }) => kind === 'rule');
  if (rules.length > 0) return rules;
  const subject = subjectOf(word);
  const left = fitting.length === 0 && as === undefined && !means.some(({ kind }) => kind === 'severity');
  return left && subject !== undefined ? [{ kind: 'subject', subject }] : fitting;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Names of each kind, each once, in the order in which they were said. */
export const heardOf = (heard: readonly Heard[]) => {
  const all = heard.map(({ named }) => named);
  return {
    /** Each is what one word can mean. */
    directories: all.flatMap((named): (readonly KnownDirectory[])[] =>
      named.kind === 'directory' ? [named.directories] : [],
    ),
    newDirectories: unique(all.flatMap((named) => (named.kind === 'new directory' ? [named.id] : []))),
    accounts: unique(all.flatMap((named) => (named.kind === 'account' ? [named.account] : []))),
    regions: unique(all.flatMap((named) => (named.kind === 'region' ? [named.region] : []))),
    packs: unique(all.flatMap((named) => (named.kind === 'pack' ? [named.pack] : []))),
    rules: unique(all.flatMap((named) => (named.kind === 'rule' ? [named.rule] : []))),
    severities: unique(all.flatMap((named): Severity[] => (named.kind === 'severity' ? [named.severity] : []))),
    subjects: unique(all.flatMap((named) => (named.kind === 'subject' ? [named.subject] : []))),
  };
};
export type HeardNames = ReturnType<typeof heardOf>;
