import { type ByRule, directories, notApplicable, workspaces } from './subjects.ts';

export const globalAccelerator: ByRule = {
  // No directory has StreamingProperties, no WorkSpace a Global Accelerator setting: it is off everywhere.
  'aga-client-types-can-meet-minimum': notApplicable(directories),
  'aga-directory-has-dcv-workspaces': notApplicable(directories),
  'aga-directory-not-with-fips-and-ip-groups': notApplicable(directories),
  'aga-forecloses-missing-control': notApplicable(directories),
  'aga-override-only-on-dcv': notApplicable(workspaces),
  'aga-preferred-protocol-tcp': notApplicable(directories),
  'aga-region-has-endpoints': notApplicable(directories),
  'aga-workspace-not-with-fips-and-ip-groups': notApplicable(workspaces),
  'aga-workspace-override-recorded': notApplicable(workspaces),
};
