import { createHash } from 'node:crypto';
import {
  isFresh,
  readTeamsActivity,
  refusalOf,
  type TeamsQuestion,
  verifyTeamsSignature,
} from '../../../chat/teams/index.ts';
import type { TeamsSettings } from '../settings.ts';
import type { DoorParts } from './parts.ts';
import { Refusal } from './refusals.ts';
import { bodyOf, type DoorRequest, type DoorResponse, json, mediaType } from './request.ts';
import { answerTeams } from './teams-answer.ts';
import { verify } from './verify.ts';

/**
 * Verifies what Teams sends to an outgoing webhook, and answers it in the same exchange.
 *
 * @throws Refusal, MalformedRequest, SecretError, SecurityTokenError, StoreError
 */
export async function openToTeams(
  request: DoorRequest,
  settings: TeamsSettings,
  parts: DoorParts,
): Promise<DoorResponse> {
  const body = bodyOf(request);
  const { authorization } = request.headers;
  // Without one there is nothing to verify, nor a secret to read for it.
  if (authorization === undefined) throw new Refusal('forged');
  await verify(settings.securityToken, parts.readSecret, (securityToken) =>
    verifyTeamsSignature({ securityToken, body, authorization }),
  );
  // The signature is made of the body alone, and the body holds the id and the time of the message.
  const mark = `teams ${createHash('sha256').update(body).digest('hex')}`;
  if (!(await parts.mark(mark))) throw new Refusal('replayed');
  if (mediaType(request) !== 'application/json') throw new Refusal('content-type');
  const question = readTeamsActivity(body);
  const sender = senderOf(question);
  if (!isFresh(question, parts.clock().getTime())) throw new Refusal('stale', { sender });
  const detail = refusalOf(question, settings);
  if (detail !== undefined) throw new Refusal('not-allowed', { sender, detail });
  const canPost = settings.workflowUrl !== undefined;
  return json(await answerTeams(question, sender, canPost, request.requestContext.timeEpoch, parts));
}

const senderOf = ({ tenant, channel, user }: TeamsQuestion) => ({ tenant, channel, user });
