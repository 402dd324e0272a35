import type { Place } from './place.ts';

/** Lets users register with a name of the organisation's own in place of a registration code. */
export function addConnectionAlias(place: Place, connectionString: string, alias: string): void {
  const { accountId } = place.origin;
  place.further.of('ConnectionAlias').push({
    ConnectionString: connectionString,
    AliasId: place.workspacesId('wsca', connectionString),
    State: 'CREATED',
    OwnerAccountId: accountId,
    Associations: [
      {
        AssociationStatus: 'ASSOCIATED_WITH_OWNER_ACCOUNT',
        AssociatedAccountId: accountId,
        ResourceId: place.directory(alias).DirectoryId,
        ConnectionIdentifier: place.workspacesId('wscid', connectionString).slice(6),
      },
    ],
  });
}
