export { compareResults, type Evaluation, evaluate, type RuleInForce } from './evaluate.ts';
export { type ExampleOutcome, runExamples } from './examples.ts';
export { jsonPath } from './json-problems.ts';
export { packJsonSchema } from './json-schema.ts';
export { parsePack } from './load.ts';
export { checkPacks, defaultParameters, parametersOf } from './packs.ts';
export type { Pack, Parameter, Rule } from './rule.ts';
