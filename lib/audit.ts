import { type Configuration, effectiveParameters, type Narrowing, rulesInForce } from './config/index.ts';
import { compareResults, evaluate, type Pack } from './engine/index.ts';
import { byCodePoint, Estate, introduce, sorted } from './facts/index.ts';
import { factParameters } from './facts/parameters.ts';
import {
  applyExceptions,
  type BaselineFile,
  checkScope,
  compareGaps,
  gapsOf,
  joinBaselines,
  operationsOf,
  type SnapshotFile,
  scopeOf,
  summarize,
  type Target,
} from './findings/index.ts';
import { generator } from './model/generator.ts';
import { placeKey } from './model/place.ts';
import type { CoverageGap, Report, Result } from './model/report.ts';
import type { SubjectId } from './model/subject.ts';

/** Everything that a verdict depends on. */
export interface AuditRequest extends Narrowing {
  readonly snapshots: readonly SnapshotFile[];
  /** Older snapshots; each is compared with the one of the same account and Region. */
  readonly baselines: readonly BaselineFile[];
  readonly packs: readonly Pack[];
  readonly configuration: Configuration;
  /** Accounts and Regions that could not be read at all. */
  readonly lost?: readonly CoverageGap[];
  /**
   * Whether these snapshots are a part of what the configuration speaks of. Then a scope may leave none of their
   * directories, and a glob that matches none of them may match another's.
   */
  readonly part?: boolean;
}

export interface Audit {
  /** With all results; formats leave out those that nobody asked for. */
  readonly report: Report;
  /** Operations that list subjects and were not completely read, so that some subjects may have no result. */
  readonly unlisted: readonly string[];
  /** Rules that were in force. */
  readonly ruleIds: ReadonlySet<string>;
  /** Places (`account Region`) of which only some directories were read on purpose. */
  readonly limited: ReadonlySet<string>;
  /** The rules that were in force, and the operations that each needs. */
  readonly operations: ReadonlyMap<string, readonly string[]>;
  /** Whether the configuration wants to hear of a subject; of one in a place that was not audited, never. */
  readonly inScope: (subject: SubjectId) => boolean;
  /** Remarks about the input that change nothing. */
  readonly notes: readonly string[];
}

/**
 * The whole way from snapshots to a report. Reads no clock and no disk: the same request gives the same report.
 *
 * @throws InputError for names that no pack knows, baselines that do not fit, and snapshots of the same place
 */
export async function audit(request: AuditRequest): Promise<Audit> {
  const { snapshots, baselines, packs, configuration, lost = [] } = request;
  const inForce = rulesInForce(packs, configuration, request);
  const parameters = effectiveParameters(packs, configuration);
  const { targets, unused } = joinBaselines(snapshots, baselines);
  const operations = new Map(inForce.rules.map(({ rule }) => [rule.id, operationsOf(rule)]));
  const wanted = [...operations.values()].flat();
  const directoryIds = targets.flatMap(({ snapshot }) =>
    snapshot.resources.WorkspaceDirectory.items.map((one) => one.DirectoryId),
  );
  const scopeRemarks = request.part === true ? [] : checkScope(directoryIds, configuration.directories);
  const results: Result[] = [];
  const coverage: CoverageGap[] = [...lost];
  const unlisted: string[] = [];
  const scopes = new Map<string, Audit['inScope']>();

  const known = factParameters.parse(parameters);
  const estates = targets.map(({ snapshot, baseline, accepted }) => new Estate(snapshot, known, baseline, accepted));
  introduce(estates);
  for (const estate of estates) {
    const { snapshot } = estate;
    const evaluation = await evaluate(estate, inForce.rules, parameters);
    const inScope = scopeOf(estate, configuration.directories);
    scopes.set(placeKey(snapshot.header), inScope);
    for (const result of evaluation.results) if (inScope(result.subject)) results.push(result);
    const awaited = evaluation.results.flatMap(({ missing }) => missing);
    for (const gap of gapsOf(snapshot, [...wanted, ...awaited])) coverage.push(gap);
    unlisted.push(...evaluation.unlisted);
  }

  const references = targets.map(reference).sort((a, b) => comparePlaces(a, b));
  const excepted = applyExceptions(results.sort(compareResults), configuration.exceptions, references);
  return {
    report: {
      formatVersion: 1,
      generator,
      snapshots: references,
      packs: inForce.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
      summary: summarize(excepted.results),
      exceptions: excepted.exceptions,
      coverage: coverage.sort(compareGaps),
      results: excepted.results,
    },
    unlisted: sorted(unlisted),
    ruleIds: new Set(operations.keys()),
    operations,
    inScope: (subject) => scopes.get(placeKey(subject))?.(subject) ?? false,
    limited: new Set(
      snapshots
        .filter(({ snapshot }) => snapshot.header.scope?.directories !== undefined)
        .map(({ snapshot }) => placeKey(snapshot.header)),
    ),
    notes: [
      ...scopeRemarks,
      ...[...snapshots, ...baselines].flatMap(({ snapshot }) => snapshot.notes),
      ...unused.map(({ file }) => `${file}: no snapshot is of the account and Region of this baseline; it is not used`),
    ],
  };
}

const reference = ({ snapshot: { header, sha256 } }: Target) => ({
  accountId: header.accountId,
  region: header.region,
  capturedAt: header.capturedAt,
  sha256,
});

const comparePlaces = (a: ReturnType<typeof reference>, b: ReturnType<typeof reference>): number =>
  byCodePoint(a.accountId, b.accountId) || byCodePoint(a.region, b.region);
