import type * as z from 'zod';
import type { Problem } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A JSON path as people write it: `$.rules[3].requires`. */
export const jsonPath = (path: Path): string =>
  `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;

/** The file that is being read, how to mend it in general, and the keys that it can have. */
export interface Source {
  readonly file: string;
  readonly mend: string;
  readonly keys: readonly string[];
}

/** The value at a path, for saying what was found. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

/**
 * Turns what zod found into problems with file and JSON path. Of a union only the alternative that came furthest is
 * told: its author meant that one.
 */
export function problemsOf(issues: readonly Issue[], root: unknown, { file, mend, keys }: Source): Problem[] {
  return issues
    .flatMap((issue) => flatten(issue, [], root))
    .map((issue) => describe(issue, root, { file, mend, keys }));
}

interface Flat {
  readonly issue: Issue;
  readonly path: Path;
}

function flatten(issue: Issue, base: Path, root: unknown): readonly Flat[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const branches = issue.errors.map((branch) =>
    told(
      branch.flatMap((inner) => flatten(inner, path, root)),
      root,
    ),
  );
  return branches.toSorted((a, b) => score(b) - score(a))[0] ?? [{ issue, path }];
}

const isForeign = ({ issue }: Flat): boolean => issue.code === 'unrecognized_keys';

/** Of an alternative with foreign keys it says nothing to list the members that it lacks as well. */
function told(branch: readonly Flat[], root: unknown): readonly Flat[] {
  if (!branch.some(isForeign)) return branch;
  return branch.filter((flat) => isForeign(flat) || valueAt(root, flat.path) !== undefined);
}

/** Deeper is closer; an alternative that does not know the keys is further away than one that does. */
const score = (branch: readonly Flat[]): number =>
  Math.max(0, ...branch.map(({ path }) => path.length)) - (branch.some(isForeign) ? 0.5 : 0);

function describe({ issue, path }: Flat, root: unknown, { file, mend, keys }: Source): Problem {
  const value = valueAt(root, path);
  const shown = value === undefined ? 'nothing' : JSON.stringify(value);
  const place = `${file}: ${jsonPath(path)}`;
  if (issue.code === 'unrecognized_keys') {
    return {
      place,
      found: `unknown key(s) ${issue.keys.map((key) => `"${key}"${suggestion(key, keys)}`).join(', ')}`,
      mend,
    };
  }
  return { place, found: `${shown.length > 80 ? `${shown.slice(0, 77)}…` : shown}`, expected: expectedBy(issue), mend };
}

/** What would have been right, in words of our own: those of the validator speak to programmers. */
function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'array'
        ? 'a list'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return issue.origin === 'array' ? `at least ${issue.minimum} item(s)` : `a ${issue.origin} that is not empty`;
    case 'invalid_format':
      return issue.format === 'url' ? 'a URL' : issue.message;
    default:
      return issue.message;
  }
}
