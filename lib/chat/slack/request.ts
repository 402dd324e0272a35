import { MalformedRequest, readJson } from '../malformed-request.ts';
import type { SlackRequest } from './ask.ts';
import { readCommand } from './command.ts';
import { readEvent } from './event.ts';

/**
 * Reads a request whose signature has been verified: the same text, parsed.
 *
 * @param contentType the header as it came
 * @throws MalformedRequest when it is not what Slack sends
 */
export function readSlackRequest(contentType: string | undefined, body: string): SlackRequest {
  const [type = ''] = (contentType ?? '').split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return readCommand(Object.fromEntries(new URLSearchParams(body)));
    case 'application/json':
      return readEvent(readJson(body, 'the event'));
    default:
      throw new MalformedRequest(
        `expected application/json or application/x-www-form-urlencoded, found ${contentType === undefined ? 'no' : 'another'} content type`,
      );
  }
}
