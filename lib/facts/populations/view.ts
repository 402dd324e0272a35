import type { Json } from '../../model/report.ts';
import type { Unknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';

/** Reads a fact of one subject in one of its uses. The name must be one of the subject type's facts. */
export type FactReader = (name: string) => Json | Unknown;

/** One use of a subject. */
export interface View {
  readonly id: string;
  readonly read: FactReader;
}

/** What the subjects of one type are gathered into. */
export interface Gathered {
  readonly views: readonly View[];
  readonly unknown: Unknown | undefined;
  readonly nameless?: Unknown | undefined;
  readonly namelessTo?: string | undefined;
}

/** Reads each fact once. */
export function reader<C>(table: FactTable<C>, context: C): FactReader {
  const values = new Map<string, Json | Unknown>();
  return (name) => {
    let value = values.get(name);
    if (value === undefined) {
      const definition = table[name];
      if (definition === undefined) throw new Error(`no fact is named ${name}`);
      value = definition.read(context);
      values.set(name, value);
    }
    return value;
  };
}
