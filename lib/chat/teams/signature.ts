import { createHmac, timingSafeEqual } from 'node:crypto';

/** The security token as configured cannot be one that Teams showed. The message never holds it. */
export class SecurityTokenError extends Error {
  override readonly name = 'SecurityTokenError';
}

/**
 * Scheme and credentials of `Authorization`. A scheme has no case and whitespace around a header's value means nothing
 * (RFC 9110, 11.1 and 5.5); 32 bytes in base64 are 43 characters and one `=`.
 */
const hmacScheme = /^[ \t]*hmac +([A-Za-z0-9+/]{43}=)[ \t]*$/i;

/** A token of Teams has 32 bytes. Far shorter ones could be guessed, and an empty one would verify anybody. */
const fewestKeyBytes = 16;

/**
 * Whether Teams sent a request to an outgoing webhook: HMAC-SHA256 over the bytes of the body, keyed by the token.
 * Takes the same time wherever signatures differ.
 *
 * @param request.securityToken as Teams showed it when the outgoing webhook was made, in base64
 * @param request.body as received, before anything is parsed; a string stands for its bytes in UTF-8
 * @param request.authorization the header's value; undefined where there is none
 * @throws SecurityTokenError when the token is not base64 or too short; such a request is never genuine
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export function verifyTeamsSignature(request: {
  readonly securityToken: string;
  readonly body: string | Uint8Array;
  readonly authorization: string | undefined;
}): 'genuine' | 'forged' {
  const key = readSecurityToken(request.securityToken);
  const given = hmacScheme.exec(request.authorization ?? '')?.[1];
  const claimed = given === undefined ? undefined : decodeBase64(given);
  if (claimed === undefined) return 'forged';
  const expected = createHmac('sha256', key).update(request.body).digest();
  return timingSafeEqual(expected, claimed) ? 'genuine' : 'forged';
}

function readSecurityToken(token: string): Buffer {
  // Whoever pastes a secret into a parameter brings a line break along.
  const key = decodeBase64(token.trim());
  if (key === undefined) {
    throw new SecurityTokenError(
      `the security token of Teams has ${token.length} characters that are not base64; expected the token as Teams showed it when the outgoing webhook was made. Store it again, or make the webhook anew`,
    );
  }
  if (key.length < fewestKeyBytes) {
    throw new SecurityTokenError(
      `the security token of Teams has ${key.length} bytes; expected 32, as Teams makes them. Store the whole token, or make the webhook anew`,
    );
  }
  return key;
}

/** Bytes of canonical base64; undefined for everything else, where Buffer would skip what it does not know. */
function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
