import type { Command } from 'commander';
import { evaluateFiles } from '../evaluate-files.ts';
import type { CliIo } from '../io.ts';
import { addReportOptions } from '../report-options.ts';
import type { Finish } from './snapshot.ts';

/** Registers `evaluate FILE…`: offline, from saved snapshots. */
export function registerEvaluate(program: Command, io: CliIo, finish: Finish): void {
  addReportOptions(program.command('evaluate'))
    .description('evaluate saved snapshots, offline')
    .argument('<file...>', 'snapshots (.ndjson, .gz, .zst) or directories of them; together they are one estate')
    .addHelpText('after', help)
    .action(async (files: string[], flags: Record<string, unknown>) => {
      finish(await evaluateFiles(files, flags, io));
    });
}

const help = `
Exit status: 2 wrong usage or unreadable input; 1 a finding at or above --fail-on without a valid exception;
3 something could not be read, so clean cannot be claimed; else 0. With --fail-on none: 0 or 2.

Examples:
  wsaudit evaluate examples/estate --baseline examples/baseline
  wsaudit evaluate today.ndjson.gz --pack ip-access --format json --out report.json
  wsaudit evaluate today.ndjson.gz --rule ip-group-not-empty --all --fail-on low`;
