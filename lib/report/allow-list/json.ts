import type { Entry } from './entry.ts';

/** An array with one entry a line. */
export const allowListJson = (entries: readonly Entry[]): string =>
  `[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')}\n]\n`;
