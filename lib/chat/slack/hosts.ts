/** Where a workspace lives: Slack for everyone, or GovSlack, which share nothing. */
export const slackHosts = ['slack.com', 'slack-gov.com'] as const;
export type SlackHost = (typeof slackHosts)[number];

/**
 * Whether answers may be posted to an address: over https, to the very host that takes answers for Slack or GovSlack, on
 * its own port and without credentials.
 */
export function isSlackResponseUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { protocol, hostname, port, username, password } = parsed;
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && slackHosts.some((host) => hostname === `hooks.${host}`);
}

/**
 * The base of Slack's Web API, ending in a slash. The address that came with a slash command tells which Slack it is;
 * a mention brings none, so that the settings say it.
 *
 * @param responseUrl one that {@link isSlackResponseUrl}
 */
export function slackApiOf(settings: { readonly host?: SlackHost | undefined }, responseUrl?: string): string {
  const asked = responseUrl === undefined ? undefined : URL.parse(responseUrl)?.hostname;
  const host = slackHosts.find((known) => asked === `hooks.${known}`) ?? settings.host ?? 'slack.com';
  return `https://${host}/api/`;
}
