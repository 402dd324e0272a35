import type { AssessedControl, FrameworkReport } from '../frameworks/index.ts';
import type { FrameworkOptions } from './format.ts';
import { frameworkTable } from './framework-table.ts';

/** Puts the report of a framework into text, piece by piece. */
export type FrameworkFormat = (report: FrameworkReport, options: FrameworkOptions) => Iterable<string>;

/** As JSON: a member or control a line, so that two runs can be compared line by line. */
const json: FrameworkFormat = function* ({ controls, ...head }) {
  yield '{';
  for (const [key, value] of Object.entries(head)) yield `${JSON.stringify(key)}:${JSON.stringify(value)},\n`;
  yield '"controls":[';
  let separator = '\n';
  for (const control of controls) {
    yield separator;
    yield* controlJson(control);
    separator = ',\n';
  }
  yield ']}\n';
};

/** One control a line. */
const ndjson: FrameworkFormat = function* ({ controls }) {
  for (const control of controls) {
    yield* controlJson(control);
    yield '\n';
  }
};

/** Rule by rule: the subjects of a large fleet do not fit into one string. */
function* controlJson({ rules, ...rest }: AssessedControl): Iterable<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"rules":[`;
  for (const [index, rule] of rules.entries()) yield `${index === 0 ? '' : ','}${JSON.stringify(rule)}`;
  yield ']}';
}

/** What `--format` takes together with `--framework`. */
export const frameworkFormats = { table: frameworkTable, json, ndjson } as const satisfies {
  readonly [name: string]: FrameworkFormat;
};
