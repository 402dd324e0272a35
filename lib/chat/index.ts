export { type AuditRequest, type Command, commands, type Filter, type Intent, noFilter } from './intent.ts';
export type { AnswerParts, Judged, LastRun, Memory, PlaceMemory, RunMemory, Where } from './memory.ts';
export { code, type Line, type Mood, type Reply, type Section, type Span, strong } from './reply.ts';
export type { Understanding } from './understanding.ts';
export type { KnownDirectory, Vocabulary } from './vocabulary.ts';
