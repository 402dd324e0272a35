import * as z from 'zod';
import { byCodePoint, factTables } from '../facts/index.ts';
import type { Json } from '../model/report.ts';
import { Unknown } from '../model/unknown.ts';
import { type Facts, withParameters } from './decide.ts';
import { Judge } from './judge.ts';
import type { Example } from './pack.ts';
import type { Rule } from './rule.ts';

/** How an example of a rule came out. */
export interface ExampleOutcome {
  readonly ruleId: string;
  readonly packId: string;
  readonly example: string;
  readonly passed: boolean;
  /** What differs, one clause each; empty when it passed. */
  readonly differences: readonly string[];
}

const json = z.json();
const unknownMark = z.strictObject({ unknown: z.string(), operations: z.array(z.string()).optional() });

/**
 * Runs the examples of a rule as tests: facts in, outcome out.
 *
 * @param parameters defaults of all declared parameters; an example may set its own
 */
export async function runExamples(
  rule: Rule,
  parameters: { readonly [name: string]: Json },
): Promise<ExampleOutcome[]> {
  const outcomes: ExampleOutcome[] = [];
  for (const example of rule.examples) {
    const result = await new Judge(rule).judge(factsOf(rule, example, parameters));
    const differences = [
      difference('outcome', example.outcome, result.status),
      ...(example.severity === undefined ? [] : [difference('severity', example.severity, result.severity)]),
      ...(example.missing === undefined
        ? []
        : [difference('missing', example.missing.toSorted(byCodePoint).join(', '), result.missing.join(', '))]),
    ].filter((text) => text !== undefined);
    const said = differences.length === 0 ? [] : [...differences, `reason: ${result.reason}`];
    outcomes.push({
      ruleId: rule.id,
      packId: rule.packId,
      example: example.name,
      passed: differences.length === 0,
      differences: said,
    });
  }
  return outcomes;
}

const difference = (what: string, expected: string, found: string): string | undefined =>
  expected === found ? undefined : `${what}: expected ${expected || 'none'}, found ${found || 'none'}`;

/** Facts that an example leaves out are unknown, so that it has to name all that the verdict depends on. */
function factsOf(rule: Rule, example: Example, parameters: { readonly [name: string]: Json }): Facts {
  const overrides = z.record(z.string(), json).parse(example.parameters ?? {});
  const facts: Facts = (name) => {
    if (!Object.hasOwn(example.facts, name)) return new Unknown(`the example does not give ${name}`);
    const value = example.facts[name];
    const mark = unknownMark.safeParse(value);
    if (mark.success) return new Unknown(mark.data.unknown, mark.data.operations ?? []);
    const given = json.parse(value);
    const known = factTables[rule.subject][name]?.values;
    const odd = typeof given === 'string' && known !== undefined && !known.includes(given);
    return odd ? new Unknown(`${name} has the unknown value "${given}"`) : given;
  };
  return withParameters(facts, { ...parameters, ...overrides });
}
