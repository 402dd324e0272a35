import { resolve } from 'node:path';
import type { Command } from 'commander';
import { diff, fails, operationsOf, type Side } from '../../findings/index.ts';
import { InputError } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import { diffJson, diffTable, parseReport, plain } from '../../report/index.ts';
import { auditFiles } from '../evaluate-files.ts';
import { isDirectory, readText } from '../files.ts';
import type { CliIo } from '../io.ts';
import { appearance, writeOutput } from '../output.ts';
import { readPacks } from '../read-packs.ts';
import { addReportOptions, type ReportFlags, reportFlags } from '../report-options.ts';
import type { Finish } from './snapshot.ts';

/** Registers `diff OLD NEW`. */
export function registerDiff(program: Command, io: CliIo, finish: Finish): void {
  addReportOptions(program.command('diff'), ['table', 'json'])
    .description('what appeared, was resolved and changed between two snapshots or two reports')
    .argument('<old>', 'snapshot, directory of snapshots, or report made with --format json')
    .argument('<new>', 'the same, later')
    .addHelpText('after', help)
    .action(async (before: string, after: string, options: unknown) => {
      finish(await compare(before, after, reportFlags(options), io));
    });
}

const help = `
A finding is resolved only when NEW proves it. Two reports must have been made with the same flags and configuration:
a report does not say what a scope or --rule left out.
Exit status: 2 wrong usage or unreadable input; 1 when a finding at or above --fail-on appeared; else 0.

Examples:
  wsaudit diff yesterday.ndjson.gz today.ndjson.gz
  wsaudit diff old-report.json new-report.json --format json --fail-on low`;

async function compare(before: string, after: string, flags: ReportFlags, io: CliIo): Promise<number> {
  const packs = await readPacks(flags.rulesDir, io.cwd);
  const operations = new Map(packs.flatMap(({ rules }) => rules.map((rule) => [rule.id, operationsOf(rule)] as const)));
  const sides = [await readSide(before, flags, io), await readSide(after, flags, io)] as const;
  const { diff: found, undecided } = diff(...sides, operations);
  if (!flags.quiet) {
    for (const { result, why } of undecided) {
      const { accountId, region, id } = result.subject;
      io.stderr.write(plain(`Not known whether resolved: ${result.ruleId} on ${id} (${accountId} ${region}): ${why}`));
      io.stderr.write('\n');
    }
  }
  const { width, color } = appearance(io, flags.out);
  await writeOutput(flags.format === 'json' ? diffJson(found) : diffTable(found, width, color), flags.out, io);
  return found.appeared.some((result) => fails(result, flags.failOn)) ? 1 : 0;
}

async function readSide(path: string, flags: ReportFlags, io: CliIo): Promise<Side> {
  const report = await readReport(path, io.cwd);
  if (report !== undefined) {
    refuseForReports(path, flags);
    return { report: narrowed(report, flags), ruleIds: undefined, limited: new Set() };
  }
  return await auditFiles([path], flags, io);
}

/** What a report holds was judged when it was made: a configuration or a baseline cannot change it any more. */
function refuseForReports(path: string, flags: ReportFlags): void {
  const given = [
    ...(flags.baseline.length > 0 ? ['--baseline'] : []),
    ...(flags.config === undefined ? [] : ['--config']),
  ];
  if (given.length === 0) return;
  throw new InputError('usage', {
    place: given.join(', '),
    found: `${path} is a report, which was judged when it was made`,
    expected: 'snapshots with these flags',
    mend: 'Leave the flags out, or compare the snapshots.',
  });
}

/** The part of a report that the flags ask for. */
function narrowed(report: Report, { pack, rule }: ReportFlags): Report {
  const wanted = (all: readonly string[], id: string) => all.length === 0 || all.includes(id);
  const results = report.results.filter(({ packId, ruleId }) => wanted(pack, packId) && wanted(rule, ruleId));
  // Whether the report shows all of its results stays as it is.
  const hidden = report.summary.results - report.results.length;
  return { ...report, results, summary: { ...report.summary, results: results.length + hidden } };
}

/** @returns undefined when the path holds snapshots */
async function readReport(path: string, cwd: string) {
  const absolute = resolve(cwd, path);
  if (/\.(ndjson|gz|zst)$/.test(path) || (await isDirectory(absolute))) return undefined;
  const text = await readText(absolute, path, 'file', 'Name an existing snapshot or report.');
  const content = tryJson(text);
  return content === undefined ? undefined : parseReport(content, path);
}

/** A report is one JSON value, a snapshot is many: what is not one value is left to the reader of snapshots. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
