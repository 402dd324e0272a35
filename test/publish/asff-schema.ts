import table from './asff.json' with { type: 'json' };

interface Shape {
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, string>>;
  readonly item?: string;
  readonly value?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

const shapes: ReadonlyMap<string, Shape> = new Map(Object.entries<Shape>(table.shapes));

/** What is wrong with a finding by the service's own model; the table is derived from it by generate.py. */
export const schemaProblems = (finding: unknown): string[] => problemsOf(finding, table.root, 'finding');

function problemsOf(value: unknown, name: string, place: string): string[] {
  const { required, members, item, value: mapValue, ...text } = shapes.get(name) ?? {};
  if (members !== undefined) {
    if (!isObject(value)) return [`${place} is no structure`];
    const absent = (required ?? []).filter((member) => value[member] === undefined);
    return [
      ...absent.map((member) => `${place}.${member} is required`),
      ...Object.entries(value).flatMap(([member, content]) => {
        const shape = members[member];
        return shape === undefined
          ? [`${place}.${member} is unknown`]
          : problemsOf(content, shape, `${place}.${member}`);
      }),
    ];
  }
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${place} is no list`];
    return value.flatMap((entry, index) => problemsOf(entry, item, `${place}[${index}]`));
  }
  if (mapValue !== undefined) {
    if (!isObject(value)) return [`${place} is no map`];
    return Object.entries(value).flatMap(([key, entry]) => problemsOf(entry, mapValue, `${place}[${key}]`));
  }
  return scalarProblems(value, shapes.has(name) ? 'string' : name, text, place);
}

function scalarProblems(value: unknown, type: string, { enum: names, pattern }: Shape, place: string): string[] {
  const expected = type === 'string' || type === 'boolean' ? type : 'number';
  if (typeof value !== expected) return [`${place} is no ${type}`];
  if (typeof value !== 'string') return [];
  if (names !== undefined && !names.includes(value)) return [`${place} is none of ${names.join(', ')}`];
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value) ? [] : [`${place} has no text`];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
