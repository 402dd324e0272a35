import * as z from 'zod';
import { requestSchema } from '../steps.ts';

/*
 * What the parts of a conversation hand to each other. The front door (function `chat`) verifies a request and starts
 * the chat state machine with a `Question`; function `ask` understands and answers, function `deliver` brings the reply
 * to where it was asked. An audit in between is an execution of the audit's own state machine.
 */

const slackId = z.string().regex(/^[A-Z0-9]{1,32}$/, 'expected an id of Slack');

/** Where an answer goes. Secrets are not part of it: it passes through the history of an execution. */
export const destinationSchema = z.discriminatedUnion('platform', [
  z.strictObject({
    platform: z.literal('slack'),
    /** Of a slash command: takes the answer for half an hour. Checked to be one of Slack's own hosts over https. */
    responseUrl: z.url().optional(),
    channel: slackId,
    user: slackId,
    /** Of a mention: the thread that the answer belongs to. */
    thread: z.string().optional(),
  }),
  z.strictObject({ platform: z.literal('teams'), asker: z.string() }),
]);
export type Destination = z.infer<typeof destinationSchema>;

/** The input of the chat state machine. */
export const questionSchema = z.strictObject({
  text: z.string(),
  /** When it was received; ISO 8601. */
  askedAt: z.iso.datetime(),
  destination: destinationSchema,
});
export type Question = z.infer<typeof questionSchema>;

const span = z.union([
  z.string(),
  z.strictObject({ code: z.string() }),
  z.strictObject({ strong: z.string() }),
  z.strictObject({ link: z.string(), url: z.url() }),
]);

export const replySchema = z.strictObject({
  mood: z.enum(['clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed']),
  title: z.string(),
  sections: z.array(
    z.strictObject({
      heading: z.string().exactOptional(),
      lines: z.array(z.array(span)),
      isList: z.boolean().exactOptional(),
      omitted: z.int().exactOptional(),
    }),
  ),
  next: z.array(z.string()),
  evidence: z.strictObject({ link: z.string(), url: z.url() }).exactOptional(),
});

/** What a failed state leaves, as Step Functions hands it on. */
const failureSchema = z.object({ Error: z.string(), Cause: z.string().optional() });
export type Failure = z.infer<typeof failureSchema>;

/** Event of function `ask` from the chat state machine, before and after an audit. */
export const askStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('understand'), text: z.string() }),
  z.strictObject({
    step: z.literal('conclude'),
    request: requestSchema,
    /** Name of the execution that audited. */
    run: z.string().optional(),
    failure: failureSchema.optional(),
  }),
]);
export type AskStep = z.infer<typeof askStepSchema>;

/** What `ask` makes of it: the reply, or an audit to be done first. */
export type AskStepOutput =
  | { readonly kind: 'reply'; readonly reply: z.infer<typeof replySchema> }
  | { readonly kind: 'audit'; readonly request: z.infer<typeof requestSchema> };

/** Event of function `deliver`: a reply, or why there is none. */
export const deliverInputSchema = z.strictObject({
  destination: destinationSchema,
  text: z.string(),
  reply: replySchema.optional(),
  failure: failureSchema.optional(),
});
export type DeliverInput = z.infer<typeof deliverInputSchema>;
