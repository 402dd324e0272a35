import { severities } from '../model/outcome.ts';
import type { Digest } from './digest.ts';
import type { List } from './digest-lines.ts';

type FindingLine = Digest['appeared']['lines'][number];
type ChangeLine = Digest['changed']['lines'][number];

/** The digest as a person reads it in a mail: plain text, a section for each thing that happened. */
export function mailOf(digest: Digest): string {
  const sections = [
    ...section('New', digest.appeared, findingText),
    ...section('Changed', digest.changed, changeText),
    ...section('Resolved', digest.resolved, (line) => [...headOf(line)]),
    ...section('Could not be audited', digest.unreached, (line) => [`${placeOf(line)}: ${line.message}`]),
    ...section('Not in Security Hub', digest.unpublished, (line) => [`${placeOf(line)}: ${line.message}`]),
    ...section('Coverage lost', digest.coverageLost, gapText),
    ...section('Coverage regained', digest.coverageRegained, ({ operation, ...place }) => [
      `${operation} in ${placeOf(place)}`,
    ]),
  ];
  const quiet = 'Nothing is new, changed or resolved, and what could be read last time could be read again.';
  return [
    `WorkSpaces Auditor, run of ${digest.startedAt}, accounts and Regions: ${digest.targets}`,
    ...(sections.length === 0 ? [quiet] : sections),
    totalsOf(digest),
  ].join('\n\n');
}

function section<Line>(
  title: string,
  { total, omitted, lines }: List<Line>,
  textOf: (line: Line) => string[],
): string[] {
  if (total === 0) return [];
  const items = lines.map((line) =>
    textOf(line)
      .map((text, index) => `${index === 0 ? '- ' : '  '}${text}`)
      .join('\n'),
  );
  return [[`${title} (${total})`, ...items, ...(omitted === 0 ? [] : [`… and ${omitted} more`])].join('\n')];
}

const placeOf = ({ accountId, region }: { accountId: string; region: string }): string => `${accountId}, ${region}`;

const headOf = (line: FindingLine): string[] => [
  `${line.severity} ${line.ruleId}: ${line.title}`,
  `${line.subjectId} in ${placeOf(line)}`,
];

const exceptions = { none: [], valid: ['accepted by an exception'], expired: ['its exception has expired'] } as const;

const findingText = (line: FindingLine): string[] => [...headOf(line), line.reason, ...exceptions[line.exception]];

const changeText = (line: ChangeLine): string[] => [
  ...findingText(line),
  ...(line.was.severity === line.severity ? [] : [`was ${line.was.severity}`]),
  ...(line.was.reason === line.reason ? [] : [`was: ${line.was.reason}`]),
];

const gapText = ({ operation, status, errorCode, ...place }: Digest['coverageLost']['lines'][number]): string[] => [
  `${operation} in ${placeOf(place)}: ${status}${errorCode === undefined ? '' : `, ${errorCode}`}`,
];

function totalsOf({ totals: { now, before }, judgedNoMore, judgedAgain }: Digest): string {
  const against = (count: number, last: number | undefined) =>
    `${count}${last === undefined ? '' : ` (last time ${last})`}`;
  return [
    'Totals',
    ...severities.map(
      (severity) =>
        `- ${severity}: ${against(now.nonCompliantBySeverity[severity], before?.nonCompliantBySeverity[severity])}`,
    ),
    `- accepted by an exception: ${against(now.excepted, before?.excepted)}`,
    `- could not be judged: ${against(now.byStatus.INSUFFICIENT_DATA, before?.byStatus.INSUFFICIENT_DATA)}`,
    ...(judgedNoMore === 0 ? [] : [`- judged last time, but not now: ${judgedNoMore}`]),
    ...(judgedAgain === 0 ? [] : [`- judged again: ${judgedAgain}`]),
  ].join('\n');
}
