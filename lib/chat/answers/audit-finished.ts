import { count } from '../../model/lines.ts';
import { ago } from '../ages.ts';
import type { AuditRequest } from '../intent.ts';
import type { AnswerParts, RunMemory } from '../memory.ts';
import { type Answer, code, type Line, type Mood } from '../reply.ts';
import { name, names, sentence } from './cut.ts';
import type { AuditData, OutcomeData } from './data.ts';
import { ofDirectories, provesGone, unseen } from './directory-audit.ts';
import { type AuditFailure, askedFor, auditCommand, plainCause, tell } from './failure.ts';
import { countsOf, findingLine, openTitle, placeSpans, resultData, worstFirst } from './finding.ts';
import { whyCommands } from './findings.ts';
import { gapData, gapLine, isBlocked, isUnjudged } from './gap.ts';
import { unjudgedClause, unjudgedLine, unreadClause } from './health.ts';
import { inline, listData, listSection } from './lists.ts';

const mostFindings = 10;
const mostGaps = 6;
const mostLost = 6;

/** What an audit came to, from the record of its run. */
interface Found extends ReturnType<typeof resultsOf> {
  /** Directories that were asked for and not seen, and whether that means that they are not there. */
  readonly missing: readonly string[];
  readonly gone: boolean;
  readonly outcome: OutcomeData | 'failed';
}

/** Answers for an audit whose record stands, whatever happened afterwards. */
export async function finishedAudit(
  asked: AuditRequest,
  run: RunMemory,
  failure: AuditFailure | undefined,
  parts: AnswerParts,
): Promise<Answer> {
  // The record knows even when the execution's input is forgotten; a part must not be told as the whole.
  const request = { ...asked, ...(run.directories === undefined ? {} : { directories: run.directories }) };
  const { directories = [] } = request;
  const results = resultsOf(directories, run);
  const missing = directories.length === 0 ? [] : await unseen(directories, run, parts);
  const found = { ...results, missing, gone: provesGone(run), outcome: outcomeOf(results, run, missing) };
  const { now } = parts;
  const vocabulary = await parts.memory.vocabulary();
  return {
    reply: {
      mood: moodOf(found),
      title: titleOf(found, directories),
      sections: [
        { lines: linesOf(request, run, found, now) },
        ...listSection('Most severe first', found.findings, mostFindings, (finding) => findingLine(finding, now)),
        ...listSection('Not completely read', found.gaps, mostGaps, (gap) => gapLine(gap, now)),
        ...listSection('Could not be audited', run.lost, mostLost, (lost) => [
          ...placeSpans(lost),
          `: ${lost.message}`,
        ]),
        ...(run.lost.length === 0 ? [] : [{ lines: [lostMend] }]),
        ...(failure === undefined ? [] : [{ heading: 'Afterwards', lines: tell(failure, request).lines }]),
      ],
      next: [...whyCommands(found.findings, 3, vocabulary), ...(run.lost.length > 0 ? [auditCommand(request)] : [])],
      evidence: { link: 'Evidence of this run', url: parts.evidenceUrl(`runs/${run.run}/`) },
    },
    data: dataOf(directories, run, found, failure),
  };
}

const lostMend: Line = [
  'Where a role cannot be assumed, compare its name, its trust and the external id with those of the deployment; ',
  'else the log of the collect function says more. Then ask again.',
];

function resultsOf(directories: readonly string[], { judged }: RunMemory) {
  const all = judged.flatMap(({ report }) => report.results);
  const coverage = judged.flatMap(({ report }) => report.coverage);
  const own = directories.length > 0 ? ofDirectories(all, coverage) : { results: all, gaps: coverage, leftOut: 0 };
  const findings = own.results.filter(({ status }) => status === 'NON_COMPLIANT').sort(worstFirst);
  return {
    counts: countsOf(findings),
    findings: findings.map((result) => ({ result, firstSeen: null })),
    gaps: own.gaps.map((gap) => ({ gap, firstSeen: null })),
    unjudged: own.results.filter(isUnjudged).length,
    blocked: own.results.filter(isBlocked).length,
    leftOut: own.leftOut,
    appeared: judged.reduce((total, one) => total + one.appeared, 0),
    resolved: judged.reduce((total, one) => total + one.resolved, 0),
  };
}

