import { Command } from 'commander';
import { generator } from '../model/generator.ts';
import { registerAllowList } from './commands/allow-list.ts';
import { registerBaseline } from './commands/baseline.ts';
import { registerDiff } from './commands/diff.ts';
import { registerEvaluate } from './commands/evaluate.ts';
import { registerIamPolicy } from './commands/iam-policy.ts';
import { registerRules } from './commands/rules.ts';
import { registerScan } from './commands/scan.ts';
import { type Finish, registerSnapshot } from './commands/snapshot.ts';
import { evaluateFiles, readRules } from './evaluate-files.ts';
import { fail } from './failure.ts';
import type { CliIo } from './io.ts';
import { processIo } from './process-io.ts';
import { readSnapshots } from './read-snapshots.ts';
import { addReportOptions, reportFlags } from './report-options.ts';

/**
 * Runs one command.
 *
 * @param argv what follows the program's name
 * @returns the exit status
 */
export async function main(argv: readonly string[], io: CliIo = processIo()): Promise<number> {
  let status = 0;
  const program = makeProgram(io, (found) => {
    status = found;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return fail(error, io);
  }
}

function makeProgram(io: CliIo, finish: Finish): Command {
  const program = new Command('wsaudit')
    .description('Audits fleets of Amazon WorkSpaces: what is wrong, where, how do we know, and what could we not see?')
    .version(generator.replace(/^.*\//, ''), '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError()
    .addHelpText('after', help);
  registerScan(program, io, evaluateFiles, { addReportOptions: (command) => checkedFirst(command, io), finish });
  registerSnapshot(program, io, finish);
  registerEvaluate(program, io, finish);
  registerRules(program, io, finish);
  registerDiff(program, io, finish);
  registerBaseline(program, io);
  registerIamPolicy(program, io);
  registerAllowList(program, io);
  return program;
}

/** A scan takes minutes: what is wrong with its rules, configuration and baselines is told before. */
const checkedFirst = (command: Command, io: CliIo): Command =>
  addReportOptions(command).hook('preAction', async (_, scan) => {
    const flags = reportFlags(scan.opts());
    await readRules(flags, io);
    await readSnapshots(flags.baseline, io.cwd, 'baseline');
  });

const help = `
Examples:
  wsaudit evaluate examples/estate --baseline examples/baseline    audit the example estate
  wsaudit scan --region us-east-1 --save today.ndjson.gz           audit AWS, keep the evidence
  wsaudit evaluate today.ndjson.gz --format json --out report.json
  wsaudit diff yesterday.ndjson.gz today.ndjson.gz                 what is new
  wsaudit rules show ip-group-not-empty                            what a rule checks, and its source

"wsaudit help COMMAND" tells more about each.`;
