export { findingOf, isPublished, type ResultSighting } from './asff.ts';
export { type GapSighting, gapFindingOf, gapId } from './asff-coverage.ts';
export type { Finding, Sighting } from './asff-finding.ts';
export type { Digest, RunNews, Unpublished, Unreached } from './digest.ts';
export type { Refusal } from './failure.ts';
export type { Unavailable } from './importer.ts';
export type { Timing } from './pace.ts';
export { type FailedFinding, type ImportOutcome, importFindings, securityHubActions } from './security-hub.ts';
export { type DigestOutcome, publishDigest, snsActions } from './sns.ts';
