import type { Format } from './format.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { table } from './table.ts';

export { count, wrap } from '../model/lines.ts';
export { diffJson, diffTable } from './diff.ts';
export type { Format, FormatOptions } from './format.ts';
export { type Paint, paint } from './paint.ts';
export { parseReport } from './parse.ts';
export { plain } from './plain.ts';

/** What `--format` takes. */
export const formats = { table, json, ndjson } as const satisfies { readonly [name: string]: Format };
