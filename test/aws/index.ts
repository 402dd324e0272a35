export { credentialsOf } from './credentials.ts';
export { type AwsDouble, type DoubleOptions, type RecordedRequest, startAwsDouble } from './double.ts';
export { type EstateSnapshot, loadEstateSnapshot } from './estate.ts';
export type { Fault, FaultKind } from './faults.ts';
