import { AwsError } from './errors.ts';
import { type Fields, textsAt, valuesAt } from './values.ts';

const mostFilters = 50;
const mostValues = 200;

/**
 * EC2's filters: every filter must hold, and one holds when any of its values equals any value that it looks at; `*`
 * and `?` are wildcards unless escaped with a backslash. Upper and lower case differ.
 *
 * @param paths where each filter looks in a resource
 * @param documented the names that AWS documents for the operation
 * @throws AwsError as EC2 does for an unknown filter or too many values
 * @throws Error for a filter that AWS has and `paths` lacks: an answer without it would be wrong
 */
export function filterResources(
  resources: readonly Fields[],
  filters: readonly unknown[],
  paths: Readonly<Record<string, string>>,
  documented: readonly string[],
): Fields[] {
  if (filters.length > mostFilters) throw tooMany(`filters specified on a single call is ${mostFilters}`);
  const tests = filters.map((filter) => testOf(filter, paths, documented));
  return resources.filter((resource) => tests.every((test) => test(resource)));
}

function testOf(
  filter: unknown,
  paths: Readonly<Record<string, string>>,
  documented: readonly string[],
): (resource: Fields) => boolean {
  const name = valuesAt(filter, 'Name').find((value) => typeof value === 'string') ?? '';
  const wanted = textsAt({ filter }, 'filter.Values');
  if (wanted.length > mostValues) throw tooMany(`filter values specified on a single call is ${mostValues}`);
  if (wanted.length === 0) throw new AwsError('InvalidParameterValue', `The filter '${name}' has no values`);
  const patterns = wanted.map(patternOf);
  const matches = (value: unknown) => patterns.some((pattern) => pattern.test(String(value)));
  const [kind, key] = [name.slice(0, 4), name.slice(4)];
  if (kind === 'tag:' && documented.includes('tag')) {
    return (resource) =>
      valuesAt(resource, 'Tags').some((tag) => valuesAt(tag, 'Key')[0] === key && matches(valuesAt(tag, 'Value')[0]));
  }
  if (!documented.includes(name) || name === 'tag') {
    throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
  }
  const path = name === 'tag-key' ? 'Tags.Key' : paths[name];
  if (path === undefined) throw new Error(`AWS double: the filter ${name} is not served yet; add its path`);
  return (resource) => valuesAt(resource, path).some(matches);
}

function patternOf(value: string): RegExp {
  const source = value.replace(/\\([*?\\])|([*?])|([.+^${}()|[\]\\])/g, (_, escaped, wildcard, special) => {
    if (wildcard !== undefined) return wildcard === '*' ? '.*' : '.';
    return `\\${escaped ?? special}`;
  });
  return new RegExp(`^${source}$`, 's');
}

const tooMany = (what: string) => new AwsError('FilterLimitExceeded', `The maximum number of ${what}`);
