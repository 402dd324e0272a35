import type { ReadSecret } from '../../../store/secrets.ts';
import type { ChatLog } from '../door/parts.ts';
import { failureReply } from '../failure-reply.ts';
import type { ChatSettings } from '../settings.ts';
import type { DeliverInput } from '../steps.ts';
import { DeliveryRefused } from './errors.ts';
import type { Postman } from './post.ts';
import { deliverToSlack } from './slack.ts';
import { deliverToTeams } from './teams.ts';

export interface DeliverParts extends Postman {
  readonly settings: ChatSettings;
  readonly readSecret: ReadSecret;
  readonly log: ChatLog;
}

/** By which way the reply went: `nowhere` when no workflow of Teams is set up. */
export interface DeliverOutput {
  readonly delivered: 'command' | 'bot' | 'workflow' | 'nowhere';
}

/**
 * Brings a reply to where it was asked, or, where there is none, what went wrong.
 *
 * @throws DeliveryError when trying again may help, DeliveryRefused when somebody has to mend something first,
 *   SecretError
 */
export async function deliverStep(
  { destination, text, ...input }: DeliverInput,
  parts: DeliverParts,
): Promise<DeliverOutput> {
  const { settings, readSecret, log } = parts;
  const reply = input.reply ?? failureReply(text, input.failure);
  const { platform } = destination;
  if (input.reply === undefined) log.warn('a question has no answer', { platform, error: input.failure?.Error });
  if (platform === 'slack') {
    if (settings.slack === undefined) throw notConfigured('Slack', 'slack');
    const delivered = await deliverToSlack(reply, text, destination, {
      settings: settings.slack,
      readSecret,
      postman: parts,
    });
    log.info('an answer was delivered', { platform, delivered, channel: destination.channel });
    return { delivered };
  }
  if (settings.teams === undefined) throw notConfigured('Teams', 'teams');
  const { workflowUrl } = settings.teams;
  if (workflowUrl === undefined) {
    log.warn('an answer has nowhere to go: no workflow is set up', { platform });
    return { delivered: 'nowhere' };
  }
  await deliverToTeams(reply, workflowUrl, readSecret, parts);
  log.info('an answer was delivered', { platform, delivered: 'workflow' });
  return { delivered: 'workflow' };
}

const notConfigured = (platform: string, member: string): DeliveryRefused =>
  new DeliveryRefused(platform, 'not configured', `Configure ${member} in the chat settings and deploy again.`);
