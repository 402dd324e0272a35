export {
  type Acceptance,
  type AcceptedSubjects,
  acceptBaseline,
  acceptedIn,
  type BaselineAct,
  type BaselineRecord,
  baselineSchema,
  currentBaseline,
  establishBaseline,
} from './baseline.ts';
export { type SnapshotText, takeSubjects } from './baseline-merge.ts';
export { namedSubject } from './baseline-subject.ts';
export { compareGaps, gapsOf, operationsOf, operationsOfAll, readsBaseline } from './coverage.ts';
export { type Diff, diff, type Side, type Undecided } from './diff.ts';
export { diffSchema } from './diff-schema.ts';
export { applyExceptions, isExcepted } from './exceptions.ts';
export { exitStatus, type FailOn, failLevels, fails, isBlind } from './exit-status.ts';
export { fingerprint } from './fingerprint.ts';
export { remember } from './ledger.ts';
export { LedgerError } from './ledger-refusal.ts';
export { ledgerSchema } from './ledger-schema.ts';
export type * from './ledger-types.ts';
export { needsWholeRegion } from './limited.ts';
export type { Doubt } from './proof.ts';
export { coverageGapSchema, summarySchema } from './report-schema.ts';
export { resultSchema } from './result-schema.ts';
export { checkScope, scopeOf } from './scope.ts';
export { summarize } from './summary.ts';
export { type BaselineFile, joinBaselines, type SnapshotFile, type Target } from './targets.ts';
