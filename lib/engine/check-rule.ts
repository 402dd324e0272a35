import { type FactDefinition, factTables } from '../facts/index.ts';
import type { Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import { type Condition, childrenOf, comparedFact, type Leaf, parameterName } from './conditions.ts';
import { operators } from './operators.ts';
import type { Rule } from './rule.ts';
import { placeholdersOf } from './templates.ts';

type Place = (path: readonly PropertyKey[]) => string;
type Fact = Omit<FactDefinition<never>, 'read'>;

/** Checks what the schema cannot: facts of the subject, operators for their types, templates, examples. */
export function checkRule(rule: Rule, place: Place): Problem[] {
  const facts = factTables[rule.subject];
  const unknownFact = (name: string, path: readonly PropertyKey[]): Problem[] =>
    // Parameters are checked when all packs are known.
    parameterName(name) !== undefined || Object.hasOwn(facts, name)
      ? []
      : [
          {
            place: place(path),
            found: `no fact of a ${rule.subject} is named "${name}"${suggestion(name, Object.keys(facts))}`,
            mend: 'Name one of its facts, or config.<parameter>.',
          },
        ];
  const tree = (node: Condition, path: readonly PropertyKey[]): Problem[] => {
    const children = childrenOf(node);
    if (children !== undefined) {
      const key = 'all' in node ? 'all' : 'any';
      return children.flatMap((child, index) => tree(child, [...path, key, index]));
    }
    if (!('fact' in node)) return [];
    const other = comparedFact(node);
    const unknown = [
      ...unknownFact(node.fact, [...path, 'fact']),
      ...(other === undefined ? [] : unknownFact(other, [...path, 'value', 'fact'])),
      ...(node.because === undefined ? [] : template(node.because, [...path, 'because'])),
    ];
    return unknown.length > 0 ? unknown : checkLeaf(node, facts[node.fact], (key) => place([...path, key]));
  };
  const template = (text: string, path: readonly PropertyKey[]): Problem[] =>
    placeholdersOf(text).flatMap((name) => unknownFact(name, path));
  return [
    ...(rule.appliesWhen === undefined ? [] : tree(rule.appliesWhen, ['appliesWhen'])),
    ...tree(rule.requires, ['requires']),
    ...rule.severityWhen.flatMap(({ when }, index) => tree(when, ['severityWhen', index, 'when'])),
    ...rule.notes.flatMap(({ when, text }, index) => [
      ...tree(when, ['notes', index, 'when']),
      ...template(text, ['notes', index, 'text']),
    ]),
    ...template(rule.reason.compliant, ['reason', 'compliant']),
    ...template(rule.reason.nonCompliant, ['reason', 'nonCompliant']),
    ...rule.evidence.flatMap((name, index) => unknownFact(name, ['evidence', index])),
    ...rule.examples.flatMap((example, index) =>
      Object.keys(example.facts).flatMap((name) => unknownFact(name, ['examples', index, 'facts', name])),
    ),
    ...checkOutcomes(rule, place),
  ];
}

/** json-rules-engine quietly answers false when an operator does not fit its operands: refused here instead. */
function checkLeaf(leaf: Leaf, fact: Fact | undefined, place: (key: string) => string): Problem[] {
  const operator = operators[leaf.operator];
  if (operator === undefined || fact === undefined) return [];
  if (!operator.facts.includes(fact.type)) {
    const fitting = Object.entries(operators).filter(([, { facts }]) => facts.includes(fact.type));
    return [
      {
        place: place('operator'),
        found: `"${leaf.operator}" does not fit ${leaf.fact}, which is a ${fact.type}`,
        expected: fitting.map(([name]) => name).join(', '),
        mend: 'Choose an operator for that type.',
      },
    ];
  }
  if (comparedFact(leaf) !== undefined) return [];
  const wrong = wrongValue(leaf, operator.value, fact);
  return wrong === undefined
    ? []
    : [{ place: place('value'), found: JSON.stringify(leaf.value) ?? 'nothing', ...wrong }];
}

function wrongValue(leaf: Leaf, kind: string, fact: Fact): { expected: string; mend: string } | undefined {
  const { value } = leaf;
  const mend = 'Correct the value.';
  if (kind === 'none') return value === undefined ? undefined : { expected: 'no value', mend: 'Leave "value" out.' };
  if (kind === 'list') {
    if (!Array.isArray(value) || value.length === 0) return { expected: 'a list that is not empty', mend };
    return value.map((item) => unknownValue(item, fact)).find((problem) => problem !== undefined);
  }
  if (kind === 'item' || kind === 'text') return typeof value === 'string' ? undefined : { expected: 'a text', mend };
  if (value === null && fact.nullable === true) return undefined;
  if (typeof value !== fact.type)
    return { expected: `a ${fact.type}${fact.nullable === true ? ' or null' : ''}`, mend };
  return unknownValue(value, fact);
}

function unknownValue(value: unknown, fact: Fact): { expected: string; mend: string } | undefined {
  if (fact.values === undefined || value === null || (typeof value === 'string' && fact.values.includes(value)))
    return undefined;
  return { expected: fact.values.join(', '), mend: `Use a known value${suggestion(String(value), fact.values)}.` };
}

function checkOutcomes(rule: Rule, place: Place): Problem[] {
  return (['COMPLIANT', 'NON_COMPLIANT'] as const)
    .filter((outcome) => !rule.examples.some((example) => example.outcome === outcome))
    .map((outcome) => ({
      place: place(['examples']),
      found: `no example is ${outcome}`,
      expected: 'at least one COMPLIANT and one NON_COMPLIANT example',
      mend: 'Add one.',
    }));
}
