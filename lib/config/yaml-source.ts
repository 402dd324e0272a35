import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { InputError, type Problem } from '../model/errors.ts';

/** A parsed YAML file that still knows on which line everything stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Keys that stand twice, which leave the rest readable. */
  readonly problems: readonly Problem[];
  /** `file:line` of a path, or of the closest part of it that is there. */
  place(path: readonly PropertyKey[]): string;
}

/** @throws InputError (`configuration`) with every syntax error */
export function parseYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const { line } = lines.linePos(pos[0]);
    return {
      place: `${file}:${line}`,
      found: `${message.replace(/\.$/, '')}: ${JSON.stringify(lineAt(text, line))}`,
      mend: code === 'DUPLICATE_KEY' ? 'Keep one of the two.' : 'Correct the YAML syntax.',
    };
  });
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY') && document.warnings.length === 0;
  if (!readable) throw new InputError('configuration', problems);
  return {
    value: expand(document, file),
    problems,
    place: (path) => `${file}:${lines.linePos(offsetOf(document, path)).line}`,
  };
}

const lineAt = (text: string, line: number): string => (text.split(/\r?\n/)[line - 1] ?? '').trim();

/** Expanding aliases can fail: they may refer to each other endlessly or grow beyond measure. */
function expand(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'configuration',
      { place: file, found, mend: 'Write the values out instead of referring to them.' },
      { cause: error },
    );
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
