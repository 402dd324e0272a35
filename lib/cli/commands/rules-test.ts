import { checkPacks, defaultParameters, runExamples } from '../../engine/index.ts';
import { count, plain } from '../../report/index.ts';
import type { CliIo } from '../io.ts';
import { withBuiltIn } from './rules-validate.ts';

/** `rules test [FILE…]`: runs the examples. @returns 1 when one of them comes out otherwise */
export async function testRules(files: readonly string[], io: CliIo): Promise<number> {
  const all = await withBuiltIn(files, io);
  checkPacks(all);
  const parameters = defaultParameters(all);
  const packs = files.length === 0 ? all : all.slice(-files.length);
  const rules = packs.flatMap((pack) => pack.rules);
  let passed = 0;
  let failed = 0;
  for (const rule of rules) {
    for (const outcome of await runExamples(rule, parameters)) {
      if (outcome.passed) {
        passed += 1;
        continue;
      }
      failed += 1;
      io.stdout.write(plain(`FAILED ${outcome.packId}/${outcome.ruleId}: ${outcome.example}`));
      io.stdout.write(`\n${outcome.differences.map((difference) => `  ${plain(difference)}\n`).join('')}`);
    }
  }
  const summary = `${count(passed, 'example')} of ${count(rules.length, 'rule')} passed`;
  io.stdout.write(`${summary}${failed === 0 ? '' : `, ${failed} failed`}.\n`);
  return failed === 0 ? 0 : 1;
}
