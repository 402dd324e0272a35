import type { Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { known } from '../define.ts';

export const certificateBasedAuthStatuses = ['ENABLED', 'DISABLED'];

/** Whether a directory signs its users in with certificates of a private CA; DISABLED when never set. */
export const certificateBasedAuthOf = (directory: WorkspaceDirectory): string | Unknown =>
  known(
    directory.CertificateBasedAuthProperties?.Status ?? 'DISABLED',
    certificateBasedAuthStatuses,
    `Directories[${directory.DirectoryId}].CertificateBasedAuthProperties.Status`,
  );
