import type { Filter, Intent, Line, Span, Understanding } from '../../../lib/chat/index.ts';

const list = (key: string, values: readonly string[] = []): string[] =>
  values.length > 0 ? [`${key}=${values.join(',')}`] : [];

const filter = ({ directories, accounts, regions, packs, rules, severities }: Filter): string[] => [
  ...list(
    'directories',
    directories.map(({ id, accountId, region }) => `${id}@${accountId}/${region}`),
  ),
  ...list('accounts', accounts),
  ...list('regions', regions),
  ...list('packs', packs),
  ...list('rules', rules),
  ...list('severities', severities),
];

function members(intent: Intent): string[] {
  switch (intent.kind) {
    case 'audit':
      return [
        ...list('accounts', intent.request.accounts),
        ...list('regions', intent.request.regions),
        ...list('directories', intent.request.directories),
      ];
    case 'explain':
      return [`rule=${intent.rule}`];
    case 'why':
      return [`rule=${intent.rule}`, `subject=${intent.subject ?? '-'}`, ...filter(intent.of)];
    case 'help':
      return [`about=${intent.about ?? '-'}`];
    default:
      return filter(intent.of);
  }
}

const span = (each: Span): string => {
  if (typeof each === 'string') return each;
  if ('code' in each) return `\`${each.code}\``;
  return 'strong' in each ? `*${each.strong}*` : `[${each.link}](${each.url})`;
};
const line = (spans: Line): string => spans.map(span).join('');

/**
 * An understanding as a scenario writes it. An intent is one line: `status directories=ID@ACCOUNT/REGION`. A reply is its
 * mood and title, `| ` before each line and `* ` before each item of a list, and `next: ` before each offer.
 */
export function show(understanding: Understanding): string[] {
  if (understanding.kind === 'intent') {
    return [[understanding.intent.kind, ...members(understanding.intent)].join(' ')];
  }
  const { mood, title, sections, next } = understanding.reply;
  return [
    `${mood}: ${title}`,
    ...sections.flatMap(({ lines, isList, omitted, heading }) => [
      ...(heading === undefined ? [] : [`# ${heading}`]),
      ...lines.map((spans) => `${isList ? '*' : '|'} ${line(spans)}`),
      ...(omitted === undefined ? [] : [`* … and ${omitted} more`]),
    ]),
    ...next.map((command) => `next: ${command}`),
  ];
}
