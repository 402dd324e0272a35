import { createHmac, timingSafeEqual } from 'node:crypto';

/** The most that a request may be behind the clock, in seconds. */
const patience = 5 * 60;

export interface SignedRequest {
  readonly signingSecret: string;
  /** The body before anything is parsed: decoded from base64 where the platform encoded it, and from UTF-8. */
  readonly body: string;
  /** The header X-Slack-Request-Timestamp as it came; seconds since 1970. */
  readonly timestamp: string | undefined;
  /** The header X-Slack-Signature as it came: `v0=` and 64 digits in lower case. */
  readonly signature: string | undefined;
  readonly nowMilliseconds: number;
}

/** `stale` and `forged` are both to be refused alike; they differ in what the log says. */
export type SlackVerdict = 'genuine' | 'stale' | 'forged';

/**
 * Whether Slack signed a request, and did so in the last five minutes.
 *
 * It accepts what Slack's own framework accepts, also where that is generous: a timestamp is any text that is a number
 * in JavaScript and is signed as that number is written, and what follows a second `=` of the signature is overlooked.
 * A time to come is accepted, however far: nobody can sign one without the secret. Such a request goes stale late, and
 * may outlive its mark against replays: {@link isFarAhead} tells.
 *
 * Whose secret is empty gets nothing accepted, because everyone can sign with that.
 */
export function verifySlackSignature(request: SignedRequest): SlackVerdict {
  const { signingSecret, body, timestamp, signature, nowMilliseconds } = request;
  const seconds = Number(timestamp ?? Number.NaN);
  if (signingSecret === '' || signature === undefined || Number.isNaN(seconds)) return 'forged';
  if (seconds < Math.floor(nowMilliseconds / 1000) - patience) return 'stale';
  const [version, digest] = signature.split('=');
  if (version !== 'v0' || digest === undefined) return 'forged';
  const expected = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return isSame(digest, expected) ? 'genuine' : 'forged';
}

/** Marks of requests are kept for a day, and a request goes stale five minutes after its time; the rest is for clocks. */
const mostAhead = 23 * 60 * 60;

/** Whether a genuine request bears a time so far to come that it could be sent again when its mark is gone. */
export const isFarAhead = ({ timestamp, nowMilliseconds }: Pick<SignedRequest, 'timestamp' | 'nowMilliseconds'>) =>
  Number(timestamp) > nowMilliseconds / 1000 + mostAhead;

/** In a time that tells nothing of where they differ. The length is no secret: it is always 64. */
function isSame(found: string, expected: string): boolean {
  const [left, right] = [Buffer.from(found), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
