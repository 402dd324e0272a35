import type { WorkspaceDirectory } from '../../snapshot/index.ts';

/** The IAM Identity Center instance of a directory; null when it names none. */
export const identityCenterOf = (directory: WorkspaceDirectory): string | null =>
  directory.IDCConfig?.InstanceArn || null;
