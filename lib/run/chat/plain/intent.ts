import {
  type AuditRequest,
  code,
  type Filter,
  type Intent,
  type Reply,
  type Understanding,
  type Vocabulary,
} from '../../../chat/index.ts';
import type { Problem } from '../../../model/errors.ts';
import { requestSchema } from '../../steps.ts';
import { directoriesNamed, lookUpDirectories, lookUpIds, lookUpPlaces } from './names.ts';
import { refusal } from './refusal.ts';
import type { PlainRequest } from './request.ts';

const directoryIdSchema = requestSchema.shape.directories.unwrap().element;

type Of<Command extends PlainRequest['command']> = Extract<PlainRequest, { command: Command }>;

/**
 * What a request asks, with its names looked up.
 *
 * @returns a reply where a name is unknown, or an audit needs more than was given
 */
export function intentOf(request: PlainRequest, vocabulary: Vocabulary): Understanding {
  switch (request.command) {
    case 'status':
    case 'findings':
    case 'exceptions':
    case 'coverage': {
      const { of, problems } = filterOf(request, vocabulary);
      return problems.length > 0 ? refused(problems) : intent({ kind: request.command, of });
    }
    case 'why': {
      // An unknown rule is the answer's business: it names the nearest ones, and those that are turned off.
      const { of, problems } = filterOf(request, vocabulary);
      const { rule, subject = null } = request;
      return problems.length > 0 ? refused(problems) : intent({ kind: 'why', rule, subject, of });
    }
    case 'explain':
      return intent({ kind: 'explain', rule: request.rule });
    case 'help':
      return intent({ kind: 'help', about: request.about ?? null });
    case 'audit':
      return auditOf(request, vocabulary);
  }
}

const intent = (understood: Intent): Understanding => ({ kind: 'intent', intent: understood });
const refused = (problems: readonly Problem[]): Understanding => ({ kind: 'reply', reply: refusal(problems) });

type Narrowing = {
  readonly [member in keyof Filter]?: (member extends 'directories' ? readonly string[] : Filter[member]) | undefined;
};

function filterOf(
  { directories = [], accounts = [], regions = [], packs = [], rules = [], severities = [] }: Narrowing,
  vocabulary: Vocabulary,
): { readonly of: Filter; readonly problems: readonly Problem[] } {
  const within = {
    accounts: accounts.length === 0 ? undefined : accounts,
    regions: regions.length === 0 ? undefined : regions,
  };
  const places = lookUpPlaces(vocabulary, within);
  const known = lookUpDirectories(directories, vocabulary, within);
  const knownPacks = lookUpIds('packs', packs, vocabulary.packs);
  const knownRules = lookUpIds('rules', rules, vocabulary.rules);
  return {
    of: {
      ...{ directories: known.found, accounts, regions },
      ...{ packs: knownPacks.found, rules: knownRules.found, severities },
    },
    problems: [places, known, knownPacks, knownRules].flatMap(({ problems }) => problems),
  };
}

/** The accounts and Regions of directories come from what runs have seen, unless the request names them. */
function auditOf({ directories, accounts, regions }: Of<'audit'>, vocabulary: Vocabulary): Understanding {
  const within = { ...(accounts === undefined ? {} : { accounts }), ...(regions === undefined ? {} : { regions }) };
  if (directories === undefined) return audit(within);
  const looked = directories.map((name) => ({ name, known: directoriesNamed(name, vocabulary, within) }));
  const known = looked.flatMap((one) => one.known);
  const unseen = looked.filter((one) => one.known.length === 0).map(({ name }) => name);
  const strange = unseen.filter((name) => !directoryIdSchema.safeParse(name).success);
  if (strange.length > 0) return refused(lookUpDirectories(strange, vocabulary, within).problems);
  if (unseen.length > 0 && (accounts === undefined || regions === undefined)) {
    return { kind: 'reply', reply: whereIs(unseen, accounts !== undefined || regions !== undefined) };
  }
  return audit({
    accounts: accounts ?? unique(known.map(({ accountId }) => accountId)),
    regions: regions ?? unique(known.map(({ region }) => region)),
    directories: unique([...known.map(({ id }) => id), ...unseen]),
  });
}

const audit = (request: AuditRequest): Understanding => intent({ kind: 'audit', request });
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

const whereIs = (unseen: readonly string[], isNarrowed: boolean): Reply => ({
  mood: 'question',
  title: unseen.length === 1 ? 'Where is this directory?' : 'Where are these directories?',
  sections: [
    {
      lines: [
        [
          'No run has seen ',
          ...unseen.flatMap((id, index) => [...(index === 0 ? [] : [', ']), code(id)]),
          isNarrowed ? ' there.' : '.',
        ],
        ['Send the members ', code('accounts'), ' and ', code('regions'), ' too, so that only that place is read.'],
      ],
    },
  ],
  next: [],
});
