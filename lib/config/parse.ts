import * as z from 'zod';
import { type Pack, parametersOf } from '../engine/index.ts';
import { jsonPath, valueAt } from '../engine/json-problems.ts';
import { InputError, type Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { Json } from '../model/report.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { manualItems } from './manual-items.ts';
import { configurationSchema, namesAt, unknownItem, unknownRule } from './schema.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/**
 * Reads a configuration. An empty file is valid.
 *
 * @param text content of the file
 * @param file its name, for messages
 * @param packs all packs at hand, also those that the configuration turns off
 * @throws InputError (`configuration`) with every problem, each with its line
 */
export function parseConfiguration(text: string, file: string, packs: readonly Pack[]): Configuration {
  const source = parseYaml(text, file);
  const parsed = configurationSchema(packs).safeParse(source.value);
  const problems = [
    ...source.problems,
    ...(parsed.error?.issues ?? []).flatMap((issue) => describe(issue, source, packs)),
  ];
  if (!parsed.success || problems.length > 0) throw new InputError('configuration', problems.toSorted(byLine));
  return build(parsed.data ?? {});
}

const byLine = (a: Problem, b: Problem): number => lineOf(a) - lineOf(b);
const lineOf = ({ place }: Problem): number => Number(place.slice(place.lastIndexOf(':') + 1));

type Parsed = NonNullable<z.infer<ReturnType<typeof configurationSchema>>>;

const parameterValues = z.record(z.string(), z.json());

function build({ scope, packs, rules, exceptions, attestations }: Parsed): Configuration {
  const settings = Object.entries(packs ?? {});
  const parameters: { [name: string]: Json } = {};
  for (const [, pack] of settings) Object.assign(parameters, parameterValues.parse(pack?.parameters ?? {}));
  return {
    directories: {
      include: scope?.directories?.include ?? defaultConfiguration.directories.include,
      exclude: scope?.directories?.exclude ?? defaultConfiguration.directories.exclude,
    },
    disabledPacks: new Set(settings.filter(([, pack]) => pack?.enabled === false).map(([id]) => id)),
    parameters,
    rules: new Map(
      Object.entries(rules ?? {}).map(([id, rule]) => [
        id,
        { enabled: rule?.enabled !== false, severity: rule?.severity },
      ]),
    ),
    exceptions: (exceptions ?? []).map(({ accounts, ticket, ...exception }) => ({
      ...exception,
      accounts,
      ticket: ticket ?? null,
    })),
    attestations: attestations ?? [],
  };
}

function describe(issue: z.core.$ZodIssue, source: YamlSource, packs: readonly Pack[]): Problem[] {
  const { path } = issue;
  const place = source.place(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownName(key, path, source.place([...path, key]), packs));
  }
  const value = valueAt(source.value, path);
  const name = jsonPath(path).replace(/^\$\.?/, '') || 'the file';
  if (issue.message === unknownRule) {
    const { names } = namesAt(['rules'], packs);
    const found = `${name}: no rule is named "${String(value)}"${suggestion(String(value), names)}`;
    return [{ place, found, mend: 'Run "wsaudit rules list" for the rules.' }];
  }
  if (issue.message === unknownItem) {
    const found = `${name}: no manual item is named "${String(value)}"${suggestion(String(value), manualItems)}`;
    return [{ place, found, mend: 'Run "wsaudit evaluate FILE --framework ID" for the items.' }];
  }
  const [section, , part, parameter] = path;
  const expected =
    section === 'packs' && part === 'parameters' && parameter !== undefined
      ? (parametersOf(packs).find((declared) => declared.name === parameter)?.type ?? issue.message)
      : issue.message.replace(/^Invalid (input|option): expected /, '');
  if (value === undefined) return [{ place, found: `${name} is missing`, expected, mend: 'Add it.' }];
  return [{ place, found: `${name} is ${shown(value)}`, expected, mend: 'Correct the value.' }];
}

function unknownName(key: string, path: readonly PropertyKey[], place: string, packs: readonly Pack[]): Problem {
  const { kind, names } = namesAt(path, packs);
  const found = `unknown ${kind} "${key}"${suggestion(key, names)}`;
  const elsewhere = kind === 'parameter' ? parametersOf(packs).find(({ name }) => name === key) : undefined;
  if (elsewhere !== undefined) {
    return {
      place,
      found,
      mend: `The pack ${elsewhere.packId} declares it: write it under packs.${elsewhere.packId}.`,
    };
  }
  if (kind === 'key') return { place, found, mend: names.length === 0 ? 'Remove it.' : `Known: ${names.join(', ')}.` };
  return { place, found, mend: `Run "wsaudit rules ${kind === 'parameter' ? 'parameters' : 'list'}" for the names.` };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
