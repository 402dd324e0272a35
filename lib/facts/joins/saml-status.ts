import type { Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { known } from '../define.ts';

/** Statuses of a directory that signs its users in with SAML 2.0. */
export const usesSaml = ['ENABLED', 'ENABLED_WITH_DIRECTORY_LOGIN_FALLBACK'];
export const samlStatuses = ['DISABLED', ...usesSaml];

/** Whether SAML 2.0 sign-in is on; DISABLED when never set. */
export const samlStatusOf = (directory: WorkspaceDirectory): string | Unknown =>
  known(
    directory.SamlProperties?.Status ?? 'DISABLED',
    samlStatuses,
    `Directories[${directory.DirectoryId}].SamlProperties.Status`,
  );
