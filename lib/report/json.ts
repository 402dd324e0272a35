import type { Format } from './format.ts';
import { inOrder, listed } from './view.ts';

/** The report as JSON: a member or result a line, so that two runs can be compared line by line. */
export const json: Format = function* (report, { all }) {
  const { results: _, ...head } = report;
  yield '{';
  for (const [key, value] of Object.entries(head)) yield `${JSON.stringify(key)}:${JSON.stringify(value)},\n`;
  yield '"results":[';
  let separator = '\n';
  for (const result of listed(report, all)) {
    yield `${separator}${JSON.stringify(inOrder(result))}`;
    separator = ',\n';
  }
  yield ']}\n';
};
