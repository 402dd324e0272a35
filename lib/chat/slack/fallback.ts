import type { Reply } from '../reply.ts';
import { linkText } from './line.ts';
import { linesOf, moreText, rowsOf, words } from './rows.ts';

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
  let left = linesOf(reply.sections);
  const shown = [words(headline, longestTitle)];
  let room = longestText - [...shown, moreText(left), ...evidence].join('\n').length;
  for (const { text, lines } of rowsOf(reply.sections, 'words')) {
    room -= text === '' ? 0 : text.length + 1;
    if (room < 0) break;
    if (text !== '') shown.push(text);
    left -= lines;
  }
  return [...shown, ...(left > 0 ? [moreText(left)] : []), ...evidence].join('\n');
}
