import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { parseYaml, type YamlSource } from '../lib/config/yaml-source.ts';
import { InputError, type Problem } from '../lib/model/errors.ts';
import { suggestion } from '../lib/model/nearest.ts';
import { type DeploymentSettings, deploymentSchema, isSecretReference, knownKeys } from './package-settings-schema.ts';

/**
 * Reads the settings of a stage.
 *
 * @param file path, also for messages
 * @throws InputError with every problem, each with its line and key
 */
export function readSettings(file: string): DeploymentSettings {
  const source = parseYaml(read(file), file);
  const parsed = deploymentSchema.safeParse(source.value ?? {});
  const problems = [...source.problems, ...(parsed.error?.issues ?? []).flatMap((issue) => describe(issue, source))];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new InputError('configuration', problems);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const found = 'there is no such file';
    const mend = 'Copy deploy/example.yml to it and change what differs, or name another stage with --stage.';
    throw new InputError('file', { place: file, found, mend }, { cause: error });
  }
}

function describe(issue: z.core.$ZodIssue, source: YamlSource): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path);
    return issue.keys.map((key) => ({
      place: source.place([...path, key]),
      found: `unknown key "${[...path, key].join('.')}"${suggestion(key, known)}`,
      mend: `Known: ${known.join(', ')}.`,
    }));
  }
  // Of a union, the alternative that came closest to what is there.
  const nested = issue.code === 'invalid_union' ? closest(issue.errors) : undefined;
  if (nested !== undefined) {
    return nested.flatMap((inner) => describe({ ...inner, path: [...path, ...inner.path] }, source));
  }
  const value = valueAt(source.value, path);
  const key = path.join('.') || 'the file';
  const expected =
    issue.code === 'invalid_union'
      ? choicesAt(path)
      : issue.message.replace(/^(Invalid (input|option): |Too small: |Too big: )?expected /, '');
  if (value === undefined) return [{ place: source.place(path), found: `${key} is missing`, mend: 'Add it.' }];
  const found = isSecretReference(path)
    ? `${key} is something else, which is not shown here because it may be the secret`
    : `${key} is ${shown(value)}`;
  return [{ place: source.place(path), found, expected: expected.replace(/, received .*$/, ''), mend }];
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

const mend = 'Correct the value; deploy/example.yml says what it means.';

/** What a union takes, where a value is of none of the kinds that it knows. */
const choicesAt = (path: readonly PropertyKey[]): string =>
  path.at(-1) === 'accounts'
    ? '"own", a list of account ids, or { organization: {…} }'
    : '"all" or a list of Region codes';

const closest = (alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined =>
  alternatives.find((issues) => issues.every(({ path }) => path.length > 0));

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
