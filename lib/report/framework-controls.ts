import type { AssessedControl, Reason, RuleEvidence } from '../frameworks/index.ts';
import { count, wrap } from '../model/lines.ts';
import { severities } from '../model/outcome.ts';
import { placeKey } from '../model/place.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

type Controls = readonly AssessedControl[];

/** Subjects of one rule that are named before the rest is only counted. */
const shownSubjects = 5;

/** Controls with findings: each with its rules, the worst first, and their subjects. */
export function* notSatisfied(all: Controls, width: number, colors: Paint): Iterable<string> {
  const own = all.filter(({ status }) => status === 'not-satisfied');
  if (own.length === 0) return;
  yield '';
  yield colors.heading(`NOT SATISFIED  ${count(own.length, 'control')}`);
  for (const control of own) {
    yield '';
    yield* titleOf(control, width, colors);
    yield* wrap(control.because, width, '    ');
    const rules = control.rules.filter(({ severity }) => severity !== null);
    for (const rule of rules.toSorted(bySeverity)) yield* findingsOf(rule, width, colors);
  }
}

export function* satisfied(all: Controls, width: number, colors: Paint): Iterable<string> {
  const own = all.filter(({ status }) => status === 'satisfied');
  if (own.length === 0) return;
  yield '';
  yield colors.heading(`SATISFIED  ${count(own.length, 'control')}`);
  for (const control of own) {
    yield '';
    yield* titleOf(control, width, colors);
    yield* wrap(told(control), width, '    ');
  }
}

/** Why controls have no verdict, in the order in which somebody can do something about it. */
const openReasons: readonly (readonly [Reason, string])[] = [
  ['insufficient-data', 'Something could not be judged'],
  ['not-in-force', 'Rules are not in force'],
  ['no-finding', 'No finding, but not proven'],
  ['not-applicable', 'Nothing to judge'],
  ['manual-items', 'Manual items only'],
];

export function* notAssessed(all: Controls, named: boolean, width: number, colors: Paint): Iterable<string> {
  const own = all.filter(({ status }) => status === 'not-assessed');
  if (own.length === 0) return;
  yield '';
  yield colors.heading(`NOT ASSESSED  ${count(own.length, 'control')}`);
  for (const [reason, heading] of openReasons) {
    const group = own.filter((control) => control.reason === reason);
    if (group.length === 0) continue;
    yield '';
    yield `  ${heading}: ${count(group.length, 'control')}`;
    for (const control of group) {
      yield* titleOf(control, width, colors, '    ');
      yield* wrap(reason === 'no-finding' ? told(control) : control.because, width, '      ');
    }
  }
  const rest = own.filter(({ reason }) => reason === 'not-covered');
  if (rest.length === 0) return;
  const families = Map.groupBy(rest, ({ id }) => id.slice(0, 2));
  const names = named ? rest.map(({ id }) => id) : [...families].map(([family, { length }]) => `${family} ${length}`);
  yield '';
  yield* wrap(`This tool has nothing to say about ${count(rest.length, 'control')}: ${names.join(', ')}.`, width, '  ');
}

/** What decided it, and how far rules cover it and why: what the verdict rests on. */
const told = ({ because, coverageBecause }: AssessedControl): string =>
  coverageBecause === null ? because : `${because} ${coverageBecause}`;

/** Id, title, how far rules cover it, and what is doubtful about it. */
function* titleOf(control: AssessedControl, width: number, colors: Paint, indent = '  '): Iterable<string> {
  const { id, title, coverage, reason, verified, note } = control;
  const marks = [
    ...(coverage === null ? [] : [`(${coverage})`]),
    ...(reason === 'findings-excepted' ? ['[risk accepted]'] : []),
    ...(verified ? [] : ['[unverified]']),
    ...(note === null ? [] : [note]),
  ];
  const [first = '', ...others] = wrap([title, ...marks].join(' '), width, `${indent}${id}  `);
  yield first.replace(id, colors.heading);
  yield* others;
}

function* findingsOf({ ruleId, severity, subjects, excepted }: RuleEvidence, width: number, colors: Paint) {
  if (severity === null) return;
  const found = subjects
    .filter(({ status }) => status === 'NON_COMPLIANT')
    .toSorted((a, b) => Number(a.excepted) - Number(b.excepted));
  const mark = excepted === 0 ? '' : `, ${excepted} excepted`;
  yield `    ${colors.severity(severity, severity.padEnd(13))}  ${ruleId}: ${count(found.length, 'finding')}${mark}`;
  const shown = found.slice(0, shownSubjects);
  for (const [place, own] of Map.groupBy(shown, placeKey)) {
    const ids = own.map((subject) => `${subject.id}${subject.excepted ? ' (excepted)' : ''}`);
    yield* wrap(plain(`${place}: ${ids.join(', ')}`), width, ' '.repeat(19));
  }
  const more = found.length - shown.length;
  if (more > 0) yield `${' '.repeat(19)}and ${more} more; --format json lists all`;
}

const bySeverity = (a: RuleEvidence, b: RuleEvidence): number => rank(a) - rank(b);
const rank = ({ severity }: RuleEvidence): number =>
  severity === null ? severities.length : severities.indexOf(severity);
