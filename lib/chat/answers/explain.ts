import { effectiveParameters } from '../../config/index.ts';
import { parameterName } from '../../engine/conditions.ts';
import { factNamesOf } from '../../engine/fact-names.ts';
import type { Rule } from '../../engine/index.ts';
import { factTables, sorted } from '../../facts/index.ts';
import { operationsOf } from '../../findings/index.ts';
import { severities } from '../../model/outcome.ts';
import { type Intent, noFilter } from '../intent.ts';
import type { AnswerParts } from '../memory.ts';
import { type Answer, code, type Line, type Section, strong } from '../reply.ts';
import { name } from './cut.ts';
import type { ExplainData, ParameterData } from './data.ts';
import { inline, listSection } from './lists.ts';
import { command } from './overview.ts';
import { nearest, noSuchRule, ruleIds, ruleOf, whyNotInForce } from './rules.ts';
import { small, written } from './values.ts';

const most = { facts: 8, parameters: 6, controls: 15, operations: 12 };

/** What a rule wants, why, and how to mend what it finds; from the packs and the configuration in force. */
export async function answerExplain(
  { rule: id }: Extract<Intent, { kind: 'explain' }>,
  parts: AnswerParts,
): Promise<Answer> {
  const rule = ruleOf(id, parts);
  if (rule === undefined) {
    const near = nearest(id, ruleIds(parts));
    return { reply: noSuchRule(id, near, 'explain'), data: unknownData(id, near) };
  }
  const off = whyNotInForce(rule, parts);
  const parameters = parametersOf(rule, parts);
  const used = sorted(factNamesOf(rule)).filter((name) => parameterName(name) === undefined);
  return {
    reply: {
      mood: 'neutral',
      title: rule.title,
      sections: [
        { lines: [about(rule, parts), ...(off === undefined ? [] : [[strong(`Not in force. ${off}`)]])] },
        ...(rule.why === undefined ? [] : [{ heading: 'Why', lines: [[rule.why]] }]),
        ...listSection('What decides', used, most.facts, (fact) => factLine(rule, fact)),
        ...listSection('Parameters', parameters, most.parameters, parameterLine),
        { heading: 'How to mend', lines: mendLines(rule) },
        references(rule),
      ],
      next:
        off === undefined
          ? [`why ${id}`, command('findings', { ...noFilter, packs: [rule.packId] }, await parts.memory.vocabulary())]
          : [],
    },
    data: dataOf(rule, parameters, off === undefined, parts),
  };
}

const about = (rule: Rule, { memory: { configuration } }: AnswerParts): Line => {
  const configured = configuration.rules.get(rule.id)?.severity;
  const graded = severities.filter((level) => rule.severityWhen.some(({ severity }) => severity === level));
  const grades = graded.length === 0 ? '' : `, by circumstances ${graded.join(' or ')}`;
  const severity =
    configured === undefined
      ? `${rule.severity}${grades}`
      : `${configured}, set by the configuration (the pack says ${rule.severity})`;
  return [
    code(rule.id),
    ' of pack ',
    code(rule.packId),
    `, about each ${subjectNames[rule.subject]}. Severity: ${severity}.`,
  ];
};

const subjectNames: { readonly [type in Rule['subject']]: string } = {
  account: 'account',
  directory: 'directory',
  workspace: 'WorkSpace',
  ipGroup: 'IP access control group',
  securityGroup: 'security group',
  subnet: 'subnet',
  vpc: 'VPC',
  connectionAlias: 'connection alias',
  image: 'image',
  iamRole: 'IAM role',
};

const factLine = ({ subject }: Rule, fact: string): Line => {
  const definition = factTables[subject][fact];
  return definition === undefined ? [code(fact)] : [code(fact), ': ', definition.about];
};

const parameterLine = ({ name, value, configured }: ParameterData): Line => [
  ...[code(name), ' is ', code(written(value))],
  configured ? ', set by the configuration' : ', the default',
];

function parametersOf(rule: Rule, { memory: { packs, configuration } }: AnswerParts): ParameterData[] {
  const values = effectiveParameters(packs, configuration);
  return sorted(factNamesOf(rule).flatMap((fact) => parameterName(fact) ?? [])).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, value: small(value), configured: name in configuration.parameters }];
  });
}

const mendLines = ({ remediation, steps }: Rule): Line[] => [
  [remediation],
  ...(steps.console === undefined ? [] : [['Console: ', steps.console]]),
  ...(steps.cli === undefined ? [] : [['AWS CLI: ', code(steps.cli)]]),
];

function references(rule: Rule): Section {
  const { section, url } = rule.source;
  const operations = operationsOf(rule);
  return {
    heading: 'References',
    isList: true,
    lines: [
      ...(rule.controls.length === 0
        ? []
        : [['NIST SP 800-53 controls: ', ...inline(rule.controls, most.controls, (control) => control)]]),
      ['Source: ', url.startsWith('https://') ? { link: section, url } : section],
      ...(operations.length === 0 ? [] : [['Read with: ', ...inline(operations, most.operations, code)]]),
    ],
  };
}

const unknownData = (ruleId: string, near: readonly string[]): ExplainData => ({
  ...{
    kind: 'explain',
    ruleId: name(ruleId),
    known: false,
    nearest: near,
    packId: null,
    title: null,
    subjectType: null,
  },
  ...{ inForce: false, severity: null, baseSeverity: null, remediation: null },
  ...{ controls: [], operations: [], parameters: [], source: null },
});

const dataOf = (
  rule: Rule,
  parameters: readonly ParameterData[],
  inForce: boolean,
  { memory: { configuration } }: AnswerParts,
): ExplainData => ({
  ...{ kind: 'explain', ruleId: rule.id, known: true, nearest: [], packId: rule.packId, title: rule.title },
  ...{ subjectType: rule.subject, inForce, severity: configuration.rules.get(rule.id)?.severity ?? rule.severity },
  ...{ baseSeverity: rule.severity, remediation: rule.remediation, controls: rule.controls },
  ...{ operations: operationsOf(rule), parameters },
  source: { section: rule.source.section, url: rule.source.url },
});
