import type { Format } from './format.ts';
import { inOrder, listed } from './view.ts';

/** One result a line. */
export const ndjson: Format = function* (report, { all }) {
  for (const result of listed(report, all)) yield `${JSON.stringify(inOrder(result))}\n`;
};
