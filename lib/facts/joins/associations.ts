import type { NetworkInterface } from '../../snapshot/index.ts';

/** A public address that an interface holds. */
export interface PublicAssociation {
  readonly PublicIp: string;
  /** `amazon` or a service's name when AWS assigned it; the account id of an Elastic IP's owner. */
  readonly IpOwnerId: string | undefined;
}

/** Associations of all private addresses of an interface: one put there by hand sits on a secondary address. */
export function associationsOf(eni: NetworkInterface): PublicAssociation[] {
  const all = [eni.Association, ...(eni.PrivateIpAddresses ?? []).map((address) => address.Association)];
  const byAddress = new Map<string, PublicAssociation>();
  for (const association of all) {
    if (!association?.PublicIp || byAddress.get(association.PublicIp)?.IpOwnerId !== undefined) continue;
    byAddress.set(association.PublicIp, {
      PublicIp: association.PublicIp,
      IpOwnerId: association.IpOwnerId ?? undefined,
    });
  }
  return [...byAddress.values()];
}
