import type { Result } from '../../model/report.ts';
import type { Judged } from '../memory.ts';
import { name, names } from './cut.ts';
import type { WhyData } from './data.ts';

/** A result with the snapshot that it was judged from. */
export interface Verdict {
  readonly result: Result;
  readonly judged: Judged;
}

/** Data of an answer without a verdict. */
export const emptyData = (
  { rule, subject }: { readonly rule: string; readonly subject: string | null },
  candidates: readonly string[],
): WhyData => ({
  ...{ kind: 'why', ruleId: name(rule), subject: subject === null ? null : name(subject) },
  ...{ verdicts: { total: 0, omitted: 0, items: [] }, candidates: names(candidates) },
});
