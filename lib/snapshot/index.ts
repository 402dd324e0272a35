export type { SnapshotOrigin } from './encode.ts';
export { formatVersion, type Snapshot, type SnapshotHeader } from './format.ts';
export type * from './identity-resources.ts';
export { MemorySnapshot } from './memory.ts';
export { isOptional } from './optional.ts';
export { readSnapshot, readSnapshotBytes } from './read.ts';
export { operationOf, type Resources, type ResourceType } from './resource-types.ts';
export type * from './resources.ts';
export { SnapshotWriter } from './write.ts';
