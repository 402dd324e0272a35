import type { Filter, Intent } from '../intent.ts';
import { grammarOf } from './grammar.ts';
import { isAwsId, looksLikeId } from './names.ts';

/** A rule's id, marked as one where it is a word of the grammar or looks like an id of something else. */
const ruleWords = (rule: string): string[] =>
  grammarOf(rule) === undefined && !looksLikeId(rule) ? [rule] : ['rule', rule];

const filterWords = ({ severities, packs, rules, directories, accounts, regions }: Filter): string[] => [
  ...severities.map((severity) => severity.toLowerCase()),
  // Always marked: an alias of a directory may be equal.
  ...packs.flatMap((pack) => ['pack', pack]),
  ...rules.flatMap((rule) => ['rule', rule]),
  ...new Set(directories.map(({ id }) => id)),
  ...accounts,
  ...regions,
];

function subjectWords(subject: string | null, { accounts }: Filter): string[] {
  if (subject === null || (accounts.length === 1 && accounts[0] === subject)) return [];
  return [isAwsId(subject) ? subject : `subject=${subject}`];
}

function wordsOf(intent: Intent): readonly string[] {
  switch (intent.kind) {
    case 'status':
    case 'findings':
    case 'exceptions':
    case 'coverage':
      return filterWords(intent.of);
    case 'audit': {
      const { directories = [], accounts = [], regions = [] } = intent.request;
      return [...directories, ...accounts, ...regions];
    }
    case 'explain':
      return ruleWords(intent.rule);
    case 'why':
      return [...ruleWords(intent.rule), ...subjectWords(intent.subject, intent.of), ...filterWords(intent.of)];
    case 'help':
      return intent.about === null ? [] : [intent.about];
  }
}

/**
 * The command that asks for an intent. `understand` makes the same intent of it, as long as it knows the names in it.
 */
export const commandOf = (intent: Intent): string => [intent.kind, ...wordsOf(intent)].join(' ');
