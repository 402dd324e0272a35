import { evaluateStep } from '../lib/run/evaluate.ts';
import { evaluateInputSchema } from '../lib/run/steps.ts';
import { builtInPacks } from './built-in-packs.ts';
import { evidenceBucket } from './clients.ts';
import { stepHandler } from './handler.ts';

const parts = { bucket: await evidenceBucket(), builtInPacks: await builtInPacks(), clock: () => new Date() };

/** Judges a snapshot and enters it into the ledger; see `evaluateStep`. */
export const handler = stepHandler(evaluateInputSchema, (input) => evaluateStep(input, parts));
