import type { Command } from 'commander';
import { frameworkIds } from '../../frameworks/index.ts';
import { evaluateFiles } from '../evaluate-files.ts';
import { evaluateFramework } from '../evaluate-framework.ts';
import type { CliIo } from '../io.ts';
import { addReportOptions } from '../report-options.ts';
import type { Finish } from './snapshot.ts';

/** Registers `evaluate FILE…`: offline, from saved snapshots. */
export function registerEvaluate(program: Command, io: CliIo, finish: Finish): void {
  addReportOptions(program.command('evaluate'))
    .description('evaluate saved snapshots, offline')
    .argument('<file...>', 'snapshots (.ndjson, .gz, .zst) or directories of them; together they are one estate')
    .option('--framework <id>', `report control by control: ${frameworkIds().join(', ')}`)
    .addHelpText('after', help)
    .action(async (files: string[], { framework, ...flags }: Record<string, unknown>) => {
      const status =
        typeof framework === 'string'
          ? evaluateFramework(files, framework, flags, io)
          : evaluateFiles(files, flags, io);
      finish(await status);
    });
}

const help = `
Exit status: 2 wrong usage or unreadable input; 1 a finding at or above --fail-on without a valid exception;
3 something could not be read, so clean cannot be claimed; else 0. With --fail-on none: 0 or 2.

Examples:
  wsaudit evaluate examples/estate --baseline examples/baseline
  wsaudit evaluate today.ndjson.gz --pack ip-access --format json --out report.json
  wsaudit evaluate today.ndjson.gz --framework fedramp-high --format json --out fedramp.json
  wsaudit evaluate today.ndjson.gz --rule ip-group-not-empty --all --fail-on low`;
