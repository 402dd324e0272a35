export { byCodePoint, type FactDefinition, type FactType, sorted } from './define.ts';
export { type Accepts, Estate, introduce, tellsLimit } from './estate.ts';
export { matcher } from './globs.ts';
export { factParameters } from './parameters.ts';
export type { FactReader } from './populations/view.ts';
export { factTables, type Population, populationOf, type Subject, subjectId } from './subjects.ts';
