import { type FactDefinition, factTables } from '../facts/index.ts';
import { subjectTypes } from '../model/subject.ts';
import { codeCell, escaped, page, table } from './markdown.ts';

/** The page that lists every fact of every kind of subject. */
export const factsPage = (): string =>
  page([
    '<!-- Made by "npm run generate" from the definitions in lib/facts. -->',
    '# Facts',
    'What the conditions of a rule can read, by kind of subject. A fact says what is and never judges.',
    'Every fact is **unknown** when an operation that it is read from was denied, failed or was read in part and what was read does not settle it; when a member that AWS always returns is absent; and, where values are listed, when AWS returns another one. A list or a count of what was read in part is still known as far as it proves something.',
    ...subjectTypes.flatMap((type) => [
      `## ${type}`,
      table(
        ['Fact', 'Type', 'Is', 'Read from'],
        Object.entries(factTables[type])
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, fact]) => [codeCell(name), typeOf(fact), aboutOf(fact), sourcesOf(fact)]),
      ),
    ]),
  ]);

const sourcesOf = ({ from, helpedBy = [] }: Omit<FactDefinition<never>, 'read'>): string =>
  [...from.map(codeCell), ...helpedBy.map((operation) => `${codeCell(operation)} where it was read`)].join(', ');

const typeOf = ({ type, nullable }: Omit<FactDefinition<never>, 'read'>): string =>
  nullable === true ? `${type} or null` : type;

const aboutOf = ({ about, values }: Omit<FactDefinition<never>, 'read'>): string =>
  values === undefined ? escaped(about) : `${escaped(about)} Values: ${values.map(codeCell).join(', ')}.`;
