import { MalformedRequest } from '../../../chat/malformed-request.ts';
import { SecurityTokenError } from '../../../chat/teams/signature.ts';
import { StoreError } from '../../../store/errors.ts';
import { SecretError } from '../../../store/secret-error.ts';
import { type DoorParts, traceOf } from './parts.ts';
import { largestBody, Refusal } from './refusals.ts';
import { bodyBytes, type DoorRequest, type DoorResponse, sentence } from './request.ts';
import { openToSlack } from './slack.ts';
import { openToTeams } from './teams.ts';

const platforms: Readonly<Record<string, 'slack' | 'teams'>> = {
  '/slack': 'slack',
  '/slack/commands': 'slack',
  '/slack/events': 'slack',
  '/teams': 'teams',
};

/**
 * Answers a request to the function URL. It looks at a request in this order, and no further than it has to: path and
 * method, whether the platform is set up, size, signature over the raw body, replay, content, who asks. Nothing is
 * parsed before the signature is verified.
 *
 * @returns a refusal or a breakdown too, as one plain sentence; it never throws
 */
export async function openDoor(request: DoorRequest, parts: DoorParts): Promise<DoorResponse> {
  const platform = Object.hasOwn(platforms, request.rawPath) ? platforms[request.rawPath] : undefined;
  try {
    return await open(request, platform, parts);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, platform, parts);
    if (error instanceof MalformedRequest) {
      return refuse(new Refusal('malformed', { detail: error.message }), platform, parts);
    }
    return breakDown(error, platform, parts);
  }
}

async function open(
  request: DoorRequest,
  platform: 'slack' | 'teams' | undefined,
  parts: DoorParts,
): Promise<DoorResponse> {
  if (platform === undefined) throw new Refusal('no-such-path');
  if (request.requestContext.http.method !== 'POST') throw new Refusal('method');
  const { slack, teams } = parts.settings;
  const toSlack = slack && (() => openToSlack(request, slack, parts));
  const toTeams = teams && (() => openToTeams(request, teams, parts));
  const opened = platform === 'slack' ? toSlack : toTeams;
  if (opened === undefined) throw new Refusal('not-configured');
  if (bodyBytes(request) > largestBody) throw new Refusal('too-large');
  return await opened();
}

function refuse(refusal: Refusal, platform: 'slack' | 'teams' | undefined, { log }: DoorParts): DoorResponse {
  const { status, code, detail, sender, message } = refusal;
  log.warn('a request was refused', { status, reason: code, platform, ...sender, detail });
  return sentence(status, message, {
    ...(code === 'method' ? { allow: 'POST' } : {}),
    // Slack sends an event up to three times more. What is refused now will be refused then, but a replay: when S3 took
    // the mark and its answer was lost, the next one comes with a signature of its own and is taken.
    ...(platform === 'slack' && code !== 'replayed' ? { 'x-slack-no-retry': '1' } : {}),
  });
}

/** What trying again may mend, as far as whoever asks can tell. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof SecretError || error instanceof SecurityTokenError || error instanceof StoreError;

function breakDown(error: unknown, platform: 'slack' | 'teams' | undefined, { log }: DoorParts): DoorResponse {
  const [status, reason] = isUnavailable(error) ? [503, 'unavailable'] : [500, 'unexpected'];
  log.error('a request could not be answered', { status, reason, platform, ...traceOf(error) });
  return sentence(status, 'Something went wrong here; please try again in a minute.');
}
