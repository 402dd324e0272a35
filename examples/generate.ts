import { generateExamples } from './generate/examples.ts';

/** Writes the example snapshots anew: `node examples/generate.ts [FOLDER]`, beside this file by default. */
await generateExamples(process.argv[2] ?? import.meta.dirname);
