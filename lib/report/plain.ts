/**
 * What could move the cursor, colour or reorder a terminal's text, or hide in it: control characters, line and
 * paragraph separators, format characters (bidirectional controls, zero-width, tags) and lone surrogates.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text as it may be shown on a terminal: names come from whoever may create resources. */
export const plain = (text: string): string => text.replace(unsafe, escapeCharacter);

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