function outcomeOf(
  { counts, gaps, blocked }: ReturnType<typeof resultsOf>,
  { judged, lost }: RunMemory,
  missing: readonly string[],
): Found['outcome'] {
  if (counts.open > 0) return 'open';
  if (judged.length === 0 && lost.length > 0) return 'failed';
  return judged.length > 0 && lost.length + gaps.length + blocked + missing.length === 0 ? 'clean' : 'unsure';
}

const moodOf = ({ outcome }: Found): Mood => outcome;

function titleOf({ outcome, counts, missing, gone }: Found, directories: readonly string[]): string {
  if (outcome === 'open') return `Audited: ${openTitle(counts)}`;
  if (outcome === 'clean') return 'Audited and clean: nothing is open, and everything was read';
  if (outcome === 'failed') return 'Nothing could be audited';
  if (gone && missing.length > 0 && missing.length === directories.length)
    return 'Not found: nothing of what was asked for is there';
  return 'Audited: no open finding, but not everything was seen';
}

function linesOf(request: AuditRequest, run: RunMemory, found: Found, now: Date): Line[] {
  if (run.judged.length === 0) return [...askedFor(request), [`The run ended ${ago(run.finishedAt, now)}.`]];
  const { counts, unjudged, blocked, gaps, missing, gone, appeared, resolved, leftOut } = found;
  const whereMissing = gone ? 'Not found where it was looked for: ' : 'Not seen, though it may be there: ';
  const doubts = [
    ...(run.lost.length === 0 ? [] : [`${count(run.lost.length, 'place')} could not be audited`]),
    ...unreadClause(gaps.length, blocked),
  ];
  const unsure = doubts.length === 0 ? [] : [...doubts, ...unjudgedClause(unjudged)];
  return [
    ...askedFor(request),
    ['Audited: ', ...audited(request, run), `, ${ago(run.finishedAt, now)}.`],
    [`New since the last look: ${appeared}, resolved: ${resolved}.`],
    ...(counts.excepted === 0 ? [] : [[`Valid exceptions answer for ${count(counts.excepted, 'finding')} more.`]]),
    ...(unsure.length === 0 ? [] : [[`Not known for sure: ${unsure.join('; ')}.`]]),
    ...(unsure.length === 0 && unjudged > 0 ? [unjudgedLine(unjudged)] : []),
    ...(missing.length === 0 ? [] : [[whereMissing, ...inline(missing, 5, code), '.']]),
    ...(leftOut === 0 ? [] : [[`Left out: ${count(leftOut, 'result')} about the whole account or Region.`]]),
  ];
}

function audited({ directories = [] }: AuditRequest, { judged }: RunMemory): Line {
  if (directories.length > 0) {
    const [noun, used] = directories.length === 1 ? ['directory', 'it uses'] : ['directories', 'they use'];
    return [`only ${noun} `, ...inline(directories, 5, code), ` and what ${used}`];
  }
  const [first] = judged;
  return judged.length === 1 && first !== undefined
    ? placeSpans(first)
    : [count(judged.length, 'account and Region', 'places')];
}

const dataOf = (
  directories: readonly string[],
  { run, startedAt, finishedAt, lost, judged }: RunMemory,
  { counts, appeared, resolved, unjudged, leftOut, missing, findings, gaps, outcome }: Found,
  failure: AuditFailure | undefined,
): AuditData => ({
  ...{
    kind: 'audit',
    outcome,
    run,
    startedAt,
    finishedAt,
    directories: names(directories),
    missing: names(missing),
    ...counts,
  },
  ...{ appeared, resolved, unjudged, leftOut },
  findings: listData(findings, ({ result, firstSeen }) => resultData(result, firstSeen)),
  gaps: listData(gaps, gapData),
  lost: listData(lost, ({ accountId, region, message }) => ({
    ...{ accountId: name(accountId), region: name(region), message: sentence(message) },
  })),
  evidence: listData(judged, ({ accountId, region, snapshot, reportKey }) => ({
    ...{ accountId, region, snapshot, report: reportKey },
  })),
  failure: failure === undefined ? null : plainCause(failure),
});
