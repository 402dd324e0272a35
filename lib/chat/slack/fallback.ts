import type { Reply } from '../reply.ts';
import { linkText } from './line.ts';
import { moreText, rowsOf, words } from './rows.ts';

/** What chat.postMessage advises for `text`: https://docs.slack.dev/reference/methods/chat.postMessage */
const longestText = 4000;
const longestTitle = 300;

/**
 * The answer as words, which notifications show the beginning of and screen readers read in place of the blocks. Lines
 * that find no room are counted.
 *
 * @param headline the title with what says how the answer comes out
 */
export function fallbackText(headline: string, reply: Reply): string {
  const evidence = reply.evidence === undefined ? [] : [linkText(reply.evidence, 1000)];
  const rows = rowsOf(reply, 'words').flat();
  const all = rows.reduce((sum, { lines }) => sum + lines, 0);
  const title = words(headline, longestTitle);
  let room = longestText - [title, moreText(all), ...evidence].join('\n').length - 1;
  const shown = rows.findIndex(({ text }) => {
    room -= text.length + 1;
    return room < 0;
  });
  if (shown === -1) return [title, ...rows.map(({ text }) => text), ...evidence].join('\n');
  const missing = rows.slice(shown).reduce((sum, { lines }) => sum + lines, 0);
  const more = missing > 0 ? [moreText(missing)] : [];
  return [title, ...rows.slice(0, shown).map(({ text }) => text), ...more, ...evidence].join('\n');
}
