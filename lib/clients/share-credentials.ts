/** Credentials that live no longer than this are renewed before they are used. */
const leastMilliseconds = 5 * 60_000;

interface Expiring {
  readonly expiration?: Date | undefined;
}

/** One set of credentials for all clients: each client alone would assume the role anew. */
export function shareCredentials<Identity extends Expiring>(renew: () => Promise<Identity>): () => Promise<Identity> {
  let held: Promise<Identity> | undefined;
  const renewed = (): Promise<Identity> => {
    const next = renew();
    held = next;
    // A refusal is not kept: the next call asks again.
    next.catch(() => {
      if (held === next) held = undefined;
    });
    return next;
  };
  return async () => {
    const using = held ?? renewed();
    const current = await using;
    if (isFresh(current)) return current;
    return await (held === using || held === undefined ? renewed() : held);
  };
}

const isFresh = ({ expiration }: Expiring): boolean =>
  expiration === undefined || expiration.getTime() - Date.now() > leastMilliseconds;
