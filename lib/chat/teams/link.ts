/** Opens a page; the only action that cards of outgoing webhooks may have. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title?: string;
  readonly url: string;
}

/** Browsers and clients open longer ones no longer everywhere. */
const mostUrlCharacters = 2048;

/** The action that opens an address; undefined for one that is not https, has credentials or is too long. */
export function openUrl(url: string, title?: string): OpenUrl | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return;
  if (parsed.href.length > mostUrlCharacters) return;
  return { type: 'Action.OpenUrl', ...(title === undefined ? {} : { title }), url: parsed.href };
}
