export { actionsWanted, collectActions, fleetActions } from './actions.ts';
export { type Clients, type CollectOptions, collect } from './collect.ts';
export { type CollectedSnapshot, collectSnapshot, type SnapshotRequest } from './collect-snapshot.ts';
export { describeFailure } from './failure.ts';
export { Interruption, type JournalParts, PageJournal } from './journal.ts';
export { Limiter } from './limiter.ts';
export type { OptionalClients } from './optional-collection.ts';
export type { OnProgress, Progress } from './progress.ts';
