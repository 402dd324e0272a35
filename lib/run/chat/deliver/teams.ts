import type { Reply } from '../../../chat/reply.ts';
import { isWorkflowUrl, workflowMessage } from '../../../chat/teams/index.ts';
import type { ReadSecret } from '../../../store/secrets.ts';
import { DeliveryRefused } from './errors.ts';
import { type Postman, postJson } from './post.ts';

/**
 * Hands a reply to the workflow that posts it in its channel.
 *
 * @param reference of the workflow's address
 * @throws DeliveryError, DeliveryRefused, SecretError
 */
export async function deliverToTeams(
  reply: Reply,
  reference: string,
  readSecret: ReadSecret,
  postman: Postman,
): Promise<void> {
  const post = async (url: string): Promise<number> => {
    if (!isWorkflowUrl(url)) throw new DeliveryRefused('Teams', 'no address of a workflow', mend);
    return (await postJson('the workflow of Teams', url, workflowMessage(reply), postman)).status;
  };
  const held = await readSecret(reference);
  let status = await post(held);
  if (status >= 400) {
    // A workflow that was made anew has another address.
    const fresh = await readSecret(reference, { fresh: true });
    if (fresh !== held) status = await post(fresh);
  }
  if (status >= 300) throw new DeliveryRefused('the workflow of Teams', `status ${status}`, mend);
}

const mend =
  'Store the address again that the workflow "When a Teams webhook request is received" shows, and see that it is on and lets anyone trigger it.';
