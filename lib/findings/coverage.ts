import { factNamesOf } from '../engine/fact-names.ts';
import type { Rule } from '../engine/index.ts';
import { byCodePoint, factTables, sorted } from '../facts/index.ts';
import type { CoverageGap } from '../model/report.ts';
import type { Snapshot, SnapshotHeader } from '../snapshot/index.ts';

/** The operations that a rule's facts are read from, and so the IAM actions that judging it takes. */
export function operationsOf(rule: Rule): string[] {
  const facts = factTables[rule.subject];
  return sorted(factNamesOf(rule).flatMap((name) => facts[name]?.from ?? []));
}

/** The operations that rules read, and so those that a collection for them should ask. */
export const operationsOfAll = (rules: readonly { readonly rule: Rule }[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ rule }) => operationsOf(rule)));

/** Whether a rule compares with the baseline. */
export const readsBaseline = (rule: Rule): boolean => factNamesOf(rule).some((name) => name.startsWith('baseline.'));

/**
 * The operations that were not completely read: those that the snapshot's coverage names, and those that were wanted
 * but are not in it.
 *
 * @param wanted operations that rules in force read
 */
export function gapsOf(
  { header, coverage }: { readonly header: Pick<SnapshotHeader, 'accountId' | 'region'> } & Pick<Snapshot, 'coverage'>,
  wanted: Iterable<string>,
): CoverageGap[] {
  const { accountId, region } = header;
  return sorted([...coverage.keys(), ...wanted]).flatMap((operation) => {
    const { status, errorCode, message } = coverage.get(operation) ?? { status: 'skipped' as const };
    return status === 'complete'
      ? []
      : [
          {
            accountId,
            region,
            operation,
            status,
            ...optional('errorCode', errorCode),
            ...optional('message', message),
          },
        ];
  });
}

/** Account, Region, operation; by code point. */
export const compareGaps = (a: CoverageGap, b: CoverageGap): number =>
  byCodePoint(a.accountId, b.accountId) || byCodePoint(a.region, b.region) || byCodePoint(a.operation, b.operation);

const optional = (key: 'errorCode' | 'message', value: string | undefined) =>
  value === undefined ? {} : { [key]: value };
