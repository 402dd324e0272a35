import { exitStatus } from '../findings/index.ts';
import { assess, findFramework, readManualItems, readMapping } from '../frameworks/index.ts';
import { InputError } from '../model/errors.ts';
import { frameworkFormats } from '../report/framework.ts';
import { plain } from '../report/index.ts';
import { auditFiles, readRules } from './evaluate-files.ts';
import type { CliIo } from './io.ts';
import { appearance, writeOutput } from './output.ts';
import { reportFlags } from './report-options.ts';

/**
 * Evaluates saved snapshots and writes the report of a framework, control by control.
 *
 * @param id of the framework
 * @param options the flags as commander parsed them
 * @returns the exit status of the findings, as without a framework
 * @throws InputError (`usage`) for an unknown framework, or a format that no framework is reported in
 */
export async function evaluateFramework(
  files: readonly string[],
  id: string,
  options: Readonly<Record<string, unknown>>,
  io: CliIo,
): Promise<number> {
  const flags = reportFlags(options);
  const framework = findFramework(id);
  const format = new Map(Object.entries(frameworkFormats)).get(flags.format);
  if (format === undefined) {
    throw new InputError('usage', {
      place: `--format ${flags.format}`,
      found: 'a framework is not reported in this format',
      mend: `With --framework: ${Object.keys(frameworkFormats).join(', ')}.`,
    });
  }
  const { packs, configuration } = await readRules(flags, io);
  const { report, unlisted, limited, ruleIds, notes } = await auditFiles(files, flags, io);
  if (!flags.quiet) for (const note of notes) io.stderr.write(`${plain(note)}\n`);
  const assessed = assess({
    ...{ framework, mapping: readMapping(), manualItems: readManualItems() },
    ...{ rules: packs.flatMap((pack) => pack.rules), inForce: ruleIds },
    ...{ report, unlisted, limited, scope: configuration.directories },
    ...{ attestations: configuration.attestations, all: flags.all },
  });
  await writeOutput(format(assessed, { all: flags.all, ...appearance(io, flags.out) }), flags.out, io);
  return exitStatus(report.results, unlisted, flags.failOn);
}
