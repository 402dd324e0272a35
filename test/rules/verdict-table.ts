import { expect, it } from 'vitest';
import { type Case, judge, verdicts } from './harness.ts';

/** What is in the account and how it was read, and what the rule then says of each subject. */
export type Row = readonly [estate: Case, expected: Readonly<Record<string, string>>];

/** One test per row: the rule gives exactly these verdicts, and no other subject has one. */
export function itJudges(ruleId: string, rows: Readonly<Record<string, Row>>): void {
  it.each(Object.entries(rows))('%s', async (_, [estate, expected]) => {
    expect(verdicts(await judge(ruleId, estate))).toEqual(expected);
  });
}

/** The only result of a rule, whole but for what is the same in every one. */
export async function onlyResult(ruleId: string, estate: Case) {
  const [result, ...others] = await judge(ruleId, estate);
  expect(others).toEqual([]);
  expect(result).toBeDefined();
  return result;
}

/** What several rules say of one estate. */
export async function verdictsOf(estate: Case, ...ruleIds: readonly string[]): Promise<Record<string, object>> {
  const entries = ruleIds.map(async (id) => [id, verdicts(await judge(id, estate))] as const);
  return Object.fromEntries(await Promise.all(entries));
}
