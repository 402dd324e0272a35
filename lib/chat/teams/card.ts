import type { Mood, Reply } from '../reply.ts';
import { blocksOf, type RichTextBlock, runsOf } from './elements.ts';
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
  neutral: { word: 'Answer', style: 'emphasis' },
  question: { word: 'Question', style: 'accent' },
  refused: { word: 'Refused', style: 'warning' },
  failed: { word: 'Failed', style: 'attention' },
};

const mostTitleCharacters = 300;
const mostCommandCharacters = 300;
const mostCommands = 5;
const mostLabelCharacters = 80;

/**
 * An answer as a card of at most {@link mostCardBytes} bytes. Names of resources show as they are, whatever they look
 * like: no text of the answer is in a place where Teams reads Markdown, and links go to https only.
 */
export function adaptiveCard(reply: Reply): AdaptiveCard {
  const { word, style } = moods[reply.mood];
  const title = shorten(reply.title, mostTitleCharacters);
  const banner: Banner = {
    type: 'Container',
    style,
    bleed: true,
    items: [{ type: 'RichTextBlock', inlines: runsOf(word, { isSubtle: true }) }, ...titleBlocks(title)],
  };
  const evidence = evidenceOf(reply);
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    fallbackText: `${word}. This client is too old to show the whole answer; open it in a current one.`,
    msteams: { width: 'Full' },
    body: [banner, ...nextBlocks(reply.next)],
    ...(evidence === undefined ? {} : { actions: [evidence] }),
  };
  const budget = mostCardBytes - Buffer.byteLength(JSON.stringify(card));
  return { ...card, body: [banner, ...fitSections(reply.sections, budget), ...nextBlocks(reply.next)] };
}

const titleBlocks = (title: string): readonly RichTextBlock[] => {
  const inlines = runsOf(title, { weight: 'Bolder', size: 'Large' });
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', inlines, spacing: 'None' }];
};

function nextBlocks(next: readonly string[]): readonly RichTextBlock[] {
  const commands = next.slice(0, mostCommands).flatMap((command) => {
    return blocksOf([{ code: shorten(command, mostCommandCharacters) }], { spacing: 'Small' });
  });
  if (commands.length === 0) return [];
  const heading = runsOf('You may ask next', { isSubtle: true });
  return [{ type: 'RichTextBlock', inlines: heading, spacing: 'Medium', separator: true }, ...commands];
}

function evidenceOf({ evidence }: Reply): OpenUrl | undefined {
  if (evidence === undefined) return;
  return openUrl(evidence.url, shorten(evidence.link, mostLabelCharacters) || 'Evidence');
}

/** Cut ones end in an ellipsis. */
function shorten(text: string, most: number): string {
  const line = text.toWellFormed();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`.toWellFormed();
}
