import { createHash } from 'node:crypto';
import * as z from 'zod';
import { InputError, type Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { Json } from '../model/report.ts';
import { checkRule } from './check-rule.ts';
import type { Condition } from './conditions.ts';
import { jsonPath, problemsOf } from './json-problems.ts';
import { packKeys, packSchema, type RawCondition, type RawPack, type RawRule } from './pack.ts';
import type { Pack, Parameter, Rule } from './rule.ts';

const schemaMend = 'See rules/pack.schema.json; an editor that knows "$schema" shows what fits.';

/**
 * Reads a rule pack and checks everything that can be checked without other packs: shape, facts, operators, values,
 * references, templates and examples.
 *
 * @param text content of the file
 * @param file its name, for messages
 * @throws InputError (`pack`) with every problem of the file, each with its JSON path
 */
export function parsePack(text: string, file: string): Pack {
  const raw = parseShape(text, file);
  const problems: Problem[] = [];
  const at = (path: readonly PropertyKey[]) => `${file}: ${jsonPath(path)}`;
  const resolve = resolver(raw, at, problems);
  const rules = raw.rules.map((rule, index) =>
    buildRule(rule, raw.id, (c, path) => resolve(c, ['rules', index, ...path])),
  );
  rules.forEach((rule, index) => {
    if (rules.findIndex((other) => other.id === rule.id) < index) {
      problems.push({
        place: at(['rules', index, 'id']),
        found: `the rule ${rule.id} stands twice`,
        mend: 'Keep one.',
      });
    }
    problems.push(...checkRule(rule, (path) => at(['rules', index, ...path])));
  });
  const parameters = Object.entries(raw.parameters ?? {}).map(([name, definition]) =>
    buildParameter(name, definition, raw.id, at(['parameters', name]), problems),
  );
  if (problems.length > 0) throw new InputError('pack', problems);
  const { id, version, title, description } = raw;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id, version, title, description, file, sha256, parameters, rules };
}

function parseShape(text: string, file: string): RawPack {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const found = `invalid JSON (${error instanceof Error ? error.message : String(error)})`;
    throw new InputError('pack', { place: file, found, mend: 'Correct the JSON syntax.' });
  }
  const parsed = packSchema.safeParse(json);
  if (!parsed.success)
    throw new InputError('pack', problemsOf(parsed.error.issues, json, { file, mend: schemaMend, keys: packKeys }));
  return parsed.data;
}

type Resolve = (condition: RawCondition, path: readonly PropertyKey[]) => Condition;

/** Replaces references to shared conditions by what they stand for. */
function resolver(raw: RawPack, at: (path: readonly PropertyKey[]) => string, problems: Problem[]): Resolve {
  const shared = raw.conditions ?? {};
  const resolve = (condition: RawCondition, path: readonly PropertyKey[], within: readonly string[]): Condition => {
    if ('all' in condition) return { all: condition.all.map((c, i) => resolve(c, [...path, 'all', i], within)) };
    if ('any' in condition) return { any: condition.any.map((c, i) => resolve(c, [...path, 'any', i], within)) };
    if (!('condition' in condition)) return condition;
    const name = condition.condition;
    const target = shared[name];
    if (target !== undefined && !within.includes(name)) return resolve(target, ['conditions', name], [...within, name]);
    const found =
      target === undefined ? `no shared condition is named "${name}"` : `the condition "${name}" refers to itself`;
    problems.push({
      place: at(path),
      found: `${found}${target === undefined ? suggestion(name, Object.keys(shared)) : ''}`,
      mend: 'Name a condition that stands in "conditions" of the same pack.',
    });
    return { all: [] };
  };
  return (condition, path) => resolve(condition, path, []);
}

function buildRule(raw: RawRule, packId: string, resolve: Resolve): Rule {
  const { id, title, severity, subject, reason, remediation, controls, source, examples } = raw;
  return {
    ...{ id, packId, title, severity, subject, reason, remediation, controls, source, examples },
    appliesWhen: raw.appliesWhen === undefined ? undefined : resolve(raw.appliesWhen, ['appliesWhen']),
    requires: resolve(raw.requires, ['requires']),
    severityWhen: (raw.severityWhen ?? []).map((clause, index) => ({
      severity: clause.severity,
      when: resolve(clause.when, ['severityWhen', index, 'when']),
    })),
    notes: (raw.notes ?? []).map((note, index) => ({
      when: resolve(note.when, ['notes', index, 'when']),
      text: note.text,
    })),
    evidence: raw.evidence ?? [],
    why: raw.why,
    steps: raw.steps ?? {},
  };
}

const jsonValue: z.ZodType<Json> = z.json();

function buildParameter(
  name: string,
  { type, schema: jsonSchema, default: value, description }: NonNullable<RawPack['parameters']>[string],
  packId: string,
  place: string,
  problems: Problem[],
): Parameter {
  const schema = schemaFrom(jsonSchema, place, problems);
  const fits = schema.safeParse(value);
  if (!fits.success) {
    problems.push({
      place: `${place}.default`,
      found: JSON.stringify(value),
      expected: type,
      mend: 'Give a default that fits.',
    });
  }
  return { name, packId, type, schema, default: jsonValue.parse(value ?? null), description };
}

function schemaFrom(schema: { readonly [key: string]: unknown }, place: string, problems: Problem[]): z.ZodType {
  try {
    return z.fromJSONSchema(schema);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    problems.push({ place: `${place}.schema`, found, expected: 'a JSON Schema', mend: 'Correct the schema.' });
    return z.unknown();
  }
}
