import type { FrameworkReport } from '../frameworks/index.ts';
import type { FormatOptions } from './format.ts';
import { frameworkTable } from './framework-table.ts';

/** Puts the report of a framework into text, piece by piece. */
export type FrameworkFormat = (report: FrameworkReport, options: FrameworkOptions) => Iterable<string>;
export type FrameworkOptions = Pick<FormatOptions, 'all' | 'width' | 'color' | 'program'>;

/** As JSON: a member or control a line, so that two runs can be compared line by line. */
const json: FrameworkFormat = function* ({ controls, ...head }) {
  yield '{';
  for (const [key, value] of Object.entries(head)) yield `${JSON.stringify(key)}:${JSON.stringify(value)},\n`;
  yield '"controls":[';
  let separator = '\n';
  for (const control of controls) {
    yield `${separator}${JSON.stringify(control)}`;
    separator = ',\n';
  }
  yield ']}\n';
};

/** One control a line. */
const ndjson: FrameworkFormat = function* ({ controls }) {
  for (const control of controls) yield `${JSON.stringify(control)}\n`;
};

/** What `--format` takes together with `--framework`. */
export const frameworkFormats = { table: frameworkTable, json, ndjson } as const satisfies {
  readonly [name: string]: FrameworkFormat;
};
