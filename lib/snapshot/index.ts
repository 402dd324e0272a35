export { formatVersion, type Snapshot, type SnapshotHeader } from './format.ts';
export { readSnapshot, readSnapshotBytes } from './read.ts';
export { operationOf, type Resources, type ResourceType } from './resource-types.ts';
export type * from './resources.ts';
export { type SnapshotOrigin, SnapshotWriter } from './write.ts';
