/** What names an account and Region in messages and as a key: `111122223333 us-east-1`. */
export const placeKey = ({ accountId, region }: { readonly accountId: string; readonly region: string }): string =>
  `${accountId} ${region}`;
