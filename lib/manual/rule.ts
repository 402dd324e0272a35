import { factsOf, leavesOf } from '../engine/conditions.ts';
import type { Rule } from '../engine/index.ts';
import { factTables, sorted } from '../facts/index.ts';
import { operationsOf } from '../findings/index.ts';
import { type ConditionLine, linesOf } from './conditions.ts';

/** A fact that a rule reads. */
export interface FactUse {
  readonly name: string;
  readonly about: string;
  /** The operations that it is read from; none for a parameter or what the snapshot's header says. */
  readonly from: readonly string[];
}

/** What there is to know of a rule, in the order in which people ask: the same on a terminal and on paper. */
export interface RuleManual {
  readonly rule: Rule;
  readonly appliesWhen: readonly ConditionLine[];
  readonly requires: readonly ConditionLine[];
  readonly grades: readonly { readonly severity: string; readonly when: readonly ConditionLine[] }[];
  readonly notes: readonly { readonly text: string; readonly when: readonly ConditionLine[] }[];
  /** Facts that decide, in order of name. */
  readonly inputs: readonly FactUse[];
  /** The IAM actions that judging it takes. */
  readonly operations: readonly string[];
  /** An exception for `wsaudit.yaml`. */
  readonly exception: string;
}

/** Gathers the manual of a rule. Pure: the same rule gives the same manual. */
export function manualOf(rule: Rule): RuleManual {
  const trees = [...(rule.appliesWhen === undefined ? [] : [rule.appliesWhen]), rule.requires];
  const graded = rule.severityWhen.map(({ when }) => when);
  const names = sorted([...trees, ...graded].flatMap(leavesOf).flatMap(factsOf));
  return {
    rule,
    appliesWhen: rule.appliesWhen === undefined ? [] : linesOf(rule.appliesWhen),
    requires: linesOf(rule.requires),
    grades: rule.severityWhen.map(({ severity, when }) => ({ severity, when: linesOf(when) })),
    notes: rule.notes.map(({ text, when }) => ({ text, when: linesOf(when) })),
    inputs: names.map((name) => useOf(rule, name)),
    operations: operationsOf(rule),
    exception: exceptionFor(rule),
  };
}

function useOf({ subject }: Rule, name: string): FactUse {
  const fact = factTables[subject][name];
  if (fact === undefined) return { name, about: 'A parameter; see "wsaudit rules parameters".', from: [] };
  return { name, about: fact.about, from: fact.from };
}

const idsOf: { readonly [type: string]: string } = {
  account: '111122223333',
  directory: 'd-906712345a',
  workspace: 'ws-0a1b2c3d4',
  ipGroup: 'wsipg-0a1b2c3d4',
  securityGroup: 'sg-0a1b2c3d4e5f60718',
  subnet: 'subnet-0a1b2c3d4e5f60718',
  vpc: 'vpc-0a1b2c3d4e5f60718',
  connectionAlias: 'wsca-0a1b2c3d4',
  image: 'wsi-0a1b2c3d4',
  iamRole: 'workspaces_DefaultRole',
};

const exceptionFor = ({ id, subject }: Rule): string =>
  [
    'exceptions:',
    `  - rule: ${id}`,
    `    subject: "${idsOf[subject] ?? '*'}"`,
    '    reason: why this is accepted',
    '    owner: who answers for it',
    '    expires: 2027-01-31',
  ].join('\n');
