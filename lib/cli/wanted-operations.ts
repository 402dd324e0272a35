import { operationsOfAll } from '../findings/index.ts';
import { readRules } from './evaluate-files.ts';
import type { CliIo } from './io.ts';
import { reportFlags } from './report-options.ts';

/**
 * The operations that the rules in force read.
 *
 * @param options the flags that choose rules, as commander parsed them; others do not matter
 * @throws InputError for packs, a configuration or names that cannot be used
 */
export async function wantedOperations(options: unknown, io: CliIo): Promise<ReadonlySet<string>> {
  const { inForce } = await readRules(reportFlags(options), io);
  return operationsOfAll(inForce.rules);
}
