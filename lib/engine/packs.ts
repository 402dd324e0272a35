import { InputError, type Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { Json } from '../model/report.ts';
import { type Condition, factsOf, leavesOf, parameterName } from './conditions.ts';
import type { Pack, Parameter, Rule } from './rule.ts';

/**
 * Checks packs against each other: ids are unique, and every parameter that a rule reads is declared by some pack.
 *
 * @throws InputError (`pack`) with every problem
 */
export function checkPacks(packs: readonly Pack[]): void {
  const parameters = parametersOf(packs);
  const problems: Problem[] = [
    ...repeated(packs.map((pack) => ({ id: pack.id, file: pack.file, what: 'pack' }))),
    ...repeated(packs.flatMap((pack) => pack.rules.map(({ id }) => ({ id, file: pack.file, what: 'rule' })))),
    ...repeated(
      packs.flatMap((pack) => pack.parameters.map(({ name }) => ({ id: name, file: pack.file, what: 'parameter' }))),
    ),
    ...packs.flatMap((pack) => pack.rules.flatMap((rule) => undeclared(rule, pack, parameters))),
  ];
  if (problems.length > 0) throw new InputError('pack', problems);
}

/** All parameters that packs declare. */
export const parametersOf = (packs: readonly Pack[]): Parameter[] => packs.flatMap((pack) => pack.parameters);

/** Values of all parameters before a configuration. */
export const defaultParameters = (packs: readonly Pack[]): { readonly [name: string]: Json } =>
  Object.fromEntries(parametersOf(packs).map((parameter) => [parameter.name, parameter.default]));

function repeated(items: readonly { id: string; file: string; what: string }[]): Problem[] {
  return items.flatMap(({ id, file, what }, index) => {
    const first = items.findIndex((other) => other.id === id);
    if (first === index) return [];
    return [
      { place: file, found: `the ${what} "${id}" is also in ${items[first]?.file}`, mend: 'Give it another id.' },
    ];
  });
}

function undeclared(rule: Rule, pack: Pack, parameters: readonly Parameter[]): Problem[] {
  const trees: Condition[] = [
    rule.requires,
    ...rule.severityWhen.map(({ when }) => when),
    ...rule.notes.map(({ when }) => when),
  ];
  if (rule.appliesWhen !== undefined) trees.push(rule.appliesWhen);
  const names = parameters.map(({ name }) => name);
  return [
    ...new Set(
      trees
        .flatMap(leavesOf)
        .flatMap(factsOf)
        .flatMap((fact) => parameterName(fact) ?? []),
    ),
  ]
    .filter((name) => !names.includes(name))
    .map((name) => ({
      place: `${pack.file}: rule ${rule.id}`,
      found: `no pack declares the parameter "${name}"${suggestion(name, names)}`,
      mend: 'Declare it under "parameters".',
    }));
}
