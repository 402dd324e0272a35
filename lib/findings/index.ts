export { compareGaps, gapsOf, operationsOf } from './coverage.ts';
export { type Diff, diff, type Side, type Undecided } from './diff.ts';
export { applyExceptions, isExcepted } from './exceptions.ts';
export { exitStatus, type FailOn, failLevels, fails, isBlind } from './exit-status.ts';
export { scopeOf } from './scope.ts';
export { summarize } from './summary.ts';
export { joinBaselines, type SnapshotFile, type Target } from './targets.ts';
