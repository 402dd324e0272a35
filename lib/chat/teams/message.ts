import type { Reply } from '../reply.ts';
import { type AdaptiveCard, adaptiveCard } from './card.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

/** The body of the HTTP answer to an outgoing webhook. */
export interface TeamsAnswer {
  readonly type: 'message';
  readonly attachments: readonly [{ readonly contentType: typeof contentType; readonly content: AdaptiveCard }];
}

/** What a workflow takes that begins with "When a Teams webhook request is received". */
export interface WorkflowMessage {
  readonly type: 'message';
  readonly attachments: readonly [
    { readonly contentType: typeof contentType; readonly contentUrl: null; readonly content: AdaptiveCard },
  ];
}

/**
 * An answer in the thread of the question. Teams waits five seconds for it and shows an error to the asker after that.
 * Send it as `application/json; charset=utf-8`.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export const teamsAnswer = (reply: Reply): TeamsAnswer => ({
  type: 'message',
  attachments: [{ contentType, content: adaptiveCard(reply) }],
});

/**
 * An answer that a workflow posts to its channel, in a new thread. Send it as `application/json; charset=utf-8`: without
 * the charset its size may be counted in UTF-16.
 *
 * @see https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook
 */
export const workflowMessage = (reply: Reply): WorkflowMessage => ({
  type: 'message',
  attachments: [{ contentType, contentUrl: null, content: adaptiveCard(reply) }],
});

/**
 * A short answer at once, such as that an audit has begun. It is a card too: Teams reads the text of a plain message as
 * Markdown and HTML.
 */
export const teamsNote = (text: string): TeamsAnswer =>
  teamsAnswer({ mood: 'neutral', title: text, sections: [], next: [] });
