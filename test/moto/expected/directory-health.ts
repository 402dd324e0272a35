import { type ByRule, compliant, directories, notApplicable, unknown, violated, workspaces } from './subjects.ts';

export const directoryHealth: ByRule = {
  // Nobody added a Region.
  'directory-in-primary-region': notApplicable(directories),
  // Only Simple AD and AD Connector are free while they are in use.
  'directory-not-idle': { COMPLIANT: ['connector', 'simple'], NOT_APPLICABLE: ['managed'] },
  'directory-not-shared': compliant(directories),
  'directory-registered': compliant(directories),
  'directory-service-stage-active': compliant(directories),
  'dns-addresses-consistent': compliant(directories),
  // No baseline is given.
  'dns-change-rolled-out': unknown(directories),
  'machine-accounts-in-dedicated-ou': violated(directories),
  'maintenance-mode-enabled': compliant(directories),
  'workspace-reachable-state': compliant(workspaces),
  // Connection status could not be read.
  'workspace-recently-used': unknown(workspaces),
};
