import { cut } from '../../model/text.ts';
import type { Mood, Reply } from '../reply.ts';
import { blocksOf, type RichTextBlock, runsOf, titleRunsOf } from './elements.ts';
import { fitSections } from './fit.ts';
import { type OpenUrl, openUrl } from './link.ts';

/** An Adaptive Card, as far as we use it. Version 1.4 is what examples of outgoing webhooks have. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.4';
  /** Shown by clients that know older versions only; it is read as Markdown, so no name is in it. */
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly (Banner | RichTextBlock)[];
  readonly actions?: readonly OpenUrl[];
}

interface Banner {
  readonly type: 'Container';
  readonly style: 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  readonly bleed: true;
  readonly items: readonly RichTextBlock[];
}

/**
 * Bytes in UTF-8 that a card has at most. Teams documents 28 KB for a whole message; senders met refusals from 21 KB on,
 * and a workflow adds a line about itself.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export const mostCardBytes = 19_500;

/** A word beside the colour, for those who cannot tell colours apart. */
const moods: Readonly<Record<Mood, { readonly word: string; readonly style: Banner['style'] }>> = {
  clean: { word: 'Clean', style: 'good' },
  open: { word: 'Open', style: 'attention' },
  unsure: { word: 'Unsure', style: 'warning' },
  neutral: { word: 'Note', style: 'emphasis' },
  question: { word: 'Question', style: 'accent' },
  refused: { word: 'Refused', style: 'warning' },
  failed: { word: 'Failed', style: 'attention' },
};

const mostCommands = 5;
const mostCommandBytes = 1000;
const mostLabelCharacters = 80;

/**
 * An answer as a card of at most {@link mostCardBytes} bytes. Names of resources show as they are, whatever they look
 * like: no text of the answer is in a place where Teams reads Markdown, and links go to https only.
 */
export function adaptiveCard(reply: Reply): AdaptiveCard {
  const { word, style } = moods[reply.mood];
  const banner: Banner = { type: 'Container', style, bleed: true, items: [...wordBlocks(word), ...titleBlocks(reply)] };
  const next = nextBlocks(reply.next);
  const evidence = evidenceOf(reply);
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    fallbackText: `${word}. This client is too old to show the whole answer; open it in a current one.`,
    msteams: { width: 'Full' },
    body: [banner, ...next],
    ...(evidence === undefined ? {} : { actions: [evidence] }),
  };
  const budget = mostCardBytes - Buffer.byteLength(JSON.stringify(card));
  return { ...card, body: [banner, ...fitSections(reply.sections, budget), ...next] };
}

const wordBlocks = (word: string): readonly RichTextBlock[] => [
  { type: 'RichTextBlock', inlines: runsOf(word, { isSubtle: true }) },
];

function titleBlocks({ title }: Reply): readonly RichTextBlock[] {
  const inlines = titleRunsOf(title, { weight: 'Bolder', size: 'Large' });
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', inlines, spacing: 'None' }];
}

/** Commands to send next. One that is cut would be another command, so those too long are left out. */
function nextBlocks(next: readonly string[]): readonly RichTextBlock[] {
  const commands = next
    .slice(0, mostCommands)
    .flatMap((command) => blocksOf([{ code: command }], { spacing: 'Small' }))
    .filter((block) => Buffer.byteLength(JSON.stringify(block)) <= mostCommandBytes);
  if (commands.length === 0) return [];
  const inlines = runsOf('You may ask next', { isSubtle: true });
  return [{ type: 'RichTextBlock', inlines, spacing: 'Medium', separator: true }, ...commands];
}

function evidenceOf({ evidence }: Reply): OpenUrl | undefined {
  if (evidence === undefined) return;
  return openUrl(evidence.url, cut(evidence.link, mostLabelCharacters));
}
