import { type Audit, audit } from '../audit.ts';
import { rulesInForce } from '../config/index.ts';
import type { Pack } from '../engine/index.ts';
import { exitStatus } from '../findings/index.ts';
import type { CoverageGap, Report } from '../model/report.ts';
import { formats, plain } from '../report/index.ts';
import type { LostTarget } from './collect-targets.ts';
import type { CliIo } from './io.ts';
import { appearance, writeOutput } from './output.ts';
import { readConfiguration } from './read-configuration.ts';
import { readPacks } from './read-packs.ts';
import { readSnapshots } from './read-snapshots.ts';
import { type ReportFlags, reportFlags } from './report-options.ts';

/** A report, and all packs that were at hand. */
export interface Audited {
  readonly report: Report;
  readonly packs: readonly Pack[];
}

/**
 * Evaluates saved snapshots and writes the report.
 *
 * @param options the flags as commander parsed them
 * @param lost accounts and Regions that could not be read at all
 * @param then is told of the audit after the report is written
 * @returns the exit status
 */
export async function evaluateFiles(
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
  io: CliIo,
  lost: readonly LostTarget[] = [],
  then?: (audited: Audited) => Promise<void>,
): Promise<number> {
  const flags = reportFlags(options);
  const { report, unlisted, notes, packs } = await auditFiles(files, flags, io, lost);
  if (!flags.quiet) for (const note of notes) io.stderr.write(`${plain(note)}\n`);
  const formatOptions = { all: flags.all, unlisted, ...appearance(io, flags.out) };
  await writeOutput(formats[flags.format](report, formatOptions), flags.out, io);
  await then?.({ report, packs });
  return exitStatus(report.results, unlisted, flags.failOn);
}

/** Reads everything that the flags name and audits it. */
export async function auditFiles(
  files: readonly string[],
  flags: ReportFlags,
  io: CliIo,
  lost: readonly LostTarget[] = [],
): Promise<Audit & Audited> {
  const rules = await readRules(flags, io);
  const snapshots = await readSnapshots(files, io.cwd);
  const baselines = await readSnapshots(flags.baseline, io.cwd, 'baseline');
  return { ...(await audit({ ...rules, snapshots, baselines, lost: lost.map(gapOf) })), packs: rules.packs };
}

/** Packs and configuration; also what a scan checks before it spends time on reading from AWS. */
export async function readRules(flags: ReportFlags, io: CliIo) {
  const packs = await readPacks(flags.rulesDir, io.cwd);
  const configuration = await readConfiguration(flags.config, io.cwd, packs);
  const narrowing = { packIds: flags.pack, ruleIds: flags.rule };
  return { packs, configuration, ...narrowing, inForce: rulesInForce(packs, configuration, narrowing) };
}

const gapOf = ({ accountId, region, errorCode, message }: LostTarget): CoverageGap => ({
  ...{ accountId, region, operation: 'sts:AssumeRole', status: 'denied', errorCode, message },
});
