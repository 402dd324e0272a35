import { account, type ByRule, directories, notApplicable, unknown, vpc, workspaces } from './subjects.ts';

export const byol: ByRule = {
  // Every directory is shared: nobody brings licences.
  'byol-account-enabled': notApplicable(account),
  // Account links could not be listed, and so nothing is asked of Organizations.
  'byol-account-links-inside-organization': unknown(account),
  'byol-bundle-restrictions': notApplicable(workspaces),
  'byol-kms-activation-egress': notApplicable(directories),
  'byol-management-cidr-no-conflict': notApplicable(vpc),
  'byol-minimum-gpu': notApplicable(account),
  'byol-minimum-non-gpu': notApplicable(account),
  'byol-supported-windows-version': notApplicable(workspaces),
  // Whether an image behind a bundle is somebody's own is not known.
  'byol-workspace-in-dedicated-directory': unknown(workspaces),
};
