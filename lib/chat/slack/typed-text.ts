const characters = { amp: '&', lt: '<', gt: '>' } as const;

/**
 * The text as somebody typed it. Slack makes links of what looks like a host, an address or a telephone number, escapes
 * three characters, and keeps the backticks around a command that was copied from an answer.
 */
export const typedText = (text: string): string =>
  text
    .replace(/<([^<>]*)>/g, (_, marked: string) => unlinked(marked))
    .replace(/`/g, '')
    .replace(/&(amp|lt|gt);/g, (_, name: keyof typeof characters) => characters[name])
    .replace(/\s+/g, ' ')
    .trim();

/** `http://corp.example.com|corp.example.com` was typed as what stands last; a link without that, as it stands. */
function unlinked(marked: string): string {
  const bar = marked.indexOf('|');
  const label = bar === -1 ? marked : marked.slice(bar + 1);
  const [sign = ''] = marked;
  // A channel, a person or a group: their sign tells that a name is none of ours.
  return '#@!'.includes(sign) && !label.startsWith(sign) ? `${sign}${label}` : label;
}
