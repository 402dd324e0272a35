export { executionActions, markActions, type StoreActions, secretActions, storeActions } from './actions.ts';
export { acceptStoredSubjects } from './baseline-subjects.ts';
export {
  acceptStoredBaseline,
  type Candidate,
  establishStoredBaseline,
  readBaseline,
  readBaselineRecord,
} from './baselines.ts';
export { type EvidenceBucket, getObject } from './bucket.ts';
export { Checkpoints } from './checkpoints.ts';
export { type Change, readDocument, updateDocument } from './documents.ts';
export { StoreError } from './errors.ts';
export { ledgerKey, ledgersPrefix, type Place, snapshotKey } from './keys.ts';
export { readLedger, updateLedger } from './ledgers.ts';
export { listKeys } from './list.ts';
export { listPlaces } from './places.ts';
export { type MarkRequest, markRequest, rememberMarks } from './request-marks.ts';
export { getSnapshot, putEvidence, putSnapshot, type SnapshotBytes } from './snapshots.ts';
export { listSnapshots, readSnapshotHeader, type StoredSnapshot } from './stored-snapshots.ts';
