import type { Digest } from './digest.ts';
import type { List } from './digest-lines.ts';

/** A custom notification, as Amazon Q Developer in chat applications renders it. */
export interface ChatNotification {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps?: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: { readonly summary: string };
}

/** Slack's blocks hold 3,000 characters of text: more would be cut in the middle of a line. */
const descriptionLength = 3000;

/** Lines of each list at first; fewer when they are too long together. */
const mostLines = 10;

/**
 * The digest for a chat channel.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export function chatOf(digest: Digest, title: string): ChatNotification {
  const nextSteps = digest.coverageLost.lines.slice(0, 3).map((line) => {
    return `Allow ${code(line.operation)} in account ${code(line.accountId)}`;
  });
  return {
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title,
      description: describe(digest, mostLines),
      ...(nextSteps.length === 0 ? {} : { nextSteps }),
      keywords: ['WorkSpaces', digest.highestSeverity],
    },
    metadata: { summary: title },
  };
}

function describe(digest: Digest, most: number): string {
  const finding = (line: Digest['appeared']['lines'][number]) =>
    `${line.severity} ${code(line.ruleId)} on ${code(line.subjectId)} in ${placeOf(line)}`;
  const gap = (line: Digest['coverageLost']['lines'][number]) => `${code(line.operation)} in ${placeOf(line)}`;
  const text = [
    ...section('New', digest.appeared, most, finding),
    ...section('Changed', digest.changed, most, finding),
    ...section('Resolved', digest.resolved, most, finding),
    ...section('Could not be audited', digest.unreached, most, placeOf),
    ...section('Not in Security Hub', digest.unpublished, most, placeOf),
    ...section('Coverage lost', digest.coverageLost, most, gap),
    ...section('Coverage regained', digest.coverageRegained, most, gap),
  ].join('\n');
  if (text === '') return 'Nothing has changed since the last run.';
  return text.length <= descriptionLength || most === 0 ? text : describe(digest, most - 1);
}

function section<Line>(title: string, { total, lines }: List<Line>, most: number, textOf: (line: Line) => string) {
  if (total === 0) return [];
  const shown = lines.slice(0, most);
  const omitted = total - shown.length;
  return [
    `*${title}: ${total}*`,
    ...shown.map((line) => `• ${textOf(line)}`),
    ...(omitted === 0 ? [] : [`… and ${omitted} more`]),
  ];
}

const placeOf = ({ accountId, region }: { accountId: string; region: string }): string =>
  `${code(accountId)}, ${code(region)}`;

/**
 * A name as code, in which chat clients see no markup. Backticks would end it, and Slack reads `<…>` everywhere, as in
 * `<!channel>`.
 */
const code = (name: string): string =>
  `\`${name.replaceAll('`', "'").replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆')}\``;
