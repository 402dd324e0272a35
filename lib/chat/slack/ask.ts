/** Who asks what, and from where. */
export interface SlackAsk {
  /**
   * The workspace of who asks, which in a channel shared with another organization may not be the one that installed
   * the app; the id of the whole organization (`E…`) where Slack tells no more.
   */
  readonly workspace: string;
  /** The Enterprise Grid organization that the workspace is known to be part of. */
  readonly organization: string | undefined;
  readonly channel: string;
  readonly user: string;
  /** What is asked, as it was typed. */
  readonly text: string;
  /** The same when Slack sends a request again. */
  readonly id: string;
}

export interface SlackCommand extends SlackAsk {
  readonly kind: 'command';
  /** On one of Slack's own hosts, over https. */
  readonly responseUrl: string;
}

export interface SlackMention extends SlackAsk {
  readonly kind: 'mention';
  /** The thread to answer in: the one of the mention, or a new one below it. */
  readonly thread: string;
}

export type SlackRequest =
  /** Slack wants to know that the URL is ours: it gets `challenge` back. */
  | { readonly kind: 'challenge'; readonly challenge: string }
  | SlackCommand
  | SlackMention
  /** Nothing to answer; Slack still gets a 200, or it would send it again. */
  | { readonly kind: 'ignored'; readonly why: string };
