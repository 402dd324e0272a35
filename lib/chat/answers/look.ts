import type { CoverageGap } from '../../model/report.ts';
import type { Filter } from '../intent.ts';
import type { AnswerParts, LastRun, PlaceMemory } from '../memory.ts';
import type { KnownDirectory } from '../vocabulary.ts';
import {
  countsOf,
  firstSights,
  idOf,
  isAmong,
  markedNow,
  type OpenFinding,
  openIn,
  passes,
  worstFirst,
} from './finding.ts';
import { gapsIn, gapsOfDirectory, isBlocked, isUnjudged, listsDirectories } from './gap.ts';
import { type Health, whyLost } from './health.ts';

/** What the memory holds of what a question is about. */
export interface Look {
  readonly healths: readonly Health[];
  readonly lastRun: LastRun | undefined;
  /** Worst first, with valid exceptions too. */
  readonly findings: readonly OpenFinding[];
  /** Directories that were asked about beyond those that are looked up. */
  readonly omitted: number;
}

/** Each costs reading a snapshot. */
const mostDirectories = 5;

/** Looks up what a question is about; directories, where it names some, or else accounts and Regions. */
export async function look(of: Filter, parts: AnswerParts): Promise<Look> {
  const lastRun = await parts.memory.lastRun();
  const directories = of.directories.filter(
    ({ accountId, region }) => isAmong(of.accounts, accountId) && isAmong(of.regions, region),
  );
  const healths =
    of.directories.length > 0
      ? await Promise.all(directories.slice(0, mostDirectories).map((one) => directoryHealth(one, of, parts, lastRun)))
      : await placeHealths(of, parts, lastRun);
  const findings = healths.flatMap((health) => health.findings).sort((a, b) => worstFirst(a.result, b.result));
  return { healths, lastRun, findings, omitted: Math.max(0, directories.length - mostDirectories) };
}

async function placeHealths(of: Filter, parts: AnswerParts, lastRun: LastRun | undefined): Promise<Health[]> {
  const places = await parts.memory.places(of);
  const lost = (lastRun?.lost ?? []).filter(
    (one) => isAmong(of.accounts, one.accountId) && isAmong(of.regions, one.region) && !places.some(isAt(one)),
  );
  const findings = markedNow(
    places.map((place) => openIn(place).filter(({ result }) => passes(of, result))),
    parts,
  );
  return [
    ...places.map((place, index) => placeHealth(place, findings[index] ?? [], lastRun)),
    ...[...lost, ...neverSeen(of, [...places, ...lost])].map((place) => unknownHealth(place, lastRun)),
  ];
}

type Place = { readonly accountId: string; readonly region: string };

const isAt = (one: Place) => (other: Place) => one.accountId === other.accountId && one.region === other.region;

/** Places that a question names and that nothing is known of; where it names no Region, it is any of them. */
function neverSeen({ accounts, regions }: Filter, known: readonly Place[]): Place[] {
  if (accounts.length > 0 && regions.length > 0) {
    return accounts
      .flatMap((accountId) => regions.map((region) => ({ accountId, region })))
      .filter((place) => !known.some(isAt(place)));
  }
  return [
    ...accounts
      .filter((id) => !known.some(({ accountId }) => accountId === id))
      .map((accountId) => ({ accountId, region: '' })),
    ...regions.filter((id) => !known.some(({ region }) => region === id)).map((region) => ({ accountId: '', region })),
  ];
}

function placeHealth(place: PlaceMemory, findings: readonly OpenFinding[], lastRun: LastRun | undefined): Health {
  const { accountId, region, capturedAt, wholeAt, unjudged } = place;
  return {
    ...{ accountId, region, directory: null, capturedAt, wholeAt, unjudged, findings, gaps: gapsIn(place) },
    counts: countsOf(findings.map(({ result }) => result)),
    ...{ absentAt: null, blocked: 0, lost: lostSince(wholeAt, lastRun, place) },
  };
}

const unknownHealth = (place: Place, lastRun: LastRun | undefined): Health => ({
  ...{ accountId: place.accountId, region: place.region, directory: null, capturedAt: null, wholeAt: null },
  ...{
    absentAt: null,
    unjudged: null,
    blocked: 0,
    findings: [],
    gaps: [],
    counts: countsOf([]),
    lost: whyLost(lastRun, place),
  },
});

const isSameAs = (one: CoverageGap) => (other: CoverageGap) => one.operation === other.operation;

/** A directory is looked at as a whole by every snapshot that holds it. */
async function directoryHealth(
  asked: KnownDirectory,
  of: Filter,
  parts: AnswerParts,
  lastRun: LastRun | undefined,
): Promise<Health> {
  const { accountId, region, id } = asked;
  const directory = { id, name: asked.name ?? asked.alias ?? null };
  const judged = await parts.memory.directory(asked);
  if (judged === undefined) return { ...unknownHealth(asked, lastRun), directory };
  const places = await parts.memory.places({ accounts: [accountId], regions: [region] });
  const results = judged.results.filter((result) => passes({ ...of, severities: [] }, result));
  const sights = firstSights(places);
  const found = results.filter((result) => result.status === 'NON_COMPLIANT' && passes(of, result));
  const known = found.map((result) => ({ result, firstSeen: sights.get(idOf(result)) ?? null }));
  const [findings = []] = markedNow([known], parts);
  const absentAt =
    places.flatMap(({ wholeAt }) => wholeAt ?? []).find((at) => Date.parse(at) > Date.parse(judged.capturedAt)) ?? null;
  const placeGaps = places.flatMap(gapsIn);
  // What a newer look could not list is why it did not see the directory.
  const unlisted = placeGaps.filter(({ gap }) => absentAt !== null && listsDirectories(gap)).map(({ gap }) => gap);
  const own = gapsOfDirectory(judged.coverage, judged.results).filter((gap) => !unlisted.some(isSameAs(gap)));
  const gapSights = new Map(placeGaps.map(({ gap, firstSeen }) => [gap.operation, firstSeen]));
  return {
    ...{ accountId, region, directory, capturedAt: judged.capturedAt, wholeAt: judged.capturedAt, findings },
    gaps: [...own, ...unlisted].map((gap) => ({ gap, firstSeen: gapSights.get(gap.operation) ?? null })),
    counts: countsOf(findings.map(({ result }) => result)),
    unjudged: results.filter(isUnjudged).length,
    blocked: results.filter(isBlocked).length,
    absentAt,
    lost: lostSince(judged.capturedAt, lastRun, asked),
  };
}

/** A look that is newer than the run that lost the place makes up for it. */
function lostSince(wholeAt: string | null, lastRun: LastRun | undefined, place: Place): string | null {
  const isNewer = wholeAt !== null && lastRun !== undefined && Date.parse(wholeAt) >= Date.parse(lastRun.startedAt);
  return isNewer ? null : whyLost(lastRun, place);
}
