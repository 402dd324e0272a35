import { InputError } from '../model/errors.ts';
import { planProblems } from './plan-problems.ts';
import { type RunRequest, requestSchema } from './steps.ts';

/**
 * Reads what a run is asked to cover.
 *
 * @param request what the execution was started with; a schedule may pass nothing, which means everything
 * @throws InputError `usage` with every problem, each with its JSON path
 */
export function parseRequest(request: unknown): RunRequest {
  const value = request ?? {};
  const parsed = requestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const keys = Object.keys(requestSchema.shape);
  const mend = `Start the execution with a JSON object of ${keys.join(', ')}, or with {} for all of them.`;
  throw new InputError('usage', planProblems(parsed.error.issues, value, { file: 'the request', mend, keys }));
}

/** What is audited, and the part of it that a run covers. */
export interface Narrowed {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

/**
 * The part of what a deployment audits that a request names.
 *
 * @throws InputError `usage` naming each account and Region that the deployment does not audit
 */
export function narrow(audited: Narrowed, { accounts, regions }: RunRequest): Narrowed {
  const problems = [
    ...notAudited('accounts', accounts, audited.accounts),
    ...notAudited('regions', regions, audited.regions),
  ];
  if (problems.length > 0) throw new InputError('usage', problems);
  return { accounts: among(audited.accounts, accounts), regions: among(audited.regions, regions) };
}

const among = (all: readonly string[], named: readonly string[] = all): string[] =>
  all.filter((one) => named.includes(one));

const mostNamed = 20;

const notAudited = (member: string, named: readonly string[] = [], all: readonly string[]) =>
  named.flatMap((one, index) => {
    if (all.includes(one)) return [];
    const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : '';
    return [
      {
        place: `the request: $.${member}[${index}]`,
        found: `the deployment does not audit ${one}`,
        expected: `one of ${all.slice(0, mostNamed).join(', ')}${more}`,
        mend: 'Name what it audits, or change the settings of the deployment.',
      },
    ];
  });
